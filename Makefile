# huzhu: GNU make. `make help` lists the targets.
#
# Yours to set, on the command line or in the environment: CC CFLAGS CPPFLAGS LDFLAGS LDLIBS (added
# to the house's own flags, never instead of them), PREFIX LIBDIR DESTDIR, and
#   MODE    release, debug, sanitize (address + undefined), thread, coverage or fuzz
#   ONLY    a pattern: `make check ONLY=growth` runs the tests whose file names match
#   JOBS    how many tests run at once
#   SETUP   no: never install anything; name what is missing and end
#   V       1 shows each command of the build in full
#   WERROR  -Werror makes warnings errors, as .ci/run does; a user's newer compiler may know more
# Modes never mix: objects are in build/obj/MODE. A new file anywhere in the tree needs no edit
# here.

MODE   ?= release
SETUP  ?= yes
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
OUT    := build$(if $(filter-out release,$(MODE)),/$(MODE))
OBJ    := build/obj/$(MODE)
SYSTEM := $(shell uname -s)
WERROR ?=

# What there is, by wildcard.
MAINS     := $(wildcard cmd/*/hz-*.c)
COMMANDS  := $(notdir $(MAINS:.c=)) hz
COMMON    := $(patsubst %.c,$(OBJ)/%.o,$(filter-out $(MAINS),$(wildcard cmd/*/*.c)))
LIBRARY   := $(patsubst %.c,$(OBJ)/%.o,$(wildcard lib/*/*.c))
PROGRAMS  := $(COMMANDS:%=$(OUT)/bin/%)
TESTS     := $(patsubst %.c,$(OUT)/%,$(wildcard tests/unit/test_*.c tests/published/test_*.c))
FUZZERS   := $(patsubst %.c,$(OUT)/%,$(wildcard tests/fuzz/fuzz_*.c))
SESSIONS  := $(wildcard tests/command/*.t README.md man/*.[1357])
VERSION   := $(shell sed -n 's/^.define HZ_VERSION "\(.*\)"/\1/p' lib/huzhu.h)
MAJOR     := $(firstword $(subst ., ,$(VERSION)))

# Contraction into fused operations is off, so that every processor gives the same bytes. Objects
# are position-independent and serve both libraries.
HOUSE    := -std=c11 -D_GNU_SOURCE -DHZ_BUILDING -Ilib -Icmd -pthread -fPIC \
            -fno-semantic-interposition -ffp-contract=off
# Constants are named by enum { STEPS = 100 }, in formulas too: that is no slip.
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wformat=2 -Wvla -Wundef -Wdouble-promotion \
            -Wno-enum-float-conversion $(WERROR)

FLAGS.release  := -O2 -g
FLAGS.debug    := -O0 -g3
FLAGS.sanitize := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
                  -fno-sanitize-recover=all
FLAGS.thread   := -O1 -g -fsanitize=thread
FLAGS.coverage := -O0 -g --coverage -fprofile-update=atomic
FLAGS.fuzz     := -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
                  -fno-sanitize-recover=all
FLAGS          := $(FLAGS.$(MODE))
$(if $(FLAGS),,$(error MODE=$(MODE) is none of release debug sanitize thread coverage fuzz))

COMPILE = $(CC) $(HOUSE) $(DEPS_CFLAGS) $(CPPFLAGS) $(WARNINGS) $(FLAGS) $(CFLAGS)
LINK    = $(CC) -pthread $(FLAGS) $(CFLAGS) $(LDFLAGS)
LIBS    = $(DEPS_LIBS) $(LDLIBS)
ARCHIVES := $(OBJ)/common.a $(OUT)/lib/libhuzhu.a

ifeq ($(SYSTEM),Darwin)
SHARED   := $(OUT)/lib/libhuzhu.dylib
SONAME   := libhuzhu.$(MAJOR).dylib
SO_FLAGS  = -dynamiclib -install_name $(LIBDIR)/$(SONAME) -Wl,-exported_symbol,_hz_*
else
SHARED   := $(OUT)/lib/libhuzhu.so
SONAME   := libhuzhu.so.$(MAJOR)
SO_FLAGS  = -shared -Wl,-soname,$(SONAME) -Wl,--version-script=$(OBJ)/exports
endif

# $(call show,CC) in front of a command says what is made, not how.
show = $(if $(V),,@printf '  %-5s %s\n' $(1) '$@';)

.SUFFIXES:
.SECONDARY:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

CATALOGUES := $(patsubst lib/po/%.po,$(OUT)/share/locale/%/LC_MESSAGES/huzhu.mo,\
                $(wildcard lib/po/*.po))

all: commands libraries ## every command (build/bin) and the library (build/lib)
commands: $(PROGRAMS) $(CATALOGUES)
libraries: $(OUT)/lib/libhuzhu.a $(SHARED)
.PHONY: all commands libraries

# ---- What the build needs. tests/setup.sh looks for it, installs what is missing, and writes the
# flags into files that the compiler reads. It is a prerequisite like any other: what builds nothing
# (make -n, make help, a target that is not there) installs nothing.

build/setup/%: tests/setup.sh
	@mkdir -p $(@D)
	@CC='$(CC)' CXX='$(CXX)' CPPFLAGS='$(CPPFLAGS)' SETUP='$(SETUP)' sh tests/setup.sh $* $(@D)/
	@touch $@
build/setup/check build/setup/demo: | build/setup/build # one package manager at a time

DEPS_CFLAGS  := @build/setup/build.cflags
DEPS_LIBS    := @build/setup/build.libs
CHECK_CFLAGS := @build/setup/check.cflags
CHECK_LIBS   := @build/setup/check.libs

deps: build/setup/build build/setup/check ## install what builds and tests need
.PHONY: deps

# ---- Compiling and linking

# Other flags or another compiler mean other objects.
$(OBJ)/flags: build/setup/build force
	@mkdir -p $(@D)
	@{ echo '$(subst ','\'',$(COMPILE))'; cat build/setup/build.cflags; } >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
.PHONY: force

$(OBJ)/tests/%.o: private DEPS_CFLAGS += $(CHECK_CFLAGS)
$(patsubst %.c,$(OBJ)/%.o,$(wildcard tests/*/*.c)): | build/setup/check

