#!/bin/sh
# setup.sh build|check|make: finds what a build (or the tests) needs, installs what is missing with the
# system's package manager, and prints the flags as a Makefile. make runs it when build/setup/ is
# empty. Where it may not install, it prints the command that would, and ends with status 2.
set -eu

: "${CC:=cc}" "${CPPFLAGS:=}" "${PKG_CONFIG:=pkg-config}"

# What, and its packages (a comma between two; "-": not packaged there).
table='
#            apt-get            dnf                  apk           pacman     brew
make  make      make              make                 make          make       make
build cc        gcc,libc6-dev     gcc,glibc-devel      gcc,musl-dev  gcc        gcc
build pkgconfig pkg-config        pkgconf-pkg-config   pkgconf       pkgconf    pkgconf
build gsl       libgsl-dev        gsl-devel            gsl-dev       gsl        gsl
build yaml-0.1  libyaml-dev       libyaml-devel        yaml-dev      libyaml    libyaml
build libcrypto libssl-dev        openssl-devel        openssl-dev   openssl    openssl@3
build jansson   libjansson-dev    jansson-devel        jansson-dev   jansson    jansson
build gmp       libgmp-dev        gmp-devel            gmp-dev       gmp        gmp
build random123 librandom123-dev  Random123-devel      -             -          -
build xxhash.h  libxxhash-dev     xxhash-devel         xxhash-dev    xxhash     xxhash
build libintl.h libc6-dev         glibc-devel          musl-dev      glibc      gettext
build msgfmt    gettext           gettext              gettext       gettext    gettext
check bash      bash              bash                 bash          bash       bash
check prove     perl              perl-Test-Harness    perl-utils    perl       perl
check diff      diffutils         diffutils            diffutils     diffutils  diffutils
check openssl   openssl           openssl              openssl       openssl    openssl@3
check cmocka    libcmocka-dev     libcmocka-devel      cmocka-dev    cmocka     cmocka
check mandoc    mandoc            mandoc               mandoc        -          mandoc
'

say() {
    echo "huzhu: $*" >&2
}

# Homebrew keeps headers outside the compiler's own path; the system's libc lacks two parts of glibc's.
brew_flags() {
    command -v brew >/dev/null 2>&1 && [ "$(uname -s)" = Darwin ] || return 0
    prefix=$(brew --prefix)
    case $1 in
    cflags) echo "-isystem $prefix/include -isystem $prefix/opt/gettext/include" ;;
    libs) echo "-L$prefix/lib -L$prefix/opt/gettext/lib -lintl -liconv" ;;
    esac
}

compiles() {
    # shellcheck disable=SC2086,SC2046
    echo "#include <$1>" | $CC $CPPFLAGS $(brew_flags cflags) -x c -fsyntax-only -
}

have() {
    case $1 in
    cc) compiles stdio.h ;;
    pkgconfig) command -v "$PKG_CONFIG" ;;
    gsl | gmp | yaml-0.1 | libcrypto | jansson | cmocka) "$PKG_CONFIG" --exists "$1" ;;
    random123) compiles Random123/philox.h ;;
    *.h) compiles "$1" ;;
    *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

# The things of a stage that are not there.
missing_of() {
    echo "$table" | while read -r stage thing packages; do
        [ "$stage" = "$1" ] || continue
        have "$thing" || echo "$thing"
    done
}

# packages_of COLUMN THING...: their packages.
packages_of() {
    column=$1
    shift
    for thing; do
        echo "$table" | awk -v thing="$thing" -v column="$column" '$2 == thing { print $(column + 2) }'
    done | tr ',' '\n' | grep -vx -e - | sort -u | tr '\n' ' '
}

install_them() {
    column=0 manager=
    for candidate in apt-get dnf apk pacman brew; do
        column=$((column + 1))
        command -v $candidate >/dev/null 2>&1 && manager=$candidate && break
    done
    case $manager in
    apt-get) update='apt-get update' add='apt-get install -y --no-install-recommends' ;;
    dnf) update=: add='dnf install -y' ;;
    apk) update=: add='apk add --update-cache' ;;
    pacman) update=: add='pacman -Sy --needed --noconfirm' ;;
    brew) update=: add='brew install' ;;
    *)
        say "missing: $*; and no package manager known here (apt-get, dnf, apk, pacman, brew)"
        exit 2
        ;;
    esac
    packages=$(packages_of $column "$@")
    [ -n "$packages" ] || return 0
    as_root=
    if [ "$(id -u)" -ne 0 ] && [ $manager != brew ]; then
        as_root='sudo '
        if ! sudo -n true >/dev/null 2>&1; then
            say "missing: $*. Install with:"
            echo "    $as_root$add $packages" >&2
            exit 2
        fi
    fi
    say "missing: $*; running: $as_root$add $packages"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { $as_root$update || say "going on with the package lists that are here"; } </dev/null >&2
    # shellcheck disable=SC2086
    $as_root$add $packages </dev/null >&2 || { say "cannot install: $packages"; exit 2; }
}

missing=$(missing_of "$1")
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_them $missing
    for thing in $(missing_of "$1"); do
        case $thing in
        mandoc) say "no mandoc here: the manual pages will not be checked" ;;
        random123)
            say "the headers of Random123 are missing: put include/Random123 of" \
                "https://github.com/DEShawResearch/random123 into /usr/local/include"
            exit 2
            ;;
        cc)
            say "the C compiler '$CC' does not work here"
            exit 2
            ;;
        *)
            say "$thing is still missing"
            exit 2
            ;;
        esac
    done
fi

# Warnings in other people's headers are not ours.
flags() {
    what=$1
    shift
    "$PKG_CONFIG" "--$what" "$@" | sed 's/-I/-isystem /g'
}

case $1 in
build)
    echo "DEPS_CFLAGS := $(flags cflags gsl yaml-0.1 gmp libcrypto jansson) $(brew_flags cflags)"
    echo "DEPS_LIBS := $(flags libs gsl yaml-0.1 gmp libcrypto jansson) $(brew_flags libs)"
    ;;
check)
    echo "CHECK_CFLAGS := $(flags cflags cmocka)"
    echo "CHECK_LIBS := $(flags libs cmocka)"
    ;;
esac
