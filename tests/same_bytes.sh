#!/usr/bin/env bash
# same_bytes.sh [SEED...]: every fold and every map gives the same bytes with any number of threads,
# in blocks of any size, from a file, a pipe or several files, and from any shards. The files are
# random (records.awk), and so is how each command is run on them: all of it hangs on the seed.
# Prints what differs, and status 1. ROWS=N sets the rows, WORD=ledger runs the commands that have
# that word, WAYS=N each in so many ways, KEEP=DIR leaves the files of the last seed there. BESIDE=DIR holds
# the commands of another build, whose results must be the same, too.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
: "${WAYS:=3}" "${WORD:=}" "${BESIDE:=}"
dir=${KEEP:-$(mktemp -d)}
[ -n "${KEEP:-}" ] || trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir" && cd "$dir" || exit 3
differences=0
awk() { LC_ALL=C command awk "$@"; } # bytes

# Random numbers that are the same with every shell: sets `drawn`, from 0 to N - 1, or a word.
draw() { state=$((state * 16807 % 2147483647)) drawn=$((state % 65536 % $1)); }
pick() { draw $#; shift "$drawn"; drawn=$1; }

differs() { # HOW
    echo "differs: seed $seed: ${job[*]}: $1"
    differences=$((differences + 1))
}

# ---- The files

# How a file of records, a line each, is laid out: its ends of lines, and no end of the last.
lay_out() {
    case $lines in
    crlf) sed 's/$/\r/' ;;
    blank) awk 'NR % 97 == 0 { print "" } { print }' ;;
    open) awk '{ printf "%s%s", (NR > 1 ? "\n" : ""), $0 }' ;;
    *) cat ;;
    esac | tr '\036' '\n'
}
records() { awk -v seed="$seed" -v rows="$rows" -v from="$from" -v years="$span" "$@" -f "$root/tests/records.awk"; }
shuffle() { # all but the header
    awk -v state="$((state + 1))" 'NR == 1 { print; next }
        { state = state * 16807 % 2147483647; printf "%010d,%s\n", state, $0 | "sort | cut -d, -f2-" }'
}
stray() { # bytes that nobody expects: quotes anywhere, ends of lines, what is no UTF-8
    awk -v state="$((state + 7))" '
        function random(n) { state = state * 16807 % 2147483647; return int(state / 2147483647 * n) }
        BEGIN { n = split("\" \r \036 \037 \377 , \" \"\",\"", byte, " ") }
        NR == 1 || random(15) > 0 { print; next }
        { at = random(length($0) + 1); print substr($0, 1, at) byte[1 + random(n)] substr($0, at + 1) }'
}
# Claims as hand-made ones are, each a row, of as many persons; and the covers that they are of.
settled() {
    awk -F, -v OFS=, -v rows="$rows" -v state="$state" '
        { line[NR] = $0 }
        function random(n) { state = state * 16807 % 2147483647; return state % n }
        NR == 1 { print }
        END { for (r = 1; r <= rows / 4 && NR > 1; r++) {
                  $0 = line[2 + random(NR - 1)]; n = 1 + random(1 + rows / 20)
                  $1 = "C" r; $2 = sprintf("M%05d", n); print } }' "$root/tests/vectors/benefit.csv"
}
covers() { # of settled claims: the first that names a member and plan says which
    awk -F, -v OFS=, 'NR == 1 { print "member,plan,start,end,wait_from,units,enter_type,contribution"; next }
        !seen[$2, $3]++ { print $2, $3, $9, $10, $11, $12, $13, 10 * (NR % 13) }'
}
make_files() {
    pick lf crlf blank open; lines=$drawn
    records -v kind=members > members.lines
    awk -F, 'NR == 1 { while ($++at != "member_id"); print; next }
        { print $at "\t" $0 | "LC_ALL=C sort -s -k1,1 | cut -f2-" }' members.lines > persons.lines
    records -v kind=claims -v tame=1 -v once=1 > adjacent.lines
    records -v kind=claims -v tame=1 > returned.lines
    records -v kind=claims | shuffle > claims.lines
    records -v kind=entries > entries.lines
    settled > settled.lines
    hz-simulate members --enrolments $((1 + rows)) --seed "$seed" --as-of 2024-12-31 > old.csv
    hz-prospect members --as-of 2024-12-31 --quiet old.csv > exposure.csv
    hz-simulate claims --enrolments $((1 + rows)) --seed "$seed" | shuffle > old.lines
    stray < members.lines > stray.lines
    for kind in members persons claims adjacent returned entries settled stray old; do lay_out < $kind.lines > $kind.csv; done
    for kind in members claims adjacent returned entries; do
        [ "$(wc -l < $kind.csv)" -ge "$rows" ] || { echo "no records of seed $seed" && exit 3; }
    done
    covers < settled.lines > covers.lines
    lay_out < covers.lines > covers.csv
    { head -n 1 settled.lines; tail -n +2 settled.lines | LC_ALL=C sort -t, -k2,2; } > sorted.csv
    { head -n 1 covers.lines; tail -n +2 covers.lines | LC_ALL=C sort; } > sorted-covers.csv
    cp sorted.csv sorted.lines
}
printf '%s\n' 'scenario: none' 'growth: 0' 'renewal: 100%' 'lapse: 0' 'price: 0' 'inflation: 0' \
    'trend: 0' > none.yaml
