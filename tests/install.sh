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

# The module of Python, where there is Python, finds the library that lies with it.
python_says() { # PROGRAM EXPECTED
    local said
    said=$(PYTHONPATH="$stage/usr/share/huzhu/python" PYTHONDONTWRITEBYTECODE=1 python3 -c "$1" 2>&1)
    [ "$said" = "$2" ] || printf '%s\n' "it says: $said"
}
if command -v python3 >/dev/null; then
    verdict 'huzhu.py gives the figures of Mack (1994): 52,135 and 26,909' "$(python_says '
import huzhu
total = huzhu.reserve(open("data/published/raa.csv").read(), method="mack")[-1]
print(total["ibnr"], total["se"])' '52135.23 26909.01')"
    verdict 'huzhu.py takes lists and dictionaries, and passes over what is not known' "$(python_says '
import huzhu
rows = [[100, 150, 160], [110, 165], [120, None, float("nan")]]
given = huzhu.reserve(rows), huzhu.reserve({1: rows[0], "2": rows[1], 3: rows[2]})
print(given[0] == given[1], [row["ibnr"] for row in given[0]])
print(huzhu.reserve(rows, "cape-cod", exposure=[1, 1, 1])[0]["origin"])' 'True [0.0, 11.0, 72.0, 83.0]
1')"
    verdict 'what huzhu.py refuses is an exception with its status' "$(python_says '
import huzhu
def refused(*given, **settings):
    try:
        print(huzhu.reserve(*given, **settings))
    except huzhu.Error as error:
        print(error.status, error)
refused([[100, "x"], [110]])
refused([[100, 120], [110]], tail="x")
refused([[100, 120], [110]], method="mac")
huzhu._library.cache_clear(); huzhu.os.environ["HUZHU_LIBRARY"] = "/dev/null"
refused([[100, 120], [110]])' '1 triangle:3:5: value: "x" is not a number (expected 1234.5, without separators)
2 tail: "x" is no value for it
2 no method is called "mac"
3 the library cannot be used (/dev/null: file too short): set HUZHU_LIBRARY to libhuzhu.so')"
fi

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
