#!/usr/bin/env bash
# close.sh: one year's close over a whole history, as an association runs it: member and claim
# records checked, unearned contributions by plan and office, years with distinct persons, ledgers
# of both, what is to come, the paid and the incurred triangle. One run each, two threads: seconds
# and MiB of memory, and their sum. The history of a national association is ROWS=190000000
# CLAIMS=5240000 (14 GB of disk at TMPDIR, or more memory than that for a second reading).
set -euo pipefail
rows=${ROWS:-10000000} claims=${CLAIMS:-$((rows / 36))} bin=${BIN:-build/bin}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$dir/members"
"$bin/hz-simulate" claims --rows "$claims" --seed 1 > "$dir/claims"

jobs="members hz-check members --sorted
members hz-unearned --as-of 2022-12-31 --by plan,office
members hz-years members --by plan,office --persons member
members hz-ledger members --from 2020 --to 2025
members hz-prospect members --as-of 2022-12-31
claims hz-check claims
claims hz-triangle
claims hz-triangle --measure incurred
claims hz-ledger claims --from 2020 --to 2025"
echo "$rows member rows ($(($(wc -c < "$dir/members") / 1000000)) MB), $claims claim rows, two threads, $(date +%F)"
printf '%9s %7s  %s\n' seconds MiB job
sum=0
while read -r file command; do
    start=${EPOCHREALTIME/[.,]/} memory=0
    # shellcheck disable=SC2086 # words of a command
    if [ -x /usr/bin/time ]; then
        memory=$({ /usr/bin/time -f %M "$bin/"$command --threads 2 "$dir/$file" > /dev/null; } 2>&1 | tail -n 1)
    else
        "$bin/"$command --threads 2 "$dir/$file" > /dev/null
    fi
    took=$((${EPOCHREALTIME/[.,]/} - start)) sum=$((sum + took))
    awk -v t=$took -v m="$memory" -v c="$command" 'BEGIN { printf "%9.2f %7.0f  %s\n", t / 1e6, m / 1024, c }'
done <<< "$jobs"
awk -v t=$sum 'BEGIN { printf "%9.2f          all\n", t / 1e6 }'
