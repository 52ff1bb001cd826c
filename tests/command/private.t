No message and no finding of any command tells who somebody is. Every personal column is at fault here,
or makes another one so, with texts that are easily found:

  $ cat >people.csv <<'END'
  > member,member_id,plan,plan_version,id_type,id_no,name,sex,birth,seat_id,replaces,phone,bank_account,address,units,start,end,wait_from,enter_type,contribution,unit_id,unit_headcount
  > VERYSECRET01,VERYSECRET02,changchun-critical,,01,VERYSECRET03,VERYSECRET04,VERYSECRET05,VERYSECRET06,VERYSECRET07,VERYSECRET08,VERYSECRET09,VERYSECRET10,VERYSECRET11,1,2024-01-01,2024-12-31,,new,30,u1,10
  > VERYSECRET01,VERYSECRET02,changchun-critical,,01,110101199001011237, VERYSECRET04 ,1,1990-01-01,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,new,30,u1,10
  > VERYSECRET01,VERYSECRET02,changchun-critical,,01,11010119900101123X,"VERYSECRET04",2,1890/1/1,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,new,30,u1,10
  > VERYSECRET01,VERYSECRET02,changchun-critical,,99,"ＶERYSECRET03",VERYSECRET04,1,1990年1月1日,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,renew,30,u1,10
  > VERYSECRET01,VERYSECRET02,women,,99,,VERYSECRET04,1,1990-01-01,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2025-12-31,,new,36,u1,10
  > VERYSECRET01,VERYSECRET02,new-employment,,99,,VERYSECRET04,1,1990-01-01,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,swap,36,u1,10
  > VERYSECRET01 ,VERYSECRET02 ,no-plan,,01,5.10322E+17,VERYSECRET04	,1,45657,VERYSECRET07,VERYSECRET08,,,,x,2024-01-01,2024-12-31,,new,y,u1,10
  > "VERYSECRET01,VERYSECRET02
  > END
  $ cat >cases.csv <<'END'
  > claim,member,member_id,plan,benefit,event,report,transaction,paid,case_estimate,status,name,id_no,sex,birth,start,end,units,ci_code
  > C1,VERYSECRET01,VERYSECRET02,women,FEM,2024-03-01,2024-03-02,2024-04-01,1,0,paid,VERYSECRET04,VERYSECRET03,VERYSECRET05,VERYSECRET06,2024-01-01,2024-12-31,1,x
  > C1,VERYSECRET01,VERYSECRET02,women,FEM,2024-03-01,2024-03-02,2024-04-01,1,0,paid,VERYSECRET04,VERYSECRET03,VERYSECRET05,VERYSECRET06,2024-01-01,2024-12-31,1,x
  > C1,VERYSECRET12,VERYSECRET13,women,FEM,2020-03-01,2019-03-02,2018-04-01,z,0,paid,VERYSECRET04,VERYSECRET03,1,1990-01-01,2024-01-01,2024-12-31,1,x
  > C2,VERYSECRET12 ,VERYSECRET13 ,women,FEM,2024-03-01,2024-03-02,2024-04-01,5,0,paid,VERYSECRET04,VERYSECRET03,1,1990/01/01,2024-01-01,2024-12-31,1,x
  > END
  $ told() { n=$1; shift; "$@" >/dev/null 2>told; test -f findings.csv && cat findings.csv >>told; grep -c SECRET told; test $(grep -c . told) -ge $n && echo told; rm -f findings.csv; }
  $ plans="$ROOT/plans"
  $ told 8 hz-check members people.csv --plans $plans --findings findings.csv
  0
  told
  $ told 8 hz-check members people.csv --plans $plans --fix --findings findings.csv
  0
  told
  $ told 3 hz-check claims cases.csv --plans $plans --findings findings.csv
  0
  told
  $ told 2 hz-check claims cases.csv --plans $plans --fix --findings findings.csv
  0
  told
  $ sed '8d' people.csv >covers.csv
  $ told 3 hz-check claims cases.csv --plans $plans --members covers.csv --findings findings.csv
  0
  $ told 0 hz-benefit cases.csv --plans $plans --findings findings.csv
  0
  told
  $ told 1 hz-benefit cases.csv --plans $plans --members covers.csv --findings findings.csv
  0
  told
  $ told 4 hz-mask people.csv --key <(head -c 32 /dev/zero) --birth-year --findings findings.csv
  0
  told
  $ told 1 hz-unearned people.csv --as-of 2024-06-30
  0
  told
  $ told 1 hz-years members people.csv
  0
  told
  $ told 1 hz-years claims cases.csv
  0
  told
  $ told 1 hz-triangle cases.csv
  0
  told
  $ told 1 hz-ledger members people.csv
  0
  told
  $ told 1 hz-ledger claims cases.csv
  0
  told
  $ for c in hz-unearned 'hz-years members' 'hz-ledger members'; do told 1 $c people.csv --strict; done 2>&1 | sort | uniq -c | awk '{ print $2 }'
  0
  told