$(OBJ)/%.o: %.c $(OBJ)/flags
	@mkdir -p $(@D)
	$(call show,CC)$(COMPILE) -MMD -MP -c -o $@ $<

$(OBJ)/common.a: $(COMMON)
$(OUT)/lib/libhuzhu.a: $(LIBRARY)
$(ARCHIVES):
	@mkdir -p $(@D)
	@rm -f $@
	$(call show,AR)$(AR) rcs $@ $^

$(OBJ)/exports: Makefile
	@mkdir -p $(@D)
	@echo '{ global: hz_*; local: *; };' >$@

# "%<PRId64>", as xgettext writes it, is "%ld" or "%lld": what this compiler makes of it.
$(OUT)/share/locale/%/LC_MESSAGES/huzhu.mo: lib/po/%.po | build/setup/build
	@mkdir -p $(@D)
	$(call show,MSG)sed "$$({ echo '#include <inttypes.h>'; \
	    printf 's/<PRI[%s]%s>/PRI%s%s/g\n' d 64 d 64 u 64 u 64 d 32 d 32 u 32 u 32; } | \
	    $(CC) -E -P -x c - | grep '^s/' | tr -d ' "')" $< | msgfmt -c -o $@ -

$(SHARED): $(LIBRARY) $(OBJ)/exports
	@mkdir -p $(@D)
	$(call show,LINK)$(LINK) $(SO_FLAGS) -o $@ $(LIBRARY) $(LIBS)

# Changes when a command comes or goes.
$(OBJ)/names: force
	@mkdir -p $(@D)
	@echo '$(MAINS) $(wildcard man/hz-*.1)' | cmp -s - $@ || echo '$(MAINS) $(wildcard man/hz-*.1)' >$@

# hz lists what there is: { "reserve", "hz-mack", "one line" }, for each command.
$(OBJ)/commands.inc: $(MAINS) Makefile $(OBJ)/names
	@mkdir -p $(@D)
	@awk -F '"' 'FNR == 1 { split(FILENAME, at, "/") } \
	    /^    \.name = "hz-/ { name = $$2 } \
	    /^    \.summary = "/ { printf "{\"%s\", \"%s\", \"%s\"},\n", at[2], name, $$2 }' $(MAINS) >$@
