#!/usr/bin/env bash
# floors.sh: what the sources may not do: include from a floor above, go in circles, use a library
# outside its room, call a function that is banned, or define a name of somebody else's.
set -u
. tests/tap.sh

sources=$(find lib cmd -name '*.[ch]' | sort)

# A source without its comments and, for calls, its strings; lines keep their numbers.
code() {
    perl -0777 -pe 's{("(?:\\.|[^"\\\n])*")|/\*.*?\*/|//[^\n]*}{defined $1 ? $1 : do { (my $c = $&) =~ tr/\n//cd; $c }}gse' "$1"
}
calls() {
    code "$1" | sed -E 's/"([^"\\]|\\.)*"/""/g'
}

room_of() {
    case $1 in
    lib/huzhu.h) echo umbrella ;;
    lib/*) echo "$1" | cut -d/ -f2 ;;
    cmd/common/*) echo common ;;
    *) echo cmd ;;
    esac
}

# The rooms that a room may include from, apart from itself: the floors below it.
rooms_below() {
    local ground='base' first='base random file' subjects='base random file plan growth risk life triangle fund'
    case $1 in
    base) ;;
    random | file) echo $ground ;;
    stream | plan | growth | risk | life) echo $first ;;
    triangle | fund) echo $first growth risk life ;;
    reserve) echo $subjects ;;
    project) echo $subjects reserve ;;
    variability) echo $subjects reserve project ;;
    record) echo $subjects reserve project stream ;;
    report) echo $subjects reserve project stream variability record ;;
    umbrella) echo $subjects reserve project stream variability record report ;;
    common) echo $subjects reserve project stream variability record report huzhu.h ;;
    cmd) echo $subjects reserve project stream variability record report common audit huzhu.h ;;
    esac
}

# FILE:LINE of each include, with what is included: "lib/base/text.c:5 base/text.h".
includes() {
    for source in $sources; do
        code "$source" | sed -nE "/^[ \t]*#[ \t]*include/{=;s/[^<\"]*([<\"][^>\"]*).*/\1/p;}" |
            paste -d ' ' - - | sed "s|^|$source:|"
    done
}
all_includes=$(includes)

