#!/bin/sh
# setup.sh STAGE [FOLDER]: finds what a stage needs (build, check, make, demo, fresh), installs what is
# missing with the system's package manager, and writes the stage's compiler flags to FOLDER. Where
# it may not install (no rights, or SETUP=no), it names every package that building and testing need
# in one command, and ends with status 2. make runs it before the first thing is compiled.
set -eu

: "${CC:=cc}" "${CXX:=c++}" "${CPPFLAGS:=}" "${PKG_CONFIG:=pkg-config}" "${SETUP:=yes}"

# What, and its packages (a comma between two; "-": not packaged there). Debian 13 leaves out what
# its xlsxwriter.pc requires.
table='
#            apt-get            dnf                  apk           pacman     brew
make  make      make              make                 make          make       make
build cc        gcc,libc6-dev     gcc,glibc-devel      gcc,musl-dev  gcc        gcc
build clang     clang,libc6-dev   clang,glibc-devel    clang,musl-dev clang     -
build pkgconfig pkg-config        pkgconf-pkg-config   pkgconf       pkgconf    pkgconf
build gsl       libgsl-dev        gsl-devel            gsl-dev       gsl        gsl
build yaml-0.1  libyaml-dev       libyaml-devel        yaml-dev      libyaml    libyaml
build libcrypto libssl-dev        openssl-devel        openssl-dev   openssl    openssl@3
build jansson   libjansson-dev    jansson-devel        jansson-dev   jansson    jansson
build gmp       libgmp-dev        gmp-devel            gmp-dev       gmp        gmp
build libzip    libzip-dev        libzip-devel         libzip-dev    libzip     libzip
build expat     libexpat1-dev     expat-devel          expat-dev     expat      expat
build xlsxwriter libxlsxwriter-dev,zlib1g-dev,libminizip-dev libxlsxwriter-devel libxlsxwriter-dev libxlsxwriter libxlsxwriter
build libcmark  libcmark-dev      cmark-devel          cmark-dev     cmark      cmark
build random123 librandom123-dev  Random123-devel      -             -          -
build xxhash.h  libxxhash-dev     xxhash-devel         xxhash-dev    xxhash     xxhash
build msgfmt    gettext           gettext              gettext       gettext    gettext
check c++       g++               gcc-c++              g++           gcc        gcc
check bash      bash              bash                 bash          bash       bash
check prove     perl              perl-Test-Harness    perl-utils    perl       perl
check diff      diffutils         diffutils            diffutils     diffutils  diffutils
check openssl   openssl           openssl              openssl       openssl    openssl@3
check ssh-keygen openssh-client   openssh              openssh-keygen openssh      openssh
check cmocka    libcmocka-dev     libcmocka-devel      cmocka-dev    cmocka     cmocka
check strace    strace            strace               strace        strace     -
check mandoc    mandoc            mandoc               mandoc        -          mandoc
demo  gnuplot   gnuplot-nox       gnuplot              gnuplot       gnuplot    gnuplot
fresh debootstrap debootstrap     debootstrap          debootstrap   debootstrap -
fresh git       git               git                  git           git        git
'

say() {
    echo "huzhu: $*" >&2
}

# Homebrew keeps headers outside the compiler's own path; the system's libc lacks a part of glibc's.
brew_flags() {
    command -v brew >/dev/null 2>&1 && [ "$(uname -s)" = Darwin ] || return 0
    prefix=$(brew --prefix)
    case $1 in
    cflags) echo "-isystem $prefix/include" ;;
    libs) echo "-L$prefix/lib -liconv" ;;
    esac
}

compiles() {
    # shellcheck disable=SC2086,SC2046
    echo "#include <$1>" | $CC $CPPFLAGS $(brew_flags cflags) -x c -fsyntax-only -
}

have() {
    case $1 in
    cc | clang) compiles stdio.h ;;
    c++) command -v "$CXX" ;;
    pkgconfig) command -v "$PKG_CONFIG" ;;
    gsl | gmp | yaml-0.1 | libcrypto | jansson | libzip | expat | xlsxwriter | libcmark | cmocka) "$PKG_CONFIG" --exists "$1" ;;
    random123) compiles Random123/philox.h ;;
    *.h) compiles "$1" ;;
    *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