# hz-audit and hz-merge start some of them, by kind: { "hz-mack", HZ_COMMAND_TABLE }.
$(OBJ)/programs.inc: $(MAINS) Makefile
	@mkdir -p $(@D)
	@awk -F '"' '/^    \.name = "hz-/ { name = $$2 } \
	    /^    \.kind = / { sub(/.*= /, ""); printf "{\"%s\", %s\n", name, $$0 }' $(MAINS) | \
	    sed 's/,$$/},/' >$@
# --help shows two examples of the page that name its command, of one line each.
$(OBJ)/examples.inc: $(wildcard man/hz-*.1) Makefile $(OBJ)/names
	@mkdir -p $(@D)
	@awk 'FNR == 1 { name = FILENAME; gsub(/.*\/|\.1$$/, "", name); held = ""; count = 0 } \
	    held && !/^> / && count++ < 2 { printf "{\"%s\", \"%s\"},\n", name, held } \
	    { held = "" } \
	    /^\$$ / && index($$0, name) && length < 110 { held = substr($$0, 3); gsub(/\\e/, "\\", held); \
	        gsub(/[\\"]/, "\\\\&", held) }' $(filter %.1,$^) >$@

# hz-report brings the description of the bulletin with it, a string a line.
$(OBJ)/%.inc: data/reports/%.yaml
	@mkdir -p $(@D)
	@sed 's/[\\"]/\\&/g; s/.*/"&\\n",/' $< >$@

$(OBJ)/cmd/report/bulletin.o: $(OBJ)/bulletin.en.inc $(OBJ)/bulletin.zh.inc
$(OBJ)/cmd/report/bulletin.o: private HOUSE += -I$(OBJ)
$(OBJ)/cmd/hz.o: $(OBJ)/commands.inc
$(OBJ)/cmd/common/help.o: $(OBJ)/examples.inc
$(OBJ)/cmd/audit/programs.o: $(OBJ)/programs.inc
$(OBJ)/cmd/hz.o $(OBJ)/cmd/common/help.o $(OBJ)/cmd/audit/programs.o: private HOUSE += -I$(OBJ)
$(OUT)/bin/hz: $(OBJ)/cmd/hz.o

# Commands lie in groups, their programs in one folder.
$(foreach m,$(MAINS),$(eval $(OUT)/bin/$(notdir $(m:.c=)): $(m:%.c=$(OBJ)/%.o)))
$(PROGRAMS): $(ARCHIVES)
	@mkdir -p $(@D)
	$(call show,LINK)$(LINK) -o $@ $(filter %.o,$^) $(ARCHIVES) $(LIBS)

$(OUT)/tests/%: $(OBJ)/tests/%.o $(ARCHIVES)
	@mkdir -p $(@D)
	$(call show,LINK)$(LINK) -o $@ $^ $(CHECK_LIBS) $(LIBS)

# Without a fuzzer, a fuzz target replays its corpus.
REPLAY := $(if $(filter-out fuzz,$(MODE)),$(OBJ)/tests/fuzz/replay.o)
$(OUT)/tests/fuzz/%: $(OBJ)/tests/fuzz/%.o $(REPLAY) $(ARCHIVES)
	@mkdir -p $(@D)
	$(call show,LINK)$(LINK) $(if $(filter fuzz,$(MODE)),-fsanitize=fuzzer) -o $@ $^ $(LIBS)

