#!/usr/bin/env bash
# umbrella.sh: writes the includes of lib/huzhu.h: every header of the library, by room, in the
# order in which the rooms stand there. `make format` runs it; tests/headers.sh checks the result.
set -eu
all=lib/huzhu.h
rooms=$({ sed -nE 's/^#include "([a-z]+)\/.*/\1/p' "$all" && ls -d lib/*/ | cut -d / -f 2; } | awk '!seen[$0]++')
list=$(for room in $rooms; do
    headers=$(find "lib/$room" -name '*.h' 2>/dev/null | LC_ALL=C sort)
    [ -z "$headers" ] || sed 's|^lib/\(.*\)|#include "\1"|; $s|$|\n|' <<<"$headers"
done)
awk -v list="$list" '
    /^#include "/ { if (!done++) print list; skip = 1; next }
    skip && /^$/ { next }
    skip { print ""; skip = 0 }
    { print }' "$all" >"$all.new"
if cmp -s "$all" "$all.new"; then rm "$all.new"; else mv "$all.new" "$all"; fi