climbing() {
    while read -r place what; do
        [[ $what == '"'* ]] || continue
        what=${what#\"}
        room=$(room_of "${place%:*}")
        [[ $what != */* || " $room $(rooms_below "$room") " == *" ${what%%/*} "* ]] ||
            echo "$place: $room may not include $what (only: $(rooms_below "$room"))"
    done <<<"$all_includes"
}
verdict 'no include climbs the floors' "$(climbing)"

# A header goes by its name under lib/ or cmd/.
circles() {
    while read -r place what; do
        header=${place%:*} header=${header#lib/} header=${header#cmd/}
        [[ $header == *.h && $what == '"'* ]] && echo "$header ${what#\"}"
    done <<<"$all_includes" | { tsort >/dev/null; } 2>&1
}
verdict 'no headers include each other in a circle' "$(circles)"

# FILE FILE NAMES...: which file uses names that another defines, as the symbols of the objects say.
# hz_command is main.c's one way up: each program brings its own.
uses() {
    find "build/obj/$MODE/lib" "build/obj/$MODE/cmd" -name '*.o' -exec nm -A -P {} + 2>/dev/null | awk '
        { file = $1; sub(/:.*/, "", file); sub(/.*obj\/[a-z]*\//, "", file); sub(/o$/, "c", file)
          name = $2; sub(/^_/, "", name) }
        name !~ /^hz_/ || name == "hz_command" { next }
        $3 == "U" { wanted[file " " name]; next }
        $3 ~ /[A-TV-Z]/ { by[name] = file }
        END {
            for (w in wanted) {
                split(w, of, " ")
                if (by[of[2]] != "" && by[of[2]] != of[1])
                    names[of[1] " " by[of[2]]] = names[of[1] " " by[of[2]]] " " of[2]
            }
            for (pair in names) print pair names[pair]
        }' | sort
}
all_uses=$(uses)

climbing_calls() {
    while read -r source what names; do
        room=$(room_of "$source") of=$(room_of "$what")
        [[ " $room $(rooms_below "$room") " == *" $of "* ]] ||
            echo "$source: $room may not use what $what defines: $names"
    done <<<"$all_uses"
}
verdict 'no call climbs the floors' "$(climbing_calls)"
verdict 'no files call each other in a circle' \
    "$(cut -d ' ' -f 1,2 <<<"$all_uses" | { tsort >/dev/null; } 2>&1)"
verdict 'the symbols of the objects can be read' \
    "$([ "$(wc -l <<<"$all_uses")" -gt 500 ] || echo "nm names too few: $(wc -l <<<"$all_uses")")"

# Tables and files belong beside a model, not into it. These are files of a whole by their nature.
of_files='_table|_file|_rows|_schema|_read'
with_files='plan/plans|growth/reconcile|triangle/(origin_exposure|selections)'
with_files+='|fund/(fund_reserves|fund_terms)|reserve/portfolio|project/scenario'
strays() {
    grep -E ' "file/' <<<"$all_includes" |
        grep -E '^lib/(plan|growth|risk|life|triangle|fund|reserve|project|variability)/' |
        grep -vE "^lib/([a-z]+/[a-z_]*($of_files)|$with_files)\.[ch]:"
}
verdict 'in a subject room, what reads and writes tables and files is named so' "$(strays)"

# library_rooms LIBRARY INCLUDE PLACES...: who else includes it; both are patterns.
library_rooms() {
    local pattern=$1 allowed=$2
    grep -E "<$pattern" <<<"$all_includes" | grep -vE "^($allowed)"
}
verdict 'GSL stays in random and the domain (and memory.c, which silences it)' \
    "$(library_rooms gsl/ 'lib/(random/|triangle/|reserve/|variability/|project/|growth/|life/|risk/|fund/)|lib/base/memory\.c:[0-9]+ <gsl/gsl_errno\.h')"
verdict 'libyaml stays in file' "$(library_rooms yaml 'lib/file/')"
verdict 'libzip stays in file' "$(library_rooms zip.h 'lib/file/xlsx_')"
verdict 'expat stays in file' "$(library_rooms expat 'lib/file/xlsx_')"
verdict 'libxlsxwriter stays in file' "$(library_rooms xlsxwriter 'lib/file/xlsx_')"
verdict 'cmark stays in report' "$(library_rooms cmark 'lib/report/prose\.c')"
verdict 'GMP stays in base' "$(library_rooms gmp 'lib/base/')"
verdict 'libcrypto stays in base/digest' "$(library_rooms openssl/ 'lib/base/digest\.c')"
verdict 'jansson stays in stream/manifest' "$(library_rooms jansson 'lib/stream/manifest')"
verdict 'Random123 stays in random' "$(library_rooms Random123/ 'lib/random/random\.c')"
verdict 'threads stay in base, file and stream' "$(library_rooms pthread 'lib/(base|file|stream)/')"

# called PATTERN SOURCE...: where a function of that name is called (not a member of that name).
called() {
    local names=$1 source
    shift
    for source; do
        calls "$source" | grep -nE "(^|[^A-Za-z0-9_.>])($names)[[:space:]]*\(" | sed "s|^|$source:|"
    done
}
# Where a batch's rows lie is stream/'s own affair.
verdict 'no file outside stream looks into the part of a batch' \
    "$(find lib cmd -name '*.[ch]' -not -path 'lib/stream/*' -exec grep -nE 'batch(->|\.)part\b' {} +)"

# No checks, no bounds, or hidden state.
banned='atoi|atol|atoll|atof|gets|strtok|sprintf|vsprintf|strcpy|strcat|strncpy|strncat|stpcpy|scanf|sscanf'
banned+='|fscanf|gmtime|localtime|asctime|ctime|rand|srand|alloca|tmpnam|mktemp|system'
# shellcheck disable=SC2086
verdict 'no banned function is called' "$(called "$banned" $sources)"

# The library leaves the process to the program.
outside='printf|vprintf|puts|putchar|perror|exit|getenv|setenv|setlocale|signal|time|clock|clock_gettime|gettimeofday'
# shellcheck disable=SC2046
verdict 'the library prints nothing, ends nothing, and asks nothing of clock, locale or environment' \
    "$(called "$outside" $(find lib -name '*.[ch]'))"

foreign() {
    nm -P -g "$OUT/lib/libhuzhu.a" 2>/dev/null | awk 'NF > 1 && $2 ~ /^[A-TV-Z]$/ && $1 !~ /^_?hz_/ { print $1 }'
}
verdict 'every name that the library defines begins with hz_' "$(foreign)"
finish