printf '0123456789abcdef0123456789abcdef\n' > key
chmod 600 key

# ---- What is compared

# Runs a command: what it prints and its status in NAME, what it says in NAME.err.
run() { # NAME COMMAND...
    "${@:2}" > "$1" 2> "$1.err"
    echo "status $?" >> "$1"
}
# The last line said, which counts the rows, its codes in order.
counts() { tail -n 1 "$1" | sed 's/^hz-[^ ]*: //' | tr '(),' '[\n*]' | sed 's/^ *//' | sort; }
same_counts() { failed one || cmp -s <(counts one.err) <(counts more.err); }
failed() { [ "$(wc -l < "$1")" -le 1 ] && [ "$(cat "$1")" != 'status 0' ]; } # printed nothing

# Any number of threads, blocks of any size, from anywhere: all that is printed, said and written.
same_ways() { # FILE COMMAND...
    local file=$1 way threads block from what written=(reject) aside=()
    shift
    case $1 in hz-check | hz-mask | hz-benefit) written+=(findings) ;; esac
    for what in "${written[@]}"; do aside+=("--$what" "more.$what"); done
    run one "$@" --threads 1 "${aside[@]/#more/one}" "$file"
    [ "$(tail -n 1 one)" != 'status 2' ] || differs 'refused by the command line'
    for ((way = 0; way < WAYS; way++)); do
        pick 1 2 3 8; threads=$drawn
        pick $((rows > 300 ? 900 : 1)) 64 333 777 1000 4099 20000 65537 1048576; block=$drawn
        pick file file stdin pipe parts gb18030; from=$drawn
        [ "$kind" != stray ] || from=${from/#[pg]*/pipe}
        set -- "$@" --threads "$threads" --block "$block" "${aside[@]}"
        case $from in
        file) run more "$@" "$file" ;;
        stdin) run more "$@" < "$file" ;;
        pipe)
            # shellcheck disable=SC2002 # a pipe is what is meant
            cat "$file" | run more "$@"
            ;;
        parts) cut_up 3; run more "$@" part.*.csv ;;
        gb18030) iconv -f UTF-8 -t GB18030 "$file" | run more "$@" --encoding GB18030 ;;
        esac
        set -- "${@:1:$#-4-${#aside[@]}}"
        sed -i "s|<stdin>|$file|g" more.err "${written[@]/#/more.}"
        case $from in
        parts | gb18030) cmp -s one more && same_counts ;;
        *) cmp -s one more && cmp -s one.err more.err && same_files "${written[@]}" ;;
        esac || differs "$threads threads, blocks of $block, $from"
    done
    if [ -n "$BESIDE" ]; then
        run more "$BESIDE/$1" "${@:2}" "$file"
        cmp -s one more || differs "another build"
    fi
}
same_files() { # WHAT...
    local what
    for what; do cmp -s "one.$what" "more.$what" || return 1; done
}

