A chain of four commands, each with a file of its own beside what it reads from the one before:

  $ mkdir plans lists
  $ cat > plans/hospital.yaml <<'END'
  > plan: hospital
  > version: "1"
  > name: 住院互助保障
  > currency: CNY
  > status: illustrative
  > source: made for this test
  > effective: {from: 2010-01-01}
  > term: {years: 1}
  > contribution: {amount: 60}
  > benefits:
  >   - {code: H, name: 住院津贴, kind: lump_sum, amount: 600}
  > END
  $ grep -E '^claim,|,hospital,' "$ROOT/data/sample/claims.csv" | sed '1s/paid/出了/' >claims.csv
  $ echo '出了: paid' >columns.yaml
  $ printf 'average: volume\nages:\n  - {age: 1, average: simple, reason: few claims}\n' >select.yaml
  $ printf 'term,rate\n1,0.02\n2,0.025\n5,0.03\n' >curve.csv
  $ chain() {
  > hz-check claims claims.csv --plans plans --lists lists --manifest 1.json |
  > hz-triangle --columns columns.yaml --manifest 2.json |
  > hz-reserve --run-off --selections select.yaml --manifest 3.json |
  > hz-project --curve curve.csv --manifest 4.json -o payouts.csv; }
  $ chain
  $ hz-audit verify 1.json 2.json 3.json 4.json | cut -d, -f1-4
  manifest,program,item,verdict
  1.json,hz-check,input claims.csv (operand),same
  1.json,hz-check,input plans/hospital.yaml (--plans),same
  1.json,hz-check,output result,same
  2.json,hz-triangle,input columns.yaml (--columns),same
  2.json,hz-triangle,input <stdin>,same
  2.json,hz-triangle,output result,same
  3.json,hz-reserve,input select.yaml (--selections),same
  3.json,hz-reserve,input <stdin>,same
  3.json,hz-reserve,output result,same
  4.json,hz-project,input curve.csv (--curve),same
  4.json,hz-project,input <stdin>,same
  4.json,hz-project,output result,same
  4.json,hz-project,payouts.csv,same

What is not run again cannot be found: a chain may be verified from its middle, with what its first
command read, and what was kept of the last one's output:

  $ sha() { sed -E 's/[0-9a-f]{64}/SHA-256/g'; }
  $ hz-triangle claims.csv --columns columns.yaml >triangle.csv
  $ hz-reserve --run-off --manifest run-off.json <triangle.csv >run-off.csv
  $ hz-audit verify run-off.json --stdin triangle.csv --stdout run-off.csv | cut -d, -f2-4
  program,item,verdict
  hz-reserve,input <stdin>,same
  hz-reserve,output result,same
  hz-reserve,run-off.csv,same
  $ hz-audit verify run-off.json
  hz-audit: run-off.json: hz-reserve read standard input: name the same bytes with --stdin FILE
  try: hz-audit --help
  [2]
  $ hz-audit verify run-off.json --stdin claims.csv 2>&1 >/dev/null | sha
  hz-audit: run-off.json: hz-reserve: input <stdin>: expected 265 bytes, found 75939 bytes
  $ hz-audit verify run-off.json --stdin triangle.csv --stdout triangle.csv 2>&1 >/dev/null | sha
  hz-audit: run-off.json: hz-reserve: triangle.csv: expected 273 bytes, found 265 bytes

What has verified has a manifest as anything else, which is not run again: it would run others.

  $ hz-audit verify run-off.json --stdin triangle.csv --manifest audited.json >/dev/null
  $ hz-audit verify audited.json | cut -d, -f2-4
  hz-audit: audited.json: hz-audit: run: expected a manifest, found status 1 (hz-audit: verify is not run again: it would run others)
  program,item,verdict
  hz-audit,input run-off.json (operand),same
  hz-audit,input triangle.csv (--stdin),same
  hz-audit,run,differs