A file without a header has somebody in its first line, who is not told of, by any command:

  $ printf '张三丰,110105194912310021,13800138000\n李四,110105194912310022,13800138001\n' >nohead.csv
  $ printf 'C1,M1,110105199003074477,王小明,13912345678,2022-08-01,2022-08-05,100.00,paid\n' >known.csv
  $ (umask 077; head -c 32 /dev/zero >key)
  $ for f in nohead.csv known.csv; do for c in 'hz-mask --key key' hz-triangle 'hz-unearned --as-of 2024-06-30' 'hz-years members' 'hz-ledger claims --from 2020 --to 2024' \
  >     "hz-check members --plans $plans" "hz-benefit --plans $plans" hz-growth hz-ratios hz-project 'hz-audit sample -n 1'; do
  >   $c $f >printed 2>told; s=$?; grep -q -e 张三 -e 王小明 -e 1101051 -e 13912 -e 13800 told && echo "$c $f: $(cat told)"; [ $s -ge 1 ] || case $c in *audit*) ;; *) echo "$c $f: status $s" ;; esac; done; done

Every command is fed every kind of broken file with the same person in it, who is looked for in what it tells, in its
findings and its manifest: no header, a header that lacks what is wanted, an open quote, shifted rows, other encodings,
other delimiters, JSON, HTML, YAML, a triangle, a year's figures. Numbers are masked wherever they stand, also
with signs beside them; a name in a column of codes is one more code, which a shifted row alone can put there:

  $ row=C1,M1,110105199003074477,王小明,13912345678,2022-08-01,2022-08-05,100.00,paid head=claim,member,id_no,name,phone,event,report,paid,status
  $ mkdir broken; printf '%s\n' "$row" >broken/nohead; printf '%s\n%s\n' "$head" "$row" >broken/lacks; printf '%s\n"%s\n%s\n' "$head" "$row" "$row" >broken/quote
  $ printf '%s\n%s,7\n%s\n' "$head" "$row" "x,$row" >broken/shift; iconv -f UTF-8 -t GB18030 <broken/lacks >broken/gb; iconv -f UTF-8 -t UTF-16 <broken/lacks >broken/utf16
  $ tr , '\t' <broken/lacks >broken/tab; tr '\n' '\r' <broken/lacks >broken/cr; printf '%s\n%s\0\n' "$head" "$row" >broken/nul; printf '王小明: 13912345678\n110105199003074477: [a\n' >broken/yaml
  $ printf '[{"claim":"C1","name":"王小明","id_no":"110105199003074477","phone":13912345678,"x":[1]}]' >broken/json; printf '[{"王小明":"C1","110105199003074477":"x"},{"13912345678":1}]' >broken/names
  $ printf '<html><table><tr><td>王小明</td><td>110105199003074477</td><td>13912345678</td></tr></table>' >broken/html
  $ printf 'origin,development,value\n王小明,110105199003074477,13912345678\n13912345678,王小明,x\n' >broken/triangle; printf 'year,amount\n王小明,13912345678\n110105199003074477,139-1234-5678\n' >broken/years
  $ printf 'plan,office,start,end,contribution,units,sex,birth\np,o,110105199003074477x,王小明,13912345678x,13912345678,王小明,王小明\n' >broken/members
  $ printf 'claim,member,plan,office,event,report,transaction,paid,case_estimate,status\nC,王小明,p,o,王小明,13912345678,No110105199003074477,139 1234 5678,8613912345678x,paid\n' >broken/claims
  $ feed() { case $* in *FILE*) ;; *) set -- "$@" FILE ;; esac; for f in broken/*; do rm -f m f; timeout 20 ${*//FILE/$f} --manifest m </dev/null >printed 2>told; s=$?; timeout 20 ${*//FILE/$f} </dev/null >printed 2>>told
  >   [ $s -le 3 ] || echo "$* $f: status $s"; for o in told m f; do test -e $o && grep -a -m1 -e 王小明 -e 110105199003074477 -e 13912345678 -e 1234-5678 -e '1234 5678' $o && echo "$* $f: in $o"; done; done; :; }
  $ as="--as-of 2022-12-31" span="--from 2020 --to 2024" figures=$ROOT/data/published/raa.csv
  $ feed hz-mask --key key --findings f; feed hz-check members --plans $plans --findings f; feed hz-check claims --plans $plans --findings f; feed hz-check members --plans $plans --fix; feed hz-check --plans FILE
  $ feed hz-benefit --plans $plans --findings f; feed hz-triangle; feed hz-triangle --measure incurred; feed hz-unearned $as; feed hz-unearned $as --columns FILE covers.csv; feed hz-years members; feed hz-years claims
  $ for o in members claims entries; do feed hz-ledger $o $span; done; feed hz-savings $as --rate 3%; feed hz-illness $as --rate 3% --tables $ROOT/data/ci_synthetic.csv --incidence synthetic_ci
  $ feed hz-prospect members $as --months 3; feed hz-prospect claims $as --months 3 --exposure FILE --scenarios FILE c.csv; for c in growth ratios project reserve diagnose bootstrap one-year backtest margin emergence trends compound merge munich multivariate bridge adjust on-level; do feed hz-$c; done
  $ feed hz-coarsen --grain year; feed hz-allocate --total 3 --key paid; feed hz-reserve --selections FILE $figures; feed hz-reserve --exposure FILE $figures
  $ for o in --terms --classical --solvency; do feed hz-fund $o FILE; done; feed hz-growth --columns FILE broken/years; feed hz-growth --labels FILE broken/years; for o in verify reconcile 'compare --key claim FILE FILE' 'evaluate --amount paid --audited paid'; do feed hz-audit $o; done
  $ feed hz-plot --script; feed hz-report; feed hz-report --bulletin FILE FILE