# part.1.csv ... part.N.csv, headers on each: cut anywhere, or dealt out by the row.
cut_up() { # N [how]
    local how=${2:-cut}
    rm -f part.*
    draw 30000
    awk -v n="$1" -v how="$how" -v state="$((drawn + 1))" '
        function random(n) { state = state * 16807 % 2147483647; return int(state / 2147483647 * n) }
        NR == 1 { for (p = 1; p <= n; p++) print > ("part." p ".lines"); next }
        { line[++rows] = $0 }
        END { for (p = 1; p < n; p++) cut[random(rows + 1)]++
              p = 1
              for (r = 0; r < rows; r++) {
                  p += cut[r]
                  print line[r + 1] > ("part." (how == "cut" ? p : 1 + random(n)) ".lines") } }' \
        "$kind.lines"
    for ((p = 1; p <= $1; p++)); do lay_out < "part.$p.lines" > "part.$p.csv"; done
}

# Any shards, in any order, joined at once or some first: what is printed, and the counts of rows.
same_shards() { # cut|dealt COMMAND...
    local how=$1 parts states threads block
    shift
    run one "$@" --quiet "$kind.csv"
    draw 7; parts=$((drawn + 1))
    cut_up $parts "$how"
    states=$(for ((p = 1; p <= parts; p++)); do echo "$((p * state % 9973)) part.$p.state"; done | sort | cut -d' ' -f2)
    draw 2; numbered=$drawn
    draw 2; headless=$drawn
    [ $headless = 0 ] || head -n 1 "part.1.csv" > header
    draw 3; keyed=; case "$drawn $*" in 0*--persons*) keyed='--key key' ;; esac
    for ((p = 1; p <= parts; p++)); do
        pick 1 2 3; threads=$drawn
        pick 50 777 4099 1048576; block=$drawn
        [ $headless = 0 ] || sed -i 1d "part.$p.csv"
        # shellcheck disable=SC2046,SC2086 # words
        "$@" --partial $keyed --threads $threads --block $block \
            $([ "$numbered" = 1 ] && echo "--part $p/$parts") \
            $([ "$headless" = 1 ] && echo '--header header') "part.$p.csv" > part.$p.state 2> /dev/null
    done
    if [ "$kind" != adjacent ]; then
        "$@" --partial --threads 1 --quiet "$kind.csv" > one.state 2> /dev/null
        "$@" --partial --threads "$threads" --block "$block" --quiet "$kind.csv" > more.state 2> /dev/null
        cmp -s one.state more.state || differs "the state, $threads threads, blocks of $block"
    fi
    case $* in *--tables* | *--exposure* | *--plans*) merge=("$@") ;; *) merge=(hz-merge) ;; esac
    pick all all two one; joined=$drawn
    # shellcheck disable=SC2046,SC2086 # names of states
    case $joined in
    all) run more "${merge[@]}" --quiet $states ;;
    two)
        "${merge[@]}" --quiet --partial $(head -n 2 <<< "$states") > first.state 2> /dev/null
        run more "${merge[@]}" --quiet first.state $(tail -n +3 <<< "$states")
        ;;
    one) cat $states > all.state; run more "${merge[@]}" --quiet all.state ;;
    esac
    if ! cmp -s one more || ! same_counts; then differs "$parts parts, $how, joined: $joined"; fi
}

# A job is the kind of its records, and its command: true if it is to be done. What is drawn for it
# hangs on it alone, not on the jobs before it.
begin() { # KIND COMMAND...
    kind=$1 job=("${@:2}")
    [[ "${job[*]}" == *$WORD* ]] || return 1
    kept=$state state=$((($(cksum <<< "$seed ${job[*]}" | cut -d' ' -f1)) % 2147483646 + 1))
    draw 2
}
end() { state=$kept; }
map() { # KIND COMMAND...
    begin "$@" || return 0
    same_ways "$kind.csv" "${job[@]}"
    end
}
fold() { # KIND COMMAND...
    begin "$@" || return 0
    same_ways "$kind.csv" "${job[@]}"
    same_shards cut "${job[@]}"
    same_shards dealt "${job[@]}"
    end
}
adjacent() { # COMMAND...: with --adjacent as without
    begin adjacent "$@" --adjacent || return 0
    same_ways adjacent.csv "${job[@]}"
    same_shards cut "${job[@]}"
    run one "$@" --quiet adjacent.csv
    run more "$@" --quiet --adjacent adjacent.csv
    cmp -s one more || differs 'without --adjacent'
    run one "$@" --quiet returned.csv # where some claims come back: they are found, or do no harm
    same_or_refused "$@"
    end
}
same_or_refused() { # COMMAND...: one is right
    pick 1 2 3; threads=$drawn
    pick 50 777 4099; block=$drawn
    run more "$@" --quiet --adjacent --threads "$threads" --block "$block" returned.csv
    failed more || cmp -s one more || differs "claims that come back, $threads threads, blocks of $block"
    kind=returned
    cut_up 4
    for p in 1 2 3 4; do "$@" --quiet --adjacent --partial part.$p.csv > part.$p.state 2> /dev/null; done
    run more hz-merge --quiet part.3.state part.1.state part.4.state part.2.state
    failed more || cmp -s one more || differs "claims that come back, 4 parts"
}

