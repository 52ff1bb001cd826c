#!/bin/sh
# coverage.sh: the share of lines that the tests ran, by file, lowest first. Called by `make
# coverage`.
set -eu

find build/obj/coverage/lib build/obj/coverage/cmd -name '*.gcda' | while read -r data; do
    gcov --no-output --object-directory "$(dirname "$data")" "$data" 2>/dev/null
done | awk -F "[':%]" '
    /^File / { file = $2 }
    /^Lines executed/ && file ~ /^(lib|cmd)\/.*\.c$/ {
        split($3, words, " of ")
        share = $2 + 0; lines = $0; sub(/.* of /, "", lines)
        printf "%6.1f %% of %5d  %s\n", share, lines, file
        all += lines; run += lines * share / 100
        file = ""
    }
    END { if (all) printf "%6.1f %% of %5d  in all\n", 100 * run / all, all }' | sort -n
