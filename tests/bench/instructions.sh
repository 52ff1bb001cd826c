#!/usr/bin/env bash
# instructions.sh: how many instructions the main streams take for 100,000 rows, by valgrind's
# callgrind, one thread: seconds mean little on a machine that others use, too. They are held to
# instructions.csv beside this script: one of more than 5 % more ends it with status 1, one of more
# than 5 % less is told. UPDATE=1 writes the file anew, JOBS=PATTERN counts some of the jobs. Counts
# hold for one compiler and one libc, which the file names: with others they are only shown.
# valgrind is optional.
set -euo pipefail
bin=${BIN:-build/bin} rows=100000
kept=$(dirname "$0")/instructions.csv
if ! command -v valgrind > /dev/null; then
    echo "valgrind is not there"
    exit 0
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$bin/hz-simulate" members --rows $rows --seed 1 > "$dir/members.csv"
"$bin/hz-simulate" claims --rows $rows --seed 1 > "$dir/claims.csv"
head -c 40 "$dir/members.csv" > "$dir/key"
chmod 600 "$dir/key"
machine="$(${CC:-cc} -dumpfullversion) $(getconf GNU_LIBC_VERSION | cut -d' ' -f2)"

count() { # NAME FILE COMMAND...: instructions
    local file=$2
    shift 2
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bin/$1" "${@:2}" --threads 1 \
        "$dir/$file.csv" 2>&1 > /dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
jobs="unearned members hz-unearned --as-of 2022-12-31 --by plan,office
ledger_members members hz-ledger members --from 2020 --to 2025
ledger_months members hz-ledger members --from 2020 --to 2025 --grain month
years_members members hz-years members --by plan,office
persons members hz-years members --persons member
prospect_members members hz-prospect members --as-of 2022-12-31
check_members members hz-check members
mask members hz-mask --key $dir/key
paid claims hz-triangle
incurred claims hz-triangle --measure incurred
incurred_adjacent claims hz-triangle --measure incurred --adjacent
ledger_claims claims hz-ledger claims --from 2020 --to 2025
check_claims claims hz-check claims"
while read -r name file command; do
    # shellcheck disable=SC2086 # words of a command
    echo "$name,$(count "$name" "$file" $command)"
done <<< "$(grep -E "${JOBS:-}" <<< "$jobs")" > "$dir/now"
if [ -n "${UPDATE:-}" ] && [ -z "${JOBS:-}" ]; then
    { echo "job,instructions,$machine"; cat "$dir/now"; } > "$kept"
fi
awk -F, -v machine="$machine" '
    NR == FNR && FNR == 1 { same = ($3 == machine) }
    NR == FNR && FNR == 1 && !same { print "kept counts are of another compiler or libc: " $3 }
    NR == FNR { was[$1] = $2; next }
    { more = was[$1] && $2 ? 100 * ($2 / was[$1] - 1) : 0; said = ""
      if ($2 == "") { said = "not counted"; bad++ }
      else if (!was[$1]) said = "new: keep it with UPDATE=1"
      else if (same && more > 5) { said = "too many"; bad++ }
      else if (same && more < -5) said = "fewer: keep them with UPDATE=1"
      printf "%-20s %14d %+7.1f %%  %s\n", $1, $2, more, said }
    END { exit (bad > 0) }' "$kept" "$dir/now"