Rows that a quote has swallowed, or that are shifted, do not pass the mask, since a column that is not
masked would hold what is:

  $ printf 'member,id_no,name,phone,plan,start,end,contribution\nM1,110105199003074477,甲,13912345678,accident,2024-01-01,2024-12-31,"\nM2,110105199003074485,乙,13812345678,accident,2024-01-01,2024-12-31,"\n' >quote.csv
  $ printf 'member,id_no,name,phone,plan,start,end,contribution\n1,M1,110105199003074477,甲,13912345678,accident,2024-01-01,2024-12-31\n1,M1,N,甲,accident,2024-01-01,2024-12-31,5\n' >shift.csv
  $ for f in quote.csv shift.csv; do hz-mask --key key $f; done
  hz-mask: quote.csv:2: a quote is opened in this line, and what it holds looks like rows: double a quote that is meant
  hz-mask: quote.csv:3: given up with the line before it
  hz-mask: 2 rows in = 0 used + 0 left out + 2 rejected (unclosed_quote 2)
  member,id_no,name,phone,plan,start,end,contribution
  hz-mask: shift.csv:2: an identity card's or a phone's number stands in "plan", which is not masked: is the row shifted?
  hz-mask: 2 rows in = 1 used + 0 left out + 1 rejected (identifier_elsewhere 1)
  member,id_no,name,phone,plan,start,end,contribution
  d7ccc05c3c9fcb3bcb796f148071f538,a59645688a7adabe289b9eccb11b4a10,50c03850a964a57376fa689d6cce9b11,2dd42f382c42c5fe929f729409c66bb4,accident,2024-01-01,2024-12-31,5
  [1]

