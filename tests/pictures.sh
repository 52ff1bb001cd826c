#!/usr/bin/env bash
# pictures.sh: every kind of table that hz-plot knows is drawn by gnuplot, for every terminal,
# without a complaint; skipped by name where there is no gnuplot.
set -u
. tests/tap.sh

if ! command -v gnuplot >/dev/null; then
    echo 'ok 1 - every kind of table is drawn # skip wants gnuplot'
    echo 1..1
    exit
fi
PATH=$PWD/$OUT/bin:$PATH
root=$PWD
scratch=$(mktemp -d) && cd "$scratch" || exit 3
trap 'rm -rf "$scratch"' EXIT

published=$root/data/published sample=$root/data/sample
mkdir tables
hz-reserve -m chain-ladder,mack "$published/raa.csv" >tables/reserve
cp "$published/raa.csv" tables/link-ratios
cp "$published/raa.csv" tables/development
hz-reserve -m mack "$published/raa.csv" | hz-margin --quantiles 50,75,95 | tee tables/fan >tables/density
printf 'origin,development,flag,value,score\n2020,2,outlier,1.5,9\n2020,3,missing,,\n' >tables/flags
hz-reserve --run-off "$published/raa.csv" >tables/run-off
hz-reserve --factors "$published/raa.csv" >tables/factors
hz-emergence --pattern "$published/clark.csv" >tables/pattern
awk -F, '/^#|^o/ || $1 + $2 < 11' "$published/taylor_ashe.csv" >before.csv
hz-bridge --from before.csv "$published/taylor_ashe.csv" >tables/bridge
hz-bridge --look-back 2 "$published/taylor_ashe.csv" >tables/look-back
hz-one-year "$published/raa.csv" >tables/one-year
hz-project --errors "$published/raa.csv" >tables/payouts
printf 'scenario,plan,period,exposure,contribution,payouts,expected,sd,low,median,high\na,p,2025,1,2,3,4,1,2,4,7\nb,p,2025,1,2,3,5,1,,,\n' >tables/scenarios
hz-diagnose --residuals "$published/raa.csv" >tables/residuals
hz-diagnose "$published/raa.csv" >tables/tests
hz-diagnose --back-test "$published/raa.csv" >tables/back-test
hz-backtest --cut 3 --print points "$published/raa.csv" >tables/p-p
hz-growth "$sample/years_synthetic.csv" >tables/growth
hz-growth -y "$sample/years_synthetic.csv" >tables/year-on-year
hz-ratios "$sample/years_synthetic.csv" >tables/ratios
hz-ratios --decompose "$sample/years_synthetic.csv" >tables/contributions
hz-years members --by office "$sample/members.csv" >offices.csv
awk -F, 'BEGIN { print "office,target" } NR > 1 { if (!n[$2]++) print $2 ",10" }' offices.csv >targets.csv
hz-ratios --parts office --figure enrolments offices.csv >tables/parts
hz-ratios --parts office --figure enrolments --targets targets.csv offices.csv >tables/completion
hz-years claims --grain month "$sample/claims.csv" >tables/periods
hz-years claims "$sample/claims.csv" >tables/years
(hz-ledger members --from 2020 --to 2024 "$sample/members.csv"
hz-ledger claims --from 2020 --to 2024 "$sample/claims.csv" | tail -n +2) >tables/ledger
hz-fund --terms "$root/data/fund_synthetic.yaml" tables/ledger >tables/waterfall
hz-unearned --as-of 2024-12-31 --by plan "$sample/members.csv" >tables/unearned
printf 'line,column,field,code,severity,value,message\n2,1,a,bad_date,error,x,y\n' >tables/findings

begins() { # FILE BYTES
    [ "$(head -c ${#2} "$1")" = "$2" ] || echo "$1 does not begin with $2: $(head -c 40 "$1" | tr -d '\0')"
}

# The kinds that the page lists are those that are drawn here.
verdict 'the page lists every kind, and each is drawn here' "$(diff <(ls tables) <(sed -n \
    '/^.Sh KINDS/,/^.Sh EXIT/{s/ , / /g;s/^\.It Cm //p;}' "$root/man/hz-plot.1" | tr ' ' '\n' | sort))"
for table in tables/*; do
    kind=${table#*/}
    problems=
    for terminal in svg png pdf terminal; do
        for language in en zh; do
            hz-plot --lang $language -d "$kind" -T $terminal -o picture.$terminal "$table" 2>said ||
                problems+="$terminal: $(cat said)"$'\n'
            problems+=$(grep -v 'boxes' said)
        done
    done
    problems+=$(begins picture.svg '<?xml' && begins picture.png $'\x89PNG' && begins picture.pdf %PDF-)
    problems+=$(awk '{ gsub(/[\340-\357][\200-\277][\200-\277]/, "xx"); gsub(/[\300-\337][\200-\277]/, "x") }
        length > 80 { print "a line of", length, "columns: " $0 }' picture.terminal)
    verdict "$kind is drawn" "$problems"
done

printf 'origin,latest,ultimate,ibnr\n"<script>&""",1,2,1\n' >hostile.csv
hz-plot --title '</text><script>alert(1)</script>' -o hostile.svg hostile.csv
verdict 'text with HTML in it is escaped' "$(grep -E '<script|</text>.*</text>' hostile.svg
    grep -c '&lt;script' hostile.svg | grep -v '^2$')"

if [[ $(gnuplot --version) == 'gnuplot '[1-5].* ]]; then
    verdict 'a gnuplot that has no blocks is told' "$(hz-plot -T block tables/reserve 2>&1 |
        grep -v 'gnuplot 6 or later draws with blocks')"
fi
finish
