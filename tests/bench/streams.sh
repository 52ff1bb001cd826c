#!/usr/bin/env bash
# streams.sh: every stream in one run: seconds (the median of RUNS, two threads, in the page cache),
# MB/s, how many times the seconds of hz-unearned (members) or of the paid triangle (claims), and
# bytes of memory a row, beside the bar that each is held to. Before times, the answers of one and
# of two threads are compared, and those of --adjacent with those of any order. ROWS=10000000
# RUNS=5 may be set; claims are half as many rows. What hz-unearned and hz-benefit are beside
# others: unearned.sh, duckdb.sh, triangle.sh, benefit.sh.
set -euo pipefail
rows=${ROWS:-10000000} runs=${RUNS:-5} bin=${BIN:-build/bin}
root=$(cd "$(dirname "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
members=$dir/members.csv claims=$dir/claims.csv savings=$dir/savings.csv warned=$dir/warned.csv
"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$members"
"$bin/hz-simulate" claims --rows $((rows / 2)) --seed 1 > "$claims"
awk -F, -v OFS=, 'NR == 1 { print $0, "deposit"; next } { print $0, 10 * (NR % 5) }' "$members" \
    > "$savings"
sed '2,$ s/new$/newly/' "$members" > "$warned"
head -c 40 "$members" > "$dir/key"
chmod 600 "$dir/key"
ci="--tables $root/data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --benefit 1000"

# NAME, what its time is held against, the bar, the file, the command.
jobs="unearned - - members hz-unearned --as-of 2022-12-31 --by plan,office
wc-l unearned - members wc -l
ledger-members unearned <=2x members hz-ledger members --from 2020 --to 2025
ledger-by-month unearned - members hz-ledger members --from 2020 --to 2025 --grain month
years-members unearned <=2x members hz-years members --by plan,office
persons unearned 24_bytes members hz-years members --persons member
savings unearned <=2x savings hz-savings --as-of 2022-12-31 --rate 2% --by plan
illness unearned <=2x members hz-illness --as-of 2021-12-31 $ci --by office
prospect-members unearned <=3x members hz-prospect members --as-of 2022-12-31
check-members unearned 700_MB/s members hz-check members
check-warnings unearned 150_MB/s warned hz-check members
mask unearned 600_MB/s members hz-mask --key $dir/key
paid - - claims hz-triangle
incurred paid <=4x claims hz-triangle --measure incurred
incurred-adjacent paid <=2x claims hz-triangle --measure incurred --adjacent
ledger-claims paid <=3x claims hz-ledger claims --from 2020 --to 2025
ledger-adjacent paid - claims hz-ledger claims --from 2020 --to 2025 --adjacent
check-claims paid 500_MB/s claims hz-check claims"

command_of() { # THREADS FILE COMMAND...: sets the array `command`
    local threads=$1 file=$2
    shift 2
    command=("$@" "${!file}")
    if [ "$1" != wc ]; then command=("$bin/$1" "${@:2}" --threads "$threads" "${!file}"); fi
}
answer() { command_of "$@"; { "${command[@]}" 2> /dev/null || true; } | cksum; }
same() { [ "$1" = "$2" ] || { echo "the answers differ: $3" >&2; exit 1; }; }
while read -r name _ _ file words; do
    # shellcheck disable=SC2086 # words of a command
    same "$(answer 1 "$file" $words)" "$(answer 2 "$file" $words)" "$name"
done <<< "$jobs"
for words in "hz-triangle --measure incurred" "hz-ledger claims --from 2020 --to 2025"; do
    # shellcheck disable=SC2086
    same "$(answer 2 claims $words)" "$(answer 2 claims $words --adjacent)" "$words"
done

now() { date +%s%N; }
times() { # microseconds of the command
    for ((i = 0; i < runs; i++)); do
        t=$(now)
        "${command[@]}" > /dev/null 2>&1 || true
        echo $((($(now) - t) / 1000))
    done | sort -n | sed -n "$(((runs + 1) / 2))p"
}
memory() { # KiB, if there is a program that tells
    [ -x /usr/bin/time ] || { echo 0; return; }
    { /usr/bin/time -f %M "${command[@]}" > /dev/null; } 2>&1 | tail -n 1
}
echo "$rows member rows, $((rows / 2)) claim rows, two threads, medians of $runs"
printf '%-18s %8s %8s %8s %10s  %s\n' job seconds MB/s times bytes/row bar
declare -A took
while read -r name beside bar file words; do
    # shellcheck disable=SC2086
    command_of 2 "$file" $words
    took[$name]=$(times)
    awk -v name="$name" -v t="${took[$name]}" -v of="${took[$beside]:-0}" \
        -v kib="$(memory)" -v bar="${bar//_/ }" -v bytes="$(wc -c < "${!file}")" \
        -v n="$(($(wc -l < "${!file}") - 1))" 'BEGIN {
            printf "%-18s %8.2f %8.0f %8s %10.1f  %s\n", name, t / 1e6, bytes / t,
                of ? sprintf("%.1f", t / of) : "", kib * 1024 / n, bar }'
done <<< "$jobs"