States leave the office: who has one must not find persons in it. The number of a person is keyed, states of different
keys are not joined, and the key is in no state and no message:

  $ printf 'plan,id_no,member,start,end,contribution\np,110101199003071233,甲,2022-06-10,2023-06-09,99\nq,110101199003071233,甲,2022-06-10,2023-06-09,99\n' >a.csv
  $ printf 'plan,id_no,member,start,end,contribution\nq,11010119900307123x,乙,2022-06-10,2023-06-09,99\nq,11010119900307123X,乙,2022-06-10,2023-06-09,99\nq,110101199003071233,甲,2022-06-10,2023-06-09,99\n' >b.csv
  $ (umask 077; head -c 32 /dev/zero >key; printf 'another key, which is no secret either' >other)
  $ state() { hz-years members --persons id_no --partial "$@"; }
  $ state a.csv >/dev/null
  hz-years: --partial: whose id_no is in the state would be found in seconds: give --key FILE, the same for all parts (head -c 32 /dev/urandom makes one)
  try: hz-years --help
  [2]
  $ for f in a b; do state --key key $f.csv >$f.state; state --key other $f.csv >$f.other; done; grep -h -e ^persons-key -e ^entry a.state b.state a.other | cut -d, -f1-2
  persons-key,73413a3df5778132
  entry,608599c3fefdc2f0367bdeaf
  persons-key,73413a3df5778132
  entry,588949586c15d9ec34ee0227
  entry,608599c3fefdc2f0367bdeaf
  persons-key,6ce7b20aa9df4d4d
  entry,19445baa2400efbdb0684b0a
  $ hz-merge a.state b.state | cut -d, -f1-3; hz-years members --persons id_no a.csv b.csv | cut -d, -f1-3; state a.state b.state | hz-merge | cut -d, -f1-3
  year,enrolments,persons
  2022,5,2
  year,enrolments,persons
  2022,5,2
  year,enrolments,persons
  2022,5,2
  $ hz-merge a.state b.other; hz-years members --persons member --partial b.csv >open.state; hz-merge a.state open.state; hz-merge open.state | cut -d, -f1-3
  hz-years: b.other: the persons in this state and in the ones before are numbered with different keys: somebody in both would be counted twice
  hz-years: open.state: the persons in this state and in the ones before are numbered with different keys: somebody in both would be counted twice
  year,enrolments,persons
  2022,3,2
  $ sed 's/id_no/who/' a.csv | hz-years members --persons who --partial 2>&1 >/dev/null; hz-years members --persons id_no --key key a.csv; hz-years members --partial --key key a.csv >/dev/null
  hz-years: <stdin>:2:3: who: "110101********1233" is the number of an identity card, which would be found again in the state: give --key FILE
  hz-years: <stdin>:3:3: who: "110101********1233" is the number of an identity card, which would be found again in the state: give --key FILE
  hz-years: 2 rows in = 0 used + 0 left out + 2 rejected (identifier_unkeyed 2)
  hz-years: --key goes with --partial
  try: hz-years --help
  hz-years: --key: no different persons are counted, and none are numbered
  try: hz-years --help
  [2]
  $ sed 's/^/11,/; 1s/11/office/' a.csv >l.csv; hz-ledger members --from 2022 --to 2023 --persons id_no --partial l.csv >/dev/null
  hz-ledger: --partial: whose id_no is in the state would be found in seconds: give --key FILE, the same for all parts (head -c 32 /dev/urandom makes one)
  try: hz-ledger --help
  [2]
  $ hz-ledger members --from 2022 --to 2023 --persons id_no --partial --key key l.csv | hz-merge | cmp - <(hz-ledger members --from 2022 --to 2023 --persons id_no l.csv)
