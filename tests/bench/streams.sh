#!/usr/bin/env bash
# streams.sh: every stream in one run, beside the bar that each is held to: seconds (the median of
# RUNS, two threads, in the page cache), seconds of processors, which others' work lengthens less,
# MB/s, how many times the seconds of the job in the column `beside`, and bytes of memory that each
# thing takes which a job remembers: a claim, a person, a cover. Before times, the answers are
# compared: of one and of two threads, of --adjacent, --sorted and any order, and of the peers.
# DuckDB and polars are optional: python3 -m venv /tmp/peers && /tmp/peers/bin/pip install duckdb
# polars, then PYTHON=/tmp/peers/bin/python3 make bench; so is mawk. ROWS=10000000 RUNS=5 may be
# set; claims are half as many rows, covers to join twice, and persons to tell apart
# PERSONS=100000000 rows (0: none). unearned.sh and triangle.sh have more peers. STRICT=1 ends with
# status 1 if a bar is missed.
set -euo pipefail
rows=${ROWS:-10000000} runs=${RUNS:-5} bin=${BIN:-build/bin} python=${PYTHON:-python3}
persons=${PERSONS:-$((10 * rows))}
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$(dirname "$0")/../.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
declare -A count took kept # things in a file; microseconds and KiB of a job

# ---- The files

"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$dir/members"
"$bin/hz-simulate" claims --rows $((rows / 2)) --seed 1 > "$dir/claims"
awk -F, -v OFS=, 'NR == 1 { print $0, "deposit"; next } { print $0, 10 * (NR % 5) }' "$dir/members" \
    > "$dir/savings"
sed '2,$ s/new$/newly/' "$dir/members" > "$dir/warned"
"$bin/hz-simulate" members --rows "$persons" --seed 2 > "$dir/persons"
awk -v n=$((2 * rows)) 'BEGIN { print "member,plan,start,end,units"; for (i = 0; i < n; i++)
    printf "M%09d,beijing-allowance,2024-01-01,2024-12-31,1\n", i }' > "$dir/covers"
awk -v n=$((rows / 2)) -v m=$((2 * rows)) 'BEGIN { srand(8); print "claim,member,plan,benefit,event,days"
    for (i = 0; i < n; i++) printf "C%08d,M%09d,beijing-allowance,ALLOW,2024-%02d-%02d,%d\n", i,
        int(rand() * m), 1 + int(rand() * 12), 1 + int(rand() * 28), 1 + int(rand() * 40) }' > "$dir/joined"
awk -F, -v OFS=, 'NR == 1 { print $0, "start,end,units"; next } { print $0, "2024-01-01,2024-12-31,1" }' \
    "$dir/joined" > "$dir/settled"
cp "$root/data/published/raa.csv" "$dir/raa"
head -c 40 "$dir/members" > "$dir/key"
chmod 600 "$dir/key"
for file in members savings warned persons settled; do count[$file]=$(($(wc -l < "$dir/$file") - 1)); done
count[claims]=$(tail -n +2 "$dir/claims" | cut -d, -f1 | uniq | wc -l)
count[joined]=$((2 * rows)) count[raa]=1

# ---- The jobs: name, beside which, bars, file ("|" before it: through a pipe), command

ci="--tables $root/data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --benefit 1000"
plans="--plans $root/plans/beijing-allowance-2011.yaml"
unearned='hz-unearned --as-of 2022-12-31 --by plan,office'
jobs="wc-l - - members wc -l
unearned wc-l <=2x members $unearned
DuckDB unearned >=8x members duckdb unearned
polars unearned - members polars unearned
mawk:sums unearned - members mawk_sums
unearned-pipe - - |members $unearned
DuckDB unearned-pipe >=10x |members duckdb unearned /dev/stdin
cat unearned-pipe - |members cat
ledger-members unearned <=2x members hz-ledger members --from 2020 --to 2025
ledger-months unearned - members hz-ledger members --from 2020 --to 2025 --grain month
years-members unearned <=2x members hz-years members --by plan,office
savings unearned <=2x savings hz-savings --as-of 2022-12-31 --rate 2% --by plan
illness unearned <=2x members hz-illness --as-of 2021-12-31 $ci --by office
prospect-members unearned <=3x members hz-prospect members --as-of 2022-12-31
check-members unearned >=700MB/s members hz-check members
check-sorted unearned >=700MB/s members hz-check members --sorted
check-warnings unearned >=150MB/s warned hz-check members
mask unearned >=600MB/s members hz-mask --key $dir/key
persons - <10s,<=24B persons hz-years members --persons member
paid - - claims hz-triangle
DuckDB paid >=8x claims duckdb paid
polars paid - claims polars paid
incurred-adjacent paid <=2x,<=16B claims hz-triangle --measure incurred --adjacent
incurred paid <=4x,<=64B claims hz-triangle --measure incurred
ledger-claims paid <=3x,<=64B claims hz-ledger claims --from 2020 --to 2025
ledger-adjacent paid <=16B claims hz-ledger claims --from 2020 --to 2025 --adjacent
years-claims paid - claims hz-years claims --count claims
check-claims paid >=500MB/s claims hz-check claims
benefit - >=4M/s settled hz-benefit $plans
benefit-joined - <=40B joined hz-benefit $plans --members $dir/covers --totals
DuckDB benefit-joined >=1x joined duckdb joined $dir/joined $dir/covers
mack - <0.005s raa hz-reserve --method mack"
[ "$persons" -gt 0 ] || jobs=$(grep -v '^persons ' <<< "$jobs")

