#!/usr/bin/env bash
# install.sh: what `make install` put under build/stage works from there, and uninstall removes it
# all.
set -u
. tests/tap.sh

stage=$PWD/build/stage
version=$(sed -n 's/^.define HZ_VERSION "\(.*\)"/\1/p' lib/huzhu.h)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for source in cmd/*/hz-*.c; do
    command=$(basename "$source" .c)
    said=$("$stage/usr/bin/$command" --version 2>&1)
    verdict "$command --version tells its name and the version" \
        "$([ "$said" = "$command (huzhu) $version" ] || printf '%s\n' "it says: $said")"
done

# The program of huzhu(3), in C and in C++, prints what hz-reserve does.
awk '/^#include <huzhu.h>/ { on = 1 } /^\.Ed/ { on = 0 } on' man/huzhu.3 | sed 's/\\e/\\/g' >"$scratch/user.c"
usr=$scratch/usr # pkg-config and lists of flags do not stand a space in a path
ln -s "$stage/usr" "$usr"
# shellcheck disable=SC2086
prints_mack() { # COMPILER...
    local flags
    flags=$(PKG_CONFIG_PATH=$usr/lib/pkgconfig pkg-config --define-variable="prefix=$usr" --cflags --libs huzhu) &&
        "$@" -o "$scratch/user" "$scratch/user.c" $flags 2>&1 &&
        LD_LIBRARY_PATH=$usr/lib "$scratch/user" data/published/raa.csv >"$scratch/printed" &&
        "$stage/usr/bin/hz-reserve" --method mack --format table data/published/raa.csv | diff - "$scratch/printed"
}
verdict 'the program of huzhu(3) finds the shared library by pkg-config' "$(prints_mack $CC -std=c11 || echo failed)"
verdict 'and in C++' "$(prints_mack "$CXX" -x c++ || echo failed)"

verdict 'the manuals tell the version' \
    "$(grep -Lx "\.Os huzhu $version" "$stage"/usr/share/man/{,zh_CN/}man*/*)"
verdict 'the Chinese pages lie where man looks for them' "$(for page in man/zh_CN/*; do
    name=${page##*/}
    [ -e "$stage/usr/share/man/zh_CN/man${name##*.}/$name" ] || echo "$name is not there"
done)"

cp -R "$stage" "$scratch/stage"
MAKEFLAGS='' make -s uninstall DESTDIR="$scratch/stage" PREFIX=/usr
verdict 'uninstall leaves nothing' "$(find "$scratch/stage" ! -type d)"

MAKEFLAGS='' make -s install DESTDIR="$scratch/multi" PREFIX=/usr LIBDIR=/usr/lib64
verdict 'LIBDIR is where the library goes, and pkg-config says so' "$(
    [ -e "$scratch/multi/usr/lib64/libhuzhu.a" ] && [ ! -e "$scratch/multi/usr/lib" ] &&
        grep -qxF 'libdir=${prefix}/lib64' "$scratch/multi/usr/lib64/pkgconfig/huzhu.pc" || find "$scratch/multi" -name '*huzhu*'
)"
MAKEFLAGS='' make -s uninstall DESTDIR="$scratch/multi" PREFIX=/usr LIBDIR=/usr/lib64
verdict 'uninstall leaves nothing there either' "$(find "$scratch/multi" ! -type d)"

exported() {
    nm -D -P --defined-only "$stage/usr/lib/libhuzhu.so" | awk '$1 !~ /^hz_/ { print $1 }'
}
[ "$(uname -s)" = Linux ] && verdict 'the shared library exports hz_ names only' "$(exported)"
finish