States that several machines have saved, joined: the manifest is of the command that made them.

  $ head -n 500 claims.csv >one.csv; (head -n 1 claims.csv; tail -n +501 claims.csv) >two.csv
  $ for n in one two; do hz-triangle $n.csv --columns columns.yaml --partial -o $n.state; done
  $ hz-merge one.state two.state --manifest merged.json | cmp - triangle.csv && echo same
  same
  $ hz-audit verify merged.json --stdout triangle.csv | cut -d, -f2-4
  program,item,verdict
  hz-triangle,input one.state (operand),same
  hz-triangle,input two.state (operand),same
  hz-triangle,output result,same
  hz-triangle,triangle.csv,same
  $ cat one.state two.state | hz-merge --manifest merged.json
  hz-merge: <stdin>: --manifest wants states in files: a pipe cannot be read again
  try: hz-merge --help
  [2]

One bit of one byte, in each file that the chain reads or leaves, at its beginning, middle and end:

  $ flip() { # FILE OFFSET
  > printf "\\x$(printf %02x $(($(od -An -tu1 -j"$2" -N1 "$1") ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none; }
  $ try() { hz-audit verify 1.json 2.json 3.json 4.json 2>&1 >/dev/null | sha; }
  $ for file in claims.csv plans/hospital.yaml columns.yaml select.yaml curve.csv payouts.csv; do
  > cp $file kept; size=$(stat -c %s $file)
  > for offset in 0 $((size / 2)) $((size - 1)); do flip $file $offset; try; cp kept $file; done; done
  hz-audit: 1.json: hz-check: input claims.csv (operand): expected SHA-256, found SHA-256
  hz-audit: 1.json: hz-check: input claims.csv (operand): expected SHA-256, found SHA-256
  hz-audit: 1.json: hz-check: input claims.csv (operand): expected SHA-256, found SHA-256
  hz-audit: 1.json: hz-check: input plans/hospital.yaml (--plans): expected SHA-256, found SHA-256
  hz-audit: 1.json: hz-check: input plans/hospital.yaml (--plans): expected SHA-256, found SHA-256
  hz-audit: 1.json: hz-check: input plans/hospital.yaml (--plans): expected SHA-256, found SHA-256
  hz-audit: 2.json: hz-triangle: input columns.yaml (--columns): expected SHA-256, found SHA-256
  hz-audit: 2.json: hz-triangle: input columns.yaml (--columns): expected SHA-256, found SHA-256
  hz-audit: 2.json: hz-triangle: input columns.yaml (--columns): expected SHA-256, found SHA-256
  hz-audit: 3.json: hz-reserve: input select.yaml (--selections): expected SHA-256, found SHA-256
  hz-audit: 3.json: hz-reserve: input select.yaml (--selections): expected SHA-256, found SHA-256
  hz-audit: 3.json: hz-reserve: input select.yaml (--selections): expected SHA-256, found SHA-256
  hz-audit: 4.json: hz-project: input curve.csv (--curve): expected SHA-256, found SHA-256
  hz-audit: 4.json: hz-project: input curve.csv (--curve): expected SHA-256, found SHA-256
  hz-audit: 4.json: hz-project: input curve.csv (--curve): expected SHA-256, found SHA-256
  hz-audit: 4.json: hz-project: payouts.csv: expected SHA-256, found SHA-256
  hz-audit: 4.json: hz-project: payouts.csv: expected SHA-256, found SHA-256
  hz-audit: 4.json: hz-project: payouts.csv: expected SHA-256, found SHA-256
  $ rm curve.csv; try; printf 'term,rate\n1,0.02\n2,0.025\n5,0.03\n' >curve.csv; try
  hz-audit: 4.json: hz-project: input curve.csv (--curve): expected SHA-256, found curve.csv: cannot open: No such file or directory
  $ cp plans/hospital.yaml plans/another.yaml; try; sed -i 's/version: "1"/version: "0"/;s/from: 2010-01-01/from: 2000-01-01, to: 2009-12-31/' plans/another.yaml; try; rm plans/another.yaml
  hz-audit: 1.json: hz-check: run: expected a manifest, found status 1 (hz-check: plans/another.yaml: is not among the inputs that the manifest lists: it is not read)
  hz-audit: 1.json: hz-check: run: expected a manifest, found status 1 (hz-check: plans/another.yaml: is not among the inputs that the manifest lists: it is not read)

A byte in a pipe between two commands, also where it changes no value:

  $ for between in 1 2 3; do
  > at() { if [ $between = $1 ]; then sed -E '3s/C0/C1/;3s/([.][0-9]+)$/\10/'; else cat; fi; }
  > hz-check claims claims.csv --plans plans --lists lists --manifest a.json | at 1 |
  > hz-triangle --columns columns.yaml --manifest b.json | at 2 |
  > hz-reserve --run-off --selections select.yaml --manifest c.json | at 3 |
  > hz-project --curve curve.csv --manifest d.json >/dev/null
  > hz-audit verify a.json b.json c.json d.json 2>&1 >/dev/null | sha; done
  hz-audit: b.json: hz-triangle: input <stdin>: expected SHA-256, found SHA-256
  hz-audit: c.json: hz-reserve: input <stdin>: expected SHA-256, found SHA-256
  hz-audit: d.json: hz-project: input <stdin>: expected SHA-256, found SHA-256

An option, a version, an output in the manifest of each position: its seal tells. All bytes of one of
them, too, as far as they mean anything:

  $ for m in 1 2 3 4; do cp $m.json kept.json
  > for change in '/"arguments"/,/]/s/"--format=csv"/"--format=tsv"/' 's/"--format": "csv"/"--format": "tsv"/' '0,/"version"/s/"version": "/&1/' '/"outputs"/,/}/s/"sha256": "./"sha256": "g/' '/"inputs"/,/}/s/"bytes": /&1/'; do
  > sed -i "$change" $m.json; try | sed -E 's/has .*/has.../'; cp kept.json $m.json; done; done
  hz-audit: 1.json: "arguments" has...
  hz-audit: 1.json: "options" has...
  hz-audit: 1.json: "version" has...
  hz-audit: 1.json: "outputs" has...
  hz-audit: 1.json: "inputs" has...
  hz-audit: 2.json: "arguments" has...
  hz-audit: 2.json: "options" has...
  hz-audit: 2.json: "version" has...
  hz-audit: 2.json: "outputs" has...
  hz-audit: 2.json: "inputs" has...
  hz-audit: 3.json: "arguments" has...
  hz-audit: 3.json: "options" has...
  hz-audit: 3.json: "version" has...
  hz-audit: 3.json: "outputs" has...
  hz-audit: 3.json: "inputs" has...
  hz-audit: 4.json: "arguments" has...
  hz-audit: 4.json: "options" has...
  hz-audit: 4.json: "version" has...
  hz-audit: 4.json: "outputs" has...
  hz-audit: 4.json: "inputs" has...
  $ cp 4.json kept.json; for offset in $(seq 0 97 $(stat -c %s 4.json)); do flip 4.json $offset
  > cmp -s 4.json kept.json || hz-audit verify 1.json 2.json 3.json 4.json >/dev/null 2>&1 && echo $offset; cp kept.json 4.json; done

Who seals it anew is found by running it:

  $ reseal() { # FILE SECTION OLD NEW, compact JSON
  > sed -i "/\"$2\": \"[0-9a-f]\{64\}\"/s/[0-9a-f]\{64\}/$(printf %s "$3" | sha256sum | cut -c1-64)/" $1; }
  $ for m in 1 2 3 4; do cp $m.json kept.json
  > sed -i '0,/"version"/s/"version": "[^"]*"/"version": "0.0.9"/' $m.json; reseal $m.json version '"0.0.9"'; try | sed 's/found .*/found this/'; cp kept.json $m.json; done
  hz-audit: 1.json: hz-check: version: expected 0.0.9, found this
  hz-audit: 2.json: hz-triangle: version: expected 0.0.9, found this
  hz-audit: 3.json: hz-reserve: version: expected 0.0.9, found this
  hz-audit: 4.json: hz-project: version: expected 0.0.9, found this
  $ cp 2.json kept.json; sed -i '/"arguments"/,/]/s/"--format=csv"/"--format=tsv"/' 2.json
  $ reseal 2.json arguments '["--format=tsv","--columns=columns.yaml","--"]'; try; cp kept.json 2.json
  hz-audit: 2.json: hz-triangle: option --format: expected csv, found tsv
  $ cp 3.json kept.json; sed -i '/"arguments"/,/]/s/"--run-off"/"--factors"/' 3.json
  $ reseal 3.json arguments '["--format=csv","--selections=select.yaml","--factors","--"]'; try; cp kept.json 3.json
  hz-audit: 3.json: hz-reserve: option --factors: expected false, found true
  $ cp 4.json kept.json; sed -i '/"status": 0/s/0/1/' 4.json; reseal 4.json status 1; try; cp kept.json 4.json
  hz-audit: 4.json: hz-project: status: expected 1, found 0

A manifest starts none but these commands, and they write nothing:

  $ cp run-off.json evil.json; sed -i 's/"program": "hz-reserve"/"program": "hz-nothing"/' evil.json; reseal evil.json program '"hz-nothing"'
  $ hz-audit verify evil.json --stdin triangle.csv >/dev/null
  hz-audit: evil.json: "hz-nothing" is none of the commands that are run again
  [1]
  $ cp run-off.json evil.json; sed -i '/"arguments"/,/]/s/"--run-off"/"--outp=x"/' evil.json; reseal evil.json arguments '["--format=csv","--outp=x","--"]'
  $ hz-audit verify evil.json --stdin triangle.csv >/dev/null
  hz-audit: evil.json: hz-reserve: run: expected a manifest, found status 1 (hz-reserve: "--outp=x": no option that shapes what hz-reserve prints)
  [1]
  $ cp run-off.json evil.json; sed -i 's/"program": "hz-reserve"/"program": "..\/sh"/' evil.json; reseal evil.json program '"../sh"'
  $ hz-audit verify evil.json --stdin triangle.csv >/dev/null
  hz-audit: evil.json: "../sh" is none of the commands that are run again
  [1]

Every command says what it has done, and does it again:

  $ cp -R "$ROOT/data" .; cp -R "$ROOT/plans" all-plans
  $ cp data/sample/members.csv data/sample/claims.csv .
  $ (umask 077; head -c 32 /dev/zero >key)
  $ hz-simulate members -e 500 -o covers.csv; (head -n 1 covers.csv; grep women covers.csv) >women.csv
  $ hz-ledger members --from 2020 --to 2024 members.csv -q >ledger.csv
  $ hz-triangle claims.csv -o triangle.csv; hz-reserve triangle.csv -o reserve.csv; hz-unearned members.csv --as-of 2023-12-31 --partial -o a.state
  $ { echo line,origin,development,value; for l in a b; do sed -n "s/^1/$l,&/p" data/published/raa.csv; done; } >two_lines.csv
  $ printf 'office,ibnr\nA,1\nB,2\n' >sums.csv; printf 'amount,payouts\n5,2\n' >lump.csv; hz-reserve --method mack data/published/raa.csv -o mack.csv
  $ printf 'origin,development,value\n2023Q1,1,1\n2023Q1,2,2\n2023Q1,3,3\n2023Q1,4,4\n2023Q2,1,1\n2023Q2,2,2\n2023Q2,3,2\n2023Q3,1,1\n2023Q3,2,3\n2023Q4,1,2\n' >quarters.csv
  $ printf 'claim,member,plan,event,start,end,hosp_level,hifp_pay\n1,A,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,province,10000\n' >stay.csv
  $ mkdir -p few/figures few/published few/sample; cp data/published/raa.csv few/published; cp claims.csv few/sample
  $ grep -m 3 -E '^(data|raa),' data/figures/published.csv >few/figures/published.csv
  $ cat >commands <<'END'
  > hz-adjust -m trend --trend 5% data/published/raa.csv
  > hz-allocate --total 100 --key ibnr sums.csv
  > hz-audit sample -n 3 --seed 7 claims.csv
  > hz-backtest --cut 2 data/published/raa.csv
  > hz-benefit --plans all-plans stay.csv
  > hz-bootstrap --simulations 200 data/published/raa.csv
  > hz-bridge --look-back 2 data/published/raa.csv
  > hz-check --plans all-plans
  > hz-check --plans all-plans members women.csv --findings findings.csv --reject rejected.csv
  > hz-coarsen quarters.csv
  > hz-compound lump.csv
  > hz-diagnose triangle.csv
  > hz-emergence data/published/raa.csv
  > hz-fund --terms data/fund_synthetic.yaml ledger.csv
  > hz-growth --invert --total 9773万 --rate 11.40% --years 5
  > hz-growth data/sample/years_synthetic.csv
  > hz-illness --tables data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --age 40 --years 3 --sex 2 --benefit 20000
  > hz-ledger claims --from 2020 --to 2024 claims.csv --threads 3
  > hz-margin mack.csv
  > hz-mask --key key members.csv -f table
  > hz-merge a.state
  > hz-multivariate two_lines.csv
  > hz-munich --incurred data/published/quarg_mack_incurred.csv data/published/quarg_mack_paid.csv
  > hz-one-year data/published/raa.csv
  > hz-on-level --trend 5% data/published/clark_exposure.csv
  > hz-plot --script data/published/raa.csv
  > hz-project reserve.csv --rate 3%
  > hz-prospect members --as-of 2023-12-31 members.csv
  > hz-ratios data/sample/years_synthetic.csv
  > hz-reserve --method mack --format json triangle.csv
  > hz-savings --equal 410:10:1,410:30:3
  > hz-selftest --data few
  > hz-simulate claims -e 3000 --seed 7
  > hz-trends data/published/abc.csv
  > hz-triangle claims.csv --by plan --partial
  > hz-unearned members.csv --as-of 2023-12-31 --by office
  > hz-years members members.csv --by plan
  > END
  $ while read -r command; do rm -f m.json; $command --manifest m.json >/dev/null 2>&1
  > hz-audit verify m.json >verified 2>&1; echo "$? $(tail -n 1 verified | cut -d, -f2-4 | cut -c1-80)"; done <commands
  0 hz-adjust,output result,same
  0 hz-allocate,output result,same
  0 hz-audit,output result,same
  0 hz-backtest,output result,same
  0 hz-benefit,output result,same
  0 hz-bootstrap,output result,same
  0 hz-bridge,output result,same
  0 hz-check,output result,same
  0 hz-check,rejected.csv,same
  0 hz-coarsen,output result,same
  0 hz-compound,output result,same
  0 hz-diagnose,output result,same
  0 hz-emergence,output result,same
  0 hz-fund,output result,same
  0 hz-growth,output result,same
  0 hz-growth,output result,same
  0 hz-illness,output result,same
  0 hz-ledger,output result,same
  0 hz-margin,output result,same
  0 hz-mask,output result,same
  0 hz-unearned,output result,same
  0 hz-multivariate,output result,same
  0 hz-munich,output result,same
  0 hz-one-year,output result,same
  0 hz-on-level,output result,same
  0 hz-plot,output result,same
  0 hz-project,output result,same
  0 hz-prospect,output result,same
  0 hz-ratios,output result,same
  0 hz-reserve,output result,same
  0 hz-savings,output result,same
  0 hz-selftest,output result,same
  0 hz-simulate,output result,same
  0 hz-trends,output result,same
  0 hz-triangle,output result,same
  0 hz-unearned,output result,same
  0 hz-years,output result,same
  $ cut -d' ' -f1 commands | sort -u | diff - <(compgen -c hz- | grep -vx hz-report | sort -u)

What is no manifest:

  $ echo '{"manifest": 1}' >no.json; hz-audit verify no.json
  hz-audit: no.json: this is no manifest that --manifest has written: Object item not found: program
  [1]
  $ echo '{"manifest": 1' >no.json; hz-audit verify no.json
  hz-audit: no.json:2: this is no JSON: '}' expected near end of file
  [1]
  $ sed 's/"manifest": 2/"manifest": 1/' 4.json >no.json; hz-audit verify no.json
  hz-audit: no.json: this is no manifest that --manifest has written: its format is of another version
  [1]
  $ sed 's/"bytes": /"octets": /' 4.json >no.json; hz-audit verify no.json
  hz-audit: no.json: this is no manifest that --manifest has written: <stdin>
  [1]
  $ hz-audit verify no-such.json
  hz-audit: no-such.json: cannot open: No such file or directory
  [3]
  $ hz-audit verify
  hz-audit: verify wants manifests, in the order in which the commands ran, or one report
  try: hz-audit --help
  [2]
  $ hz-audit
  hz-audit: expected verify or sign or reconcile or sample or evaluate or compare first: hz-audit verify MANIFEST...|verify REPORT.html|sign MANIFEST...|reconcile FILE.yaml|sample [FILE]|evaluate [FILE]|compare A B
  try: hz-audit --help
  [2]