# ---- The jobs of a seed: some of their options are drawn

options() {
    pick plan office plan,office unit_name member,plan sex; by="--by $drawn"
    pick plan office plan,office unit_name plan,unit_name; claims_by="--by $drawn"
    pick year quarter month; grain="--grain $drawn" starts=
    [ "$drawn" = month ] || { pick '' '' '--year-starts 4' '--year-starts 12'; starts=$drawn; }
    pick year year year:quarter Q:M month Y:M; grains="--grain $drawn"
    [ "$span" -le 5 ] || grains='--grain year' # of few cells
    [ "$grains" = '--grain year' ] || claims_by='--by plan'
    pick member member_id; persons="--persons $drawn"
    pick "$((from + span / 2))-06-30" "$((from + (span > 1)))-12-31" "$((from + span))-11-30"; day=$drawn
    years='--from 1991 --to 2062'
    ci="--tables $root/data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --benefit 1000"
}
# shellcheck disable=SC2086 # words of a command
jobs() {
    for method in daily 24ths 78 reverse-78; do fold members hz-unearned --as-of $day $by --method $method; done
    fold members hz-unearned --as-of $day $by --method risk --risk-weights 30:0,180:0.5
    fold members hz-savings --as-of $day --rate 2% $by
    fold members hz-savings --as-of $day --rate 2% --ladder
    fold members hz-illness --as-of $day $ci $by
    for more in '' "$persons" '--risk-weights 30:0,60:0.5'; do
        fold members hz-ledger members $years $grain $starts $more
    done
    fold members hz-years members $by $grain
    fold members hz-years members $claims_by $persons --years 07-01
    for more in '' '--risk-weights 30:0.5'; do fold members hz-prospect members --as-of $day $more; done
    for measure in paid incurred reported closed; do
        pick event report start; origin=$drawn
        pick '' "--as-of $day" --incremental --ex-gratia; more=$drawn
        fold claims hz-triangle --measure $measure --origin $origin $grains $claims_by $more
        [ $measure = paid ] || adjacent hz-triangle --measure $measure $grains $claims_by
    done
    fold claims hz-ledger claims $years $grain $starts
    adjacent hz-ledger claims $years $grain
    for count in claims payments; do fold claims hz-years claims --count $count $persons $claims_by; done
    adjacent hz-years claims --count claims $persons $claims_by
    fold old hz-prospect claims --as-of 2024-12-31 --exposure exposure.csv --scenarios none.yaml --paths 100
    fold entries hz-ledger entries $years $grain
    map members hz-check members
    map persons hz-check members --sorted
    map covers hz-check members --plans "$root/plans"
    map covers hz-check members --plans "$root/plans" --fix
    map claims hz-check claims
    map members hz-check members --sorted
    map stray hz-check members
    map stray hz-mask --key key
    begin stray hz-unearned --as-of $day $by && same_ways stray.csv "${job[@]}" && end
    for kind in members claims; do map $kind hz-check $kind --strict; done
    map settled hz-check claims --plans "$root/plans" --members covers.csv
    map members hz-mask --key key --as base32 --birth-year
    map claims hz-mask --key key
    map settled hz-benefit --plans "$root/plans"
    for more in --explain --review --totals '--by cover,plan' '--signs --by plan,member'; do
        map settled hz-benefit --plans "$root/plans" $more
    done
    map settled hz-benefit --plans "$root/plans" --members covers.csv
    map sorted hz-benefit --plans "$root/plans" --members sorted-covers.csv --sorted
}

for seed in "${@:-1}"; do
    state=$(((seed * 7919 + 12345) % 2147483646 + 1))
    draw 2 && draw 2
    pick 0 1 2 30 200 500 1500; rows=${ROWS:-$drawn}
    pick 1 5 5 25 70; span=$drawn
    pick 1990 2019 2020; from=$drawn
    make_files
    options
    jobs
done
[ $differences -eq 0 ]
