#!/bin/sh
# lint.sh: the layout, what static analysis sees, and the manual pages. Installs nothing.
set -u
status=0

# with TOOL COMMAND...: runs the command, or says where the tool comes from.
with() {
    tool=$1
    shift
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "$tool is not installed (the package is called $tool on most systems)" >&2
        status=1
        return
    fi
    echo "== $tool"
    "$@" || status=1
}

sources=$(find lib cmd tests -name '*.[ch]' | sort)

# No line is wider than 100 columns, where a Chinese character takes two.
narrow() {
    wide=$(LC_ALL=C.UTF-8 wc -L "$@" | awk '$1 > 100 && $2 != "total" { print $2 ": a line of " $1 " columns" }')
    [ -z "$wide" ] && return
    echo "$wide"
    return 1
}
# shellcheck disable=SC2086
with wc narrow $sources
# shellcheck disable=SC2086
with clang-format clang-format --dry-run -Werror $sources
# What is suppressed by kind it gets wrong: compound literals in a choice, the address of a buffer
# that outlives the call, an index that bounds its own text.
with cppcheck cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
    --suppress=missingIncludeSystem --suppress=internalAstError --suppress=ignoredReturnValue \
    --suppress=autoVariables --suppress=arrayIndexThenCheck --suppress=uninitvar --error-exitcode=1 -D_GNU_SOURCE -Ilib -Icmd -j 2 lib cmd
with mandoc mandoc -Tlint -Wwarning man/*.[1357]
with shellcheck shellcheck -x -S warning tests/*.sh tests/fuzz/*.sh .ci/run
exit $status
