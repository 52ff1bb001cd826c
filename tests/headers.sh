#!/usr/bin/env bash
# headers.sh: each header compiles alone, those of the library in C++ too, with names as C has them;
# and lib/huzhu.h includes every header under lib/.
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

# The names of its functions are C's if its declarations are between the two marks of
# base/linkage.h.
# shellcheck disable=SC2086
compile_alone_in_cpp() {
    $CXX -x c++ -std=c++17 -Ilib -Wall -Wextra -Werror -fsyntax-only - <<<"#include \"$1\"" 2>&1
    [ "$1" = base/linkage.h ] || [ "$1" = base/attr.h ] || awk '
        /^HZ_BEGIN_C$/ { begins++ } /^HZ_END_C$/ { ends++ }
        END { if (begins != 1 || ends != 1) print "want HZ_BEGIN_C after its includes and HZ_END_C at its end" }' "lib/$1"
}
for header in lib/*/*.h; do
    verdict "$header compiles alone in C++" "$(compile_alone_in_cpp "${header#lib/}")"
done

for header in lib/*/*.h; do
    grep -qxF "#include \"${header#lib/}\"" lib/huzhu.h || echo "#include \"${header#lib/}\""
done >"$OUT/tap/umbrella"
verdict 'lib/huzhu.h includes every header of the library' "$(cat "$OUT/tap/umbrella")"
rm "$OUT/tap/umbrella"
finish