# The things of stages that are not there. Of the two compilers only the one that is used is wanted.
missing_of() {
    case $CC in
    *clang*) other=cc ;;
    *) other=clang ;;
    esac
    for wanted; do
        echo "$table" | while read -r stage thing packages; do
            [ "$stage" = "$wanted" ] && [ "$thing" != $other ] || continue
            have "$thing" || echo "$thing"
        done
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

find_manager() {
    column=0
    for manager in apt-get dnf apk pacman brew; do
        column=$((column + 1))
        command -v $manager >/dev/null 2>&1 && break
        manager=
    done
    case $manager in
    apt-get) update='apt-get update' add='apt-get install -y --no-install-recommends' ;;
    dnf) update='' add='dnf install -y' ;;
    apk) update='' add='apk add --update-cache' ;;
    pacman) update='' add='pacman -Sy --needed --noconfirm' ;;
    brew) update='' add='brew install' ;;
    *)
        say "missing: $*; and no package manager known here (apt-get, dnf, apk, pacman, brew)"
        exit 2
        ;;
    esac
}

# May it install, and by whom?
may_install() {
    as_root=
    [ "$SETUP" != no ] || return 1
    [ "$(id -u)" -ne 0 ] && [ $manager != brew ] || return 0
    as_root='sudo '
    sudo -n true >/dev/null 2>&1
}

# What is missing for anything, so that nobody has to ask twice.
tell_all() {
    # shellcheck disable=SC2046
    say "these packages are missing, and $1. To build and to test, run${2:+ as root}:"
    # shellcheck disable=SC2046,SC2086
    echo "    ${update:+$update && }$add $(packages_of $column $(missing_of build check $3))" >&2
    exit 2
}

install_them() {
    find_manager "$@"
    packages=$(packages_of $column "$@")
    [ -n "$packages" ] || return 0
    if ! may_install; then
        case $stage in
        build | check) more= ;;
        *) more=$stage ;;
        esac
        who=
        [ $manager = brew ] || who=root
        [ "$SETUP" != no ] || tell_all 'SETUP=no says not to install them' "$who" "$more"
        tell_all 'this account may not install them' "$who" "$more"
    fi
    say "missing: $*; running: $as_root$add $packages"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    [ -z "$update" ] || $as_root$update </dev/null >&2 || say "going on with the package lists that are here"
    # shellcheck disable=SC2086
    $as_root$add $packages </dev/null >&2 || { say "cannot install: $packages"; exit 2; }
}

stage=$1 folder=${2:-}
missing=$(missing_of "$stage")
if [ "$stage" = demo ] && [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    (install_them $missing) && [ -z "$(missing_of demo)" ] ||
        say "going on without gnuplot: the report will be whole, but have no pictures, and say so"
    exit 0
fi
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_them $missing
    for thing in $(missing_of "$stage"); do
        case $thing in
        mandoc) say "no mandoc here: the manual pages will not be checked" ;;
        strace) say "no strace here: faults of the machine will not be tried" ;;
        random123)
            say "the headers of Random123 are missing: put include/Random123 of" \
                "https://github.com/DEShawResearch/random123 into /usr/local/include"
            exit 2
            ;;
        cc | clang)
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

# Warnings in other people's headers are not ours. Debian 13's xlsxwriter.pc brings the folder of
# minizip, whose zip.h is not libzip's.
flags() {
    what=$1
    shift
    "$PKG_CONFIG" "--$what" "$@" | sed 's|-I[^ ]*/minizip||g; s/-I/-isystem /g'
}

case $folder$stage in
*/build) needs='gsl yaml-0.1 gmp libcrypto jansson libzip expat xlsxwriter libcmark' ;;
*/check) needs=cmocka ;;
*) exit 0 ;;
esac
# shellcheck disable=SC2086
{
    echo "$(flags cflags $needs) $(brew_flags cflags)" >"$folder$stage.cflags"
    echo "$(flags libs $needs) $(brew_flags libs)" >"$folder$stage.libs"
}