-include $(wildcard $(OBJ)/*/*.d $(OBJ)/*/*/*.d)

# ---- Showing and testing

demo: commands build/setup/demo ## the main job on shipped data, each pipeline shown before what it prints
	@sh tests/demo.sh $(OUT)/bin

export MODE CC CXX CPPFLAGS DEPS_CFLAGS DEPS_LIBS ONLY JOBS
export ASAN_OPTIONS  ?= detect_leaks=1:strict_string_checks=1:exitcode=99
export UBSAN_OPTIONS ?= print_stacktrace=1:exitcode=99
export TSAN_OPTIONS  ?= exitcode=99

# Only what ONLY asks for is built.
chosen   = $(strip $(if $(ONLY),$(foreach t,$1,$(if $(findstring $(ONLY),$t),$t)),$1))
PREPARED := $(call chosen,$(TESTS) $(FUZZERS)) \
            $(if $(filter release,$(MODE)), \
              $(if $(call chosen,tests/install.sh tests/floors.sh),stage))

check: commands build/setup/check $(PREPARED) ## everything that must pass; the last line counts it
	@OUT=$(OUT) HOUSE='$(HOUSE)' bash tests/run.sh $(TESTS) $(FUZZERS) $(SESSIONS)

# QUICK leaves out what takes minutes: Spark, packages, another processor.
SHORT := $(patsubst %,tests/engines/%.t,completion_keys postgres extension)

engines: all build/setup/check ## beside databases, data frames, Spark, as far as they can be had
	@SETUP='$(SETUP)' bash tests/engines/setup.sh $(QUICK)
	@$(MAKE) --silent install DESTDIR= PREFIX='$(CURDIR)/build/engines'
	@PATH="$$PWD/build/engines/bin:$$PATH" OUT=$(OUT) MODE=sessions LIMIT=1200 \
	    bash tests/run.sh $(if $(QUICK),$(SHORT),$(wildcard tests/engines/*.t) \
	        tests/engines/package.sh) man/huzhu-engines.7

# An installation to test, beside the build.
stage: all
	@rm -rf build/stage
	@$(MAKE) --silent install DESTDIR='$(CURDIR)/build/stage' PREFIX=/usr

fresh: ## the two commands on fresh machines (debootstrap; takes root and an hour)
	@bash tests/fresh.sh $(QUICK)

sanitize: ## the tests under the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory check MODE=sanitize

faults: commands ## each system call and allocation of some commands fails once, all of them
	@STEP=1 OUT=$(OUT) bash tests/faults.sh

thread: ## the tests under the thread sanitizer
	@$(MAKE) --no-print-directory check MODE=thread

golden: commands ## rewrite the sessions (tests/command, README.md, man) with what happens now
	@bash tests/golden.sh $(OUT) $(call chosen,$(SESSIONS))

coverage: ## lines run by the tests, by file
	@mkdir -p build/obj/coverage && find build/obj/coverage -name '*.gcda' -delete
	@$(MAKE) --no-print-directory check MODE=coverage; status=$$?; sh tests/coverage.sh; exit $$status

fuzz: ## fuzz with clang: FUZZ=date TIME=60 (default: every target for 60 seconds)
	@$(MAKE) --no-print-directory CC=clang MODE=fuzz run-fuzz

run-fuzz: $(if $(FUZZ),$(OUT)/tests/fuzz/fuzz_$(FUZZ),$(FUZZERS))
	@sh tests/fuzz/run.sh $(or $(TIME),60) $^

bench: commands ## measure speed and memory
	@for b in tests/bench/*.sh; do echo "== $$b"; \
	    BIN=$(OUT)/bin PATH="$$PWD/$(OUT)/bin:$$PATH" bash "$$b" || exit 1; done

lint: ## format, static analysis, manual pages
	@sh tests/lint.sh

format: ## let clang-format lay out every source
	@bash tests/umbrella.sh
	clang-format -i $(wildcard lib/*.h lib/*/*.[ch] cmd/*.c cmd/*/*.[ch] tests/*/*.[ch])

clean: ## remove build/
	rm -rf build

.PHONY: engines faults demo check stage fresh sanitize thread golden coverage fuzz run-fuzz bench lint \
        format clean

# ---- Installing

ROOT    = $(DESTDIR)$(PREFIX)
LIBROOT = $(DESTDIR)$(LIBDIR)
HEADERS := $(wildcard lib/*.h lib/*/*.h)
PAGES   := $(wildcard man/*.[1357])
CHINESE := $(wildcard man/zh_CN/*.[1357])
SHARE   := $(wildcard plans/*.* data/*.* $(filter-out data/share/%,$(wildcard data/*/*.*)))
# Completions, where the shells look; bash looks for a file a command.
COMPLETED := $(COMMANDS:%=share/bash-completion/completions/%) share/zsh/site-functions/_huzhu \
             share/fish/vendor_completions.d/huzhu.fish