mawk_sums() {
    mawk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { k = $at["plan"] "," $at["office"]; n[k]++; s[k] += $at["contribution"] }
        END { for (k in s) printf "%s,%d,%.2f\n", k, n[k], s[k] }' "$1"
}
is_here() { # COMMAND
    case $1 in
    duckdb | polars) "$python" -c "import $1" 2> /dev/null ;;
    mawk_sums) command -v mawk > /dev/null ;;
    *) true ;;
    esac
}

command_of() { # THREADS FILE COMMAND...: sets `command`, and `source` that it reads
    local threads=$1 last=()
    source=$dir/${2#|}
    case $2 in '|'*) ;; *) last=("$source") ;; esac
    shift 2
    case $1 in
    hz-*) command=("$bin/$1" "${@:2}" --threads "$threads" "${last[@]}") ;;
    duckdb | polars) [ $# -gt 2 ] && last=() ; command=("$python" "$here/peers.py" "$@" "${last[@]}") ;;
    *) command=("$@" "${last[@]}") ;;
    esac
}
go() { # the command on its file, or on a pipe
    case $file in
    '|'*)
        # shellcheck disable=SC2002 # a pipe is what is measured
        cat "$source" | "${command[@]}"
        ;;
    *) "${command[@]}" ;;
    esac
}

# ---- Answers

answer() { { go 2> /dev/null || true; } | cksum; }
same() { [ "$1" = "$2" ] || { echo "the answers differ: $3" >&2; exit 1; }; }
while read -r name _ _ file words; do
    case $words in hz-*) ;; *) continue ;; esac
    # shellcheck disable=SC2086 # words of a command
    command_of 1 "$file" $words
    one=$(answer)
    # shellcheck disable=SC2086
    command_of 2 "$file" $words
    same "$one" "$(answer)" "$name"
    case $words in *--adjacent* | *--sorted*)
        # shellcheck disable=SC2086
        command_of 2 "$file" $(sed 's/--adjacent//; s/--sorted//' <<< "$words")
        same "$one" "$(answer)" "$name, any order"
        ;;
    esac
done <<< "$jobs"

# Rows of keys, numbers and, last, an amount; doubles may be a yuan off.
agree() { # NAME KEYS OURS THEIRS
    awk -F, -v keys="$2" -v name="$1" '
        { key = $1; for (i = 2; i <= keys; i++) key = key "," $i }
        NR == FNR { ours[key] = $0; n++; next }
        { split(ours[key], x, ","); m++
          for (i = keys + 1; i <= NF; i++) if (!(key in ours) || x[i] - $i > 1 || $i - x[i] > 1) bad = key }
        END { if (bad != "" || n != m || n == 0) { print "the answers differ: " name " " bad; exit 1 } }' "$3" "$4" >&2
}
on() { # FILE COMMAND...: what it prints
    file=$1
    command_of 2 "$@"
    go
}
# shellcheck disable=SC2086
on members $unearned | awk -F, -v OFS=, 'NR > 1 && $1 != "total" { print $1, $2, $3, $4, int($NF + 0.5) }' > "$dir/unearned"
on claims hz-triangle --incremental | awk -F, 'NR > 1 && $3 != 0' > "$dir/paid"
# shellcheck disable=SC2086
on joined hz-benefit $plans --members "$dir/covers" --totals | tail -n 1 | cut -d, -f2 > "$dir/benefit"
for peer in duckdb polars; do
    is_here $peer || continue
    "$python" "$here/peers.py" $peer unearned "$dir/members" > "$dir/theirs"
    agree "$peer" 2 "$dir/unearned" "$dir/theirs"
    "$python" "$here/peers.py" $peer paid "$dir/claims" | awk -F, '$3 != 0' > "$dir/theirs"
    agree "$peer" 2 "$dir/paid" "$dir/theirs"
