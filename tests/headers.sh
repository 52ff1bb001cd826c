#!/usr/bin/env bash
# headers.sh: each header compiles alone, and lib/huzhu.h includes every header under lib/.
set -u
. tests/tap.sh

# $HOUSE and the like are lists of words.
# shellcheck disable=SC2086
compile_alone() {
    $CC $HOUSE $DEPS_CFLAGS $CPPFLAGS -Wall -Wextra -Werror -fsyntax-only -x c - <<<"#include \"$1\"" 2>&1
}

for header in lib/*.h lib/*/*.h cmd/*/*.h; do
    [ -e "$header" ] || continue
    name=${header#*/}
    verdict "$header compiles alone" "$(compile_alone "$name")"
    guard=$(grep -c '^#ifndef HZ_[A-Z_]*_H$' "$header")
    verdict "$header has a guard" "$([ "$guard" -eq 1 ] || echo "want one: #ifndef HZ_ROOM_NAME_H")"
done

for header in lib/*/*.h; do
    grep -qxF "#include \"${header#lib/}\"" lib/huzhu.h || echo "#include \"${header#lib/}\""
done >"$OUT/tap/umbrella"
verdict 'lib/huzhu.h includes every header of the library' "$(cat "$OUT/tap/umbrella")"
rm "$OUT/tap/umbrella"
finish