install: all ## install under PREFIX (and DESTDIR)
	@set -e; put() { mkdir -p "$$(dirname "$$3")"; install -m "$$1" "$$2" "$$3"; }; \
	for f in $(COMMANDS); do put 755 "$(OUT)/bin/$$f" "$(ROOT)/bin/$$f"; done; \
	put 644 $(OUT)/lib/libhuzhu.a "$(LIBROOT)/libhuzhu.a"; \
	put 755 $(SHARED) "$(LIBROOT)/$(SONAME)"; \
	ln -sf $(SONAME) "$(LIBROOT)/$(notdir $(SHARED))"; \
	for f in $(HEADERS:lib/%=%); do put 644 "lib/$$f" "$(ROOT)/include/huzhu/$$f"; done; \
	for f in $(PAGES) $(CHINESE); do folder=$${f%/*}; \
	    page="$(ROOT)/share/$$folder/man$${f##*.}/$${f##*/}"; \
	    put 644 "$$f" "$$page"; sed 's/^\.Os$$/.Os huzhu $(VERSION)/' "$$f" >"$$page"; done; \
	for f in $(SHARE); do put 644 "$$f" "$(ROOT)/share/huzhu/$$f"; done; \
	put 644 data/share/completion/huzhu.bash "$(ROOT)/share/bash-completion/completions/hz"; \
	for f in $(filter-out hz,$(COMMANDS)); do \
	    ln -sf hz "$(ROOT)/share/bash-completion/completions/$$f"; done; \
	put 644 data/share/completion/_huzhu "$(ROOT)/share/zsh/site-functions/_huzhu"; \
	put 644 data/share/completion/huzhu.fish "$(ROOT)/share/fish/vendor_completions.d/huzhu.fish"; \
	put 644 data/share/python/huzhu.py "$(ROOT)/share/huzhu/python/huzhu.py"; \
	put 755 data/share/spark/hz_spark.py "$(ROOT)/share/huzhu/spark/hz_spark.py"; \
	for c in $(CATALOGUES:$(OUT)/%=%); do put 644 "$(OUT)/$$c" "$(ROOT)/$$c"; done; \
	mkdir -p "$(LIBROOT)/pkgconfig"; \
	printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$${prefix}/include/huzhu' \
	    'libdir=$(patsubst $(PREFIX)/%,$${prefix}/%,$(LIBDIR))' '' \
	    'Name: huzhu' 'Description: mutual-aid and health-insurance reserves, streamed' \
	    'Version: $(VERSION)' 'Requires: gsl' \
	    'Requires.private: yaml-0.1 gmp libcrypto jansson libzip expat xlsxwriter libcmark' \
	    'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -lhuzhu' 'Libs.private: -pthread' \
	    >"$(LIBROOT)/pkgconfig/huzhu.pc"

uninstall: ## remove what install put there
	@rm -f "$(LIBROOT)/libhuzhu.a" "$(LIBROOT)/$(SONAME)" "$(LIBROOT)/$(notdir $(SHARED))" \
	    "$(LIBROOT)/pkgconfig/huzhu.pc"; \
	cd "$(ROOT)" 2>/dev/null || exit 0; rm -f $(COMMANDS:%=bin/%) \
	    $(CATALOGUES:$(OUT)/%=%) $(COMPLETED) \
	    $(foreach p,$(PAGES) $(CHINESE),share/$(dir $(p))man$(subst .,,$(suffix $(p)))/$(notdir $(p))) && \
	rm -rf include/huzhu share/huzhu

dist: ## the committed tree as build/huzhu-VERSION.tar.gz
	@mkdir -p build
	git archive --prefix=huzhu-$(VERSION)/ -o build/huzhu-$(VERSION).tar.gz HEAD

# Where dpkg wants it, in a copy of the tree.
deb: ## Debian packages, in build/deb (debhelper)
	@rm -rf build/deb && mkdir -p build/deb/huzhu-$(VERSION)
	tar -c --exclude=./build --exclude=./.git . | tar -x -C build/deb/huzhu-$(VERSION)
	cp -R data/share/debian build/deb/huzhu-$(VERSION)/debian
	sed -i 's/@VERSION@/$(VERSION)/' build/deb/huzhu-$(VERSION)/debian/changelog
	cd build/deb/huzhu-$(VERSION) && env -u MAKEFLAGS -u MODE -u WERROR \
	    DEB_BUILD_OPTIONS=noautodbgsym \
	    dpkg-buildpackage -us -uc -b $(if $(filter -j%,$(MAKEFLAGS)),$(filter -j%,$(MAKEFLAGS)),-j2)

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: install uninstall dist deb help