done
if is_here duckdb; then
    "$python" "$here/peers.py" duckdb joined "$dir/joined" "$dir/covers" > "$dir/theirs"
    same "$(cat "$dir/benefit")" "$(cat "$dir/theirs")" 'DuckDB, claims joined to covers'
fi
if is_here mawk_sums; then
    mawk_sums "$dir/members" | LC_ALL=C sort > "$dir/theirs"
    same "$(cut -d, -f1-4 "$dir/unearned" | LC_ALL=C sort | cksum)" "$(cksum < "$dir/theirs")" mawk
fi

# ---- Times

times() { # microseconds of the command and of processors, the median of $1 runs each
    local TIMEFORMAT='%3R %3U %3S' run
    for ((i = 0; i < $1; i++)); do
        run=$({ time go > /dev/null 2>&1 || true; } 2>&1)
        awk '{ print 1e6 * $1, 1e6 * ($2 + $3) }' <<< "$run"
    done > "$dir/runs"
    for column in 1 2; do
        cut -d' ' -f$column "$dir/runs" | sort -n | sed -n "$((($1 + 1) / 2))p"
    done | paste -sd' '
}
memory() { # KiB, if there is a program that tells
    [ -x /usr/bin/time ] && [ "$(type -t "${command[0]}")" = file ] || { echo 0; return; }
    { /usr/bin/time -f %M "${command[@]}" < "$source" > /dev/null || true; } 2>&1 | tail -n 1
}
echo "$rows member rows, $((rows / 2)) claim rows of ${count[claims]} claims, $((2 * rows)) covers," \
    "two threads, medians of $runs, $(date +%F)"
echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo 2> /dev/null | sed -n 1p), $(getconf _NPROCESSORS_ONLN)" \
    "processors, load $(cut -d' ' -f1 /proc/loadavg 2> /dev/null)"
for peer in duckdb polars; do ! is_here $peer || "$python" "$here/peers.py" $peer version; done
! is_here mawk_sums || mawk -W version 2>&1 | sed -n 1p
printf '%-18s %9s %7s %7s %7s  %-16s %7s  %-14s %s\n' job seconds cpu MB/s times beside bytes bar met
while read -r name beside bars file words; do
    # shellcheck disable=SC2086
    is_here ${words%% *} || continue
    # shellcheck disable=SC2086
    command_of 2 "$file" $words
    case $file in raa) n=21 ;; persons) n=1 ;; *) n=$runs ;; esac
    [ "$runs" -gt 1 ] || n=1
    read -r now cpu < <(times "$n")
    took[$name]=$now kept[$name]=$(memory)
    awk -v name="$name" -v t="$now" -v cpu="$cpu" -v beside="$beside" -v of="${took[$beside]:-0}" -v bars="$bars" \
        -v kib=$((kept[$name] - ${kept[unearned]:-0})) -v size="$(wc -c < "$source")" \
        -v n="${count[${file#|}]}" '
        function measured(bar) {
            if (bar ~ /x$/) return times
            if (bar ~ /MB.s$/) return size / t
            if (bar ~ /M.s$/) return n / t
            return bar ~ /B$/ ? bytes : t / 1e6
        }
        function met(bar,    is, want) {
            is = measured(bar); want = substr(bar, match(bar, /[0-9]/)) + 0
            return bar ~ /^>/ ? is >= want : bar ~ /=/ ? is <= want : is < want
        }
        BEGIN {
            times = of ? t / of : 0; bytes = kib > 0 ? kib * 1024 / n : 0
            for (b = 1; b <= split(bars, bar, ","); b++)
                if (bar[b] != "-") said = said (said == "" ? "" : ",") (met(bar[b]) ? "yes" : "no")
            printf "%-18s %9.3f %7.3f %7.0f %7s  %-16s %7.1f  %-14s %s\n", name, t / 1e6, cpu / 1e6, size / t,
                (of ? sprintf("%.1f", times) : ""), (of ? beside : ""), bytes, bars, said
            exit (said ~ /no/) }' || missed=1
done <<< "$jobs"
[ -z "${STRICT:-}" ] || exit "${missed:-0}"
