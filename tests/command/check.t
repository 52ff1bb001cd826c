Plans:

  $ ln -s $ROOT/plans $ROOT/data .
  $ hz-check --plans plans --lists data/lists | awk -F, 'NR > 1 { print $3 }' | sort | uniq -c
        6 illustrative
       19 partly_known
        1 real
  $ hz-check
  hz-check: what is to be checked? members, claims, or --plans DIR
  try: hz-check --help
  [2]
  $ hz-check rosters
  hz-check: "rosters": expected members or claims first: hz-check [members|claims [FILE...]]
  try: hz-check --help
  [2]
  $ mkdir bad && printf 'plan: a\nextends: b\n' > bad/a.yaml && printf 'plan: b\nextends: a\nplan: c\n' > bad/b.yaml
  $ hz-check --plans bad
  hz-check: bad/b.yaml:2:10: extends: "a" extends this plan in turn
  hz-check: bad/b.yaml:3:7: plan: this key stands twice in its map
  hz-check: bad/b.yaml:1:1: a plan needs the key "version"
  hz-check: bad/b.yaml:1:1: a plan needs the key "name"
  hz-check: bad/b.yaml:1:1: a plan needs the key "source"
  hz-check: bad/b.yaml:1:1: a plan needs the key "currency"
  hz-check: bad/b.yaml:1:1: a plan needs the key "status": real, partly_known or illustrative
  hz-check: bad/b.yaml:1:1: a term needs one of years, months, days, or the dates from and to
  hz-check: bad/b.yaml:1:1: a plan needs benefits
  hz-check: bad/a.yaml:1:1: a plan needs the key "version"
  hz-check: bad/a.yaml:1:1: a plan needs the key "name"
  hz-check: bad/a.yaml:1:1: a plan needs the key "source"
  hz-check: bad/a.yaml:1:1: a plan needs the key "currency"
  hz-check: bad/a.yaml:1:1: a plan needs the key "status": real, partly_known or illustrative
  hz-check: bad/a.yaml:1:1: a term needs one of years, months, days, or the dates from and to
  hz-check: bad/a.yaml:1:1: a plan needs benefits
  hz-check: bad: 16 faults in the plans: nothing was done
  [1]

A plan of more benefits than there may be:

  $ mkdir many && (sed '/^benefits/,$d' plans/screening-2022.yaml; echo benefits:; for i in $(seq 33); do printf '  - {code: B%d, kind: service, cost: 1}\n' $i; done) > many/p.yaml
  $ hz-check --plans many
  hz-check: many/p.yaml:43:5: more than 32 benefits
  hz-check: many: 1 faults in the plans: nothing was done
  [1]

The catalogue of faults of members:

  $ cat > m.csv <<'END'
  > member,member_id,plan,id_type,id_no,name,sex,birth,units,start,end,wait_from,enter_type,contribution,contribution_self,contribution_unit,unit_id,unit_headcount
  > 1,p1,changchun-critical,01,11010519491231002X,张三,2,1949-12-31,1,2024-01-01,2024-12-31,,new,30,30,0,u1,10
  > 2,p2,changchun-critical,01,110101199001011237,李四,1,1990-01-01,3,2024-01-01,2024-12-31,,new,90,90,0,u1,10
  > 3,p3,changchun-critical,01,110101199001011234,李四,1,1990-01-01,1,2024-01-01,2024-12-31,,new,30,20,0,u1,10
  > 4,p4,changchun-critical,01,5.10322E+17,王五,1,1990-01-01,1,2024-01-01,2024-12-31,,new,30,30,0,u1,10
  > 5,p5,changchun-critical,99,,赵 六,1,1990/1/1,1,2024年1月1日,45657,,new,"¥1,030.00",30,0,u1,10
  > 6,p1,changchun-critical,01,11010519491231002x,张三,2,1949-12-31,1,2024-06-01,2025-05-31,,renew,30,30,0,u1,10
  > 7,p1,changchun-critical,01,11010519491231002X,张三,1,1949-12-30,1,2025-05-01,2026-04-30,,renew,30,30,0,u1,10
  > 8,p8,no-plan,01,11010519491231002,甲,2,1949-12-31,1,2024-01-01,2024-12-31,,new,30,,,,
  > 9,p9,women,,,乙,1,1990-01-01,1,2024-01-01,2025-12-31,,new,36,,,,
  > 10,p10,women,,,乙,2,1940-01-01,1,2024-01-01,2024-12-31,,new,36,,,u2,50
  > 11,p11,tianjin-critical,,,丙,2,1990-01-01,1,2024-01-01,2024-12-31,,new,55,,,u3,
  > 12,p12,tianjin-critical,,,丁,2,1990-01-01,2,2024-01-01,2024-12-31,,new,100,,,u3,
  > 13,p13,tianjin-critical,,,丁,2,2024-02-01,1,2024-01-01,2023-12-31,2024-02-01,new,-5,,,,
  > 14,p14,tianjin-critical,,,丁,7,0000-00-00,x,2024-01-01,,,new,5.001,,,,
  > 15,p15,tianjin-critical,01,510322199001010000,丁,1,,1,2024-01-01,2024-12-31,,new,55,,,,
  > 16,p16,tianjin-critical,01,51032219900231001X,丁,1,,1,2024-01-01,2024-12-31,,new,55,,,,
  > 17,p17,tianjin-critical,01,A1032219900231001X,丁,1,,1,2024-01-01,2024-12-31,,new,55,,,,
  > member,member_id,plan,id_type,id_no,name,sex,birth,units,start,end,wait_from,enter_type,contribution,contribution_self,contribution_unit,unit_id,unit_headcount
  > ,,,,,,,,,,,,,,,,,
  > 合计,,,,,,,,,,,,,150,,,,
  > END
  $ hz-check --plans plans members m.csv
  hz-check: m.csv:3:67: units: "3" is not 1 to 2, the units one may hold
  hz-check: m.csv:4:28: id_no: warning: "110101********1234" has a wrong check digit: position 18 is 4, the others ask for 7; a digit is mistyped
  hz-check: m.csv:4:96: contribution: "30" is not the sum of what each payer has paid
  hz-check: m.csv:5:28: id_no: "5.*********" is damaged by a workbook, which keeps 15 digits: enter the column as text
  hz-check: m.csv:6:39: birth: "19******" is not in the usual form: --fix puts it right
  hz-check: m.csv:6:29: name: warning: "***" has a space between its signs
  hz-check: m.csv:6:28: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:7:28: id_no: "110105********002x" should end in a capital X: --fix does that
  hz-check: m.csv:8:56: birth: warning: "19********" is not the day in the identity card's number
  hz-check: m.csv:8:54: sex: warning: "*" is not the sex in the identity card's number
  hz-check: m.csv:8:92: enter_type: warning: "renew" after a gap of 120 days, the plan allows 30: waiting begins anew
  hz-check: m.csv:9:17: id_no: "110105*******1002" has not 18 digits
  hz-check: m.csv:10:13: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:10:18: sex: "*" is not the sex that the plan is for
  hz-check: m.csv:11:15: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:11:22: birth: warning: "19********" is an age of 84 on the first day: the plan takes 16 to 60
  hz-check: m.csv:11:46: end: warning: "2024-12-31" is not the last day of the plan's term
  hz-check: m.csv:12:26: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:13:26: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:13:73: contribution: warning: "100" is not what these units cost: 110.00
  hz-check: m.csv:13: warning: 2 units, others of the employer hold 1: all must hold the same
  hz-check: m.csv:14:26: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:14:57: end: "2023-12-31" is before the start
  hz-check: m.csv:14:33: birth: warning: "20********" is an age of -1 on the first day: the plan takes 0 and above
  hz-check: m.csv:14:33: birth: warning: "20********" is an age of -1 on the first day: the plan takes 16 to 59
  hz-check: m.csv:15:33: birth: "00********" is what databases write for no date: leave the cell empty, or give the day as YYYY-MM-DD
  hz-check: m.csv:15:26: id_no: warning: "" is empty: this person cannot be told from others
  hz-check: m.csv:16:28: id_no: "510322********0000" is damaged by a workbook, which keeps 15 digits: enter the column as text
  hz-check: m.csv:17:28: id_no: warning: "510322********001X" has a wrong check digit: position 18 is X, the others ask for 7; a digit is mistyped
  hz-check: m.csv:18:28: id_no: "A10322********001X" is no number of an identity card: position 1 is no digit (expected 17 digits and a digit or X)
  hz-check: m.csv:19: fixed: the header once more: left out
  hz-check: m.csv:20: fixed: a row of empty cells: left out
  hz-check: m.csv:21: a row of totals, not a record: --fix leaves it out
  hz-check: warning: unit_id u2: 1 of 50 have joined women, where all must
  hz-check: warnings: 20 (id_check_digit 2, name_space 1, id_missing 7, birth_mismatch 1, sex_mismatch 1, renewal_gap 1, age 3, term 1, contribution 1, unequal_units 1, participation 1)
  hz-check: fixed: 2 (repeated_header 1, blank_row 1)
  hz-check: 20 rows in = 6 used + 2 left out + 12 rejected (units 1, payers_sum 1, id_scientific 1, date_form 1, id_small_x 1, id_length 1, wrong_sex 1, end_before_start 1, bad_date 1, id_rounded 1, id_not_a_number 1, total_row 1)
  member,member_id,plan,id_type,id_no,name,sex,birth,units,start,end,wait_from,enter_type,contribution,contribution_self,contribution_unit,unit_id,unit_headcount
  1,p1,changchun-critical,01,11010519491231002X,张三,2,1949-12-31,1,2024-01-01,2024-12-31,,new,30,30,0,u1,10
  7,p1,changchun-critical,01,11010519491231002X,张三,1,1949-12-30,1,2025-05-01,2026-04-30,,renew,30,30,0,u1,10
  10,p10,women,,,乙,2,1940-01-01,1,2024-01-01,2024-12-31,,new,36,,,u2,50
  11,p11,tianjin-critical,,,丙,2,1990-01-01,1,2024-01-01,2024-12-31,,new,55,,,u3,
  12,p12,tianjin-critical,,,丁,2,1990-01-01,2,2024-01-01,2024-12-31,,new,100,,,u3,
  16,p16,tianjin-critical,01,51032219900231001X,丁,1,,1,2024-01-01,2024-12-31,,new,55,,,,
  [1]
  $ hz-check --plans plans members --fix --date-system 1900 --findings f.csv --quiet m.csv > fixed.csv
  hz-check: warnings: 20 (id_check_digit 2, name_space 1, id_missing 7, birth_mismatch 1, sex_mismatch 1, renewal_gap 1, age 3, term 1, contribution 1, unequal_units 1, participation 1)
  hz-check: fixed: 8 (date_form 3, money_form 1, id_small_x 1, repeated_header 1, blank_row 1, total_row 1)
  hz-check: 20 rows in = 6 used + 3 left out + 11 rejected (units 1, payers_sum 2, id_scientific 1, overlapping_cover 1, id_length 1, wrong_sex 1, end_before_start 1, bad_date 1, id_rounded 1, id_not_a_number 1)
  [1]
  $ cat fixed.csv
  member,member_id,plan,id_type,id_no,name,sex,birth,units,start,end,wait_from,enter_type,contribution,contribution_self,contribution_unit,unit_id,unit_headcount
  1,p1,changchun-critical,01,11010519491231002X,张三,2,1949-12-31,1,2024-01-01,2024-12-31,,new,30,30,0,u1,10
  7,p1,changchun-critical,01,11010519491231002X,张三,1,1949-12-30,1,2025-05-01,2026-04-30,,renew,30,30,0,u1,10
  10,p10,women,,,乙,2,1940-01-01,1,2024-01-01,2024-12-31,,new,36,,,u2,50
  11,p11,tianjin-critical,,,丙,2,1990-01-01,1,2024-01-01,2024-12-31,,new,55,,,u3,
  12,p12,tianjin-critical,,,丁,2,1990-01-01,2,2024-01-01,2024-12-31,,new,100,,,u3,
  16,p16,tianjin-critical,01,51032219900231001X,丁,1,,1,2024-01-01,2024-12-31,,new,55,,,,
  $ cut -d, -f 1-6 f.csv | head -n 20
  line,column,field,code,severity,value
  3,67,units,units,error,3
  4,28,id_no,id_check_digit,warning,110101********1234
  4,96,contribution,payers_sum,error,30
  5,28,id_no,id_scientific,error,5.*********
  6,39,birth,date_form,fixed,19******
  6,78,contribution,money_form,fixed,"¥1
  6,50,start,date_form,fixed,2024年1月1日
  6,66,end,date_form,fixed,45657
  6,29,name,name_space,warning,***
  6,28,id_no,id_missing,warning,
  6,78,contribution,payers_sum,error,"¥1
  7,28,id_no,id_small_x,fixed,110105********002x
  7,,id_no,overlapping_cover,error,110105********002X
  8,56,birth,birth_mismatch,warning,19********
  8,54,sex,sex_mismatch,warning,*
  8,92,enter_type,renewal_gap,warning,renew
  9,17,id_no,id_length,error,110105*******1002
  10,13,id_no,id_missing,warning,
  10,18,sex,wrong_sex,error,*

Whatever the threads and blocks, the same bytes:

  $ for t in 1 2 3; do hz-check --plans plans members --fix --date-system 1900 --quiet -j $t --block 700 m.csv 2>/dev/null | cmp - fixed.csv; done

Two plans of which one may hold one:

  $ mkdir two && sed 's/^plan: .*/plan: a/; s/^units:.*/exclusive_with: b/' plans/beijing-allowance-2011.yaml > two/a.yaml && echo 'exclusive_with: b' >> two/a.yaml && sed 's/^plan: .*/plan: b/' plans/beijing-allowance-2011.yaml > two/b.yaml
  $ printf 'member_id,plan,start,end\n1,b,2024-01-01,2024-12-31\n1,a,2024-07-01,2025-06-30\n1,a,2025-07-01,2026-06-30\n1,a,2025-07-01,2026-06-30\n' | hz-check --plans two members
  hz-check: <stdin>:3:1: member_id: "*" holds plan b on the same days: one may hold one of the two
  hz-check: <stdin>:5:1: member_id: "*" is enrolled in this plan for these days already
  hz-check: 4 rows in = 2 used + 0 left out + 2 rejected (exclusive_plans 1, duplicate 1)
  member_id,plan,start,end
  1,b,2024-01-01,2024-12-31
  1,a,2025-07-01,2026-06-30
  [1]

Nobody is hidden by a sign for nothing where the number should be:

  $ printf 'member_id,id_no,plan,start,end\n1,-,a,2024-07-01,2025-06-30\n1,NULL,a,2024-07-01,2025-06-30\n' | hz-check --plans two members 2>&1 >kept.csv | grep -v warning; wc -l <kept.csv
  hz-check: <stdin>:3:1: member_id: "*" is enrolled in this plan for these days already
  hz-check: 2 rows in = 1 used + 0 left out + 1 rejected (duplicate 1)
  2

A plan of fixed dates ends with them, whenever a cover begins:

  $ mkdir days && sed 's/^plan: .*/plan: d/; s/^term: .*/term: {from: 2024-01-01, to: 2024-12-31}/' plans/beijing-allowance-2011.yaml > days/d.yaml
  $ printf 'member_id,plan,start,end,contribution\n1,d,2024-01-01,2024-12-31,60\n2,d,2024-02-01,2024-12-31,60\n3,d,2024-02-01,2025-06-30,60\n4,d,2024-02-01,2024-03-01,7\n' | hz-check --plans days members 2>&1 >kept.csv
  hz-check: <stdin>:4:16: end: warning: "2025-06-30" is not the last day of the plan's term
  hz-check: <stdin>:5:16: end: warning: "2024-03-01" is not the last day of the plan's term
  hz-check: warnings: 2 (term 2)
  [1]

Whatever the order of the rows:

  $ printf 'member_id,plan,start,end\n1,a,2024-07-01,2025-06-30\n1,b,2024-01-01,2024-12-31\n2,a,2024-01-01,2024-12-31\n2,a,2025-01-01,2025-12-31\n2,a,2024-01-01,2024-12-31\n' | hz-check --plans two members
  hz-check: <stdin>:3:1: member_id: "*" holds plan a on the same days: one may hold one of the two
  hz-check: <stdin>:6:1: member_id: "*" is enrolled in this plan for these days already
  hz-check: 5 rows in = 3 used + 0 left out + 2 rejected (exclusive_plans 1, duplicate 1)
  member_id,plan,start,end
  1,a,2024-07-01,2025-06-30
  2,a,2024-01-01,2024-12-31
  2,a,2025-01-01,2025-12-31
  [1]

Rosters that are clean pass unchanged; line ends come out as one kind:

  $ hz-simulate members --enrolments 2000 > clean.csv
  $ hz-check members clean.csv | cmp - clean.csv
  $ sed 's/$/\r/' clean.csv > crlf.csv && hz-check members crlf.csv | cmp - clean.csv
  $ hz-simulate claims --enrolments 20000 > claims.csv && hz-check claims claims.csv | cmp - claims.csv

Sorted by the person, the same is found; what comes too late is rejected, in a file or in the next:

  $ cat > people.csv <<'END'
  > member,member_id,plan,start,end,contribution,entry
  > 1,甲,changchun-critical,2024-01-01,2024-12-31,30,
  > 2,乙,changchun-critical,2024-01-01,2024-12-31,30,
  > 3,甲,changchun-critical,2024-06-01,2025-05-31,30,
  > 1,甲,changchun-critical,2024-01-01,2024-12-31,-30,reversal
  > 1,甲,changchun-critical,2024-01-01,2024-12-31,-30,reversal
  > 4,甲,changchun-critical,2024-01-01,2024-12-31,30,
  > 5,丙,changchun-critical,2024-01-01,2024-12-31,-10,reversal
  > END
  $ { head -n 1 people.csv; tail -n +2 people.csv | LC_ALL=C sort -s -t, -k2,2; } > sorted.csv
  $ hz-check members --plans plans --sorted sorted.csv
  hz-check: sorted.csv:2:48: contribution: "-10" takes back a row that is not above: expected the same enrolment, plan and start, before it (rows are checked in the order of the file)
  hz-check: sorted.csv:5:3: member_id: "*" is enrolled in this plan for some of these days already
  hz-check: sorted.csv:7:48: contribution: "-30" takes back once more what was taken back already
  hz-check: 7 rows in = 4 used + 0 left out + 3 rejected (reversal_of_nothing 1, overlapping_cover 1, reversed_twice 1)
  member,member_id,plan,start,end,contribution,entry
  2,乙,changchun-critical,2024-01-01,2024-12-31,30,
  1,甲,changchun-critical,2024-01-01,2024-12-31,30,
  1,甲,changchun-critical,2024-01-01,2024-12-31,-30,reversal
  4,甲,changchun-critical,2024-01-01,2024-12-31,30,
  [1]
  $ hz-check members --plans plans people.csv 2>/dev/null | LC_ALL=C sort > any; hz-check members --plans plans --sorted sorted.csv 2>/dev/null | LC_ALL=C sort | cmp any - && echo same
  same
  $ hz-check members --sorted people.csv
  hz-check: people.csv:3:3: member_id: "*" is smaller than the one before it: sort the file by this column, as with LC_ALL=C sort -s, or leave --sorted out
  hz-check: people.csv:6:48: contribution: "-30" takes back once more what was taken back already
  hz-check: people.csv:8:3: member_id: "*" is smaller than the one before it: sort the file by this column, as with LC_ALL=C sort -s, or leave --sorted out
  hz-check: 7 rows in = 4 used + 0 left out + 3 rejected (not_sorted 2, reversed_twice 1)
  member,member_id,plan,start,end,contribution,entry
  1,甲,changchun-critical,2024-01-01,2024-12-31,30,
  3,甲,changchun-critical,2024-06-01,2025-05-31,30,
  1,甲,changchun-critical,2024-01-01,2024-12-31,-30,reversal
  4,甲,changchun-critical,2024-01-01,2024-12-31,30,
  [1]
  $ printf 'member,id_no,start,end\n1,,2024-01-01,2024-12-31\n2,110101199001011237,2024-01-01,2024-12-31\n' > one.csv
  $ hz-check members --sorted one.csv one.csv -q > /dev/null
  hz-check: warnings: 2 (id_missing 2)
  hz-check: 4 rows in = 3 used + 0 left out + 1 rejected (not_sorted 1)
  [1]
  $ awk -F, -v OFS=, 'NR == 1 { print $0, "entry"; next } { $1 = "M" NR % 400; print $0, "" } NR % 3 == 0 { print $0, "" }
  >     NR % 7 == 0 { $6 = "-" $6; print $0, "reversal" } NR % 35 == 0 { print $0, "reversal" } NR % 11 == 0 { $6 = -10; print $0, "" }' clean.csv > many.csv
  $ { head -n 1 many.csv; tail -n +2 many.csv | LC_ALL=C sort -s -t, -k1,1; } > sorted.csv
  $ hz-check members sorted.csv > any 2> any.err
  [1]
  $ for how in '1 1048576' '2 4099' '8 777'; do
  >     hz-check members --sorted --threads ${how% *} --block ${how#* } sorted.csv 2> sorted.err | cmp - any && cmp sorted.err any.err
  > done
  $ tail -n 1 any.err | grep -o 'reversed_twice\|reversal_of_nothing'
  reversed_twice
  reversal_of_nothing
  $ hz-check claims --sorted < claims.csv
  hz-check: --sorted goes with members
  try: hz-check --help
  [2]

The catalogue of faults of claims:

  $ cat > c.csv <<'END'
  > claim,member,plan,benefit,event,report,filed,decided,transaction,admit,discharge,days,start,end,cover_status,medfee_sumamt,fulamt_ownpay_amt,overlmt_selfpay,preselfpay_amt,inscp_scp_amt,claimed,approved,paid
  > 1,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,2022-07-06,2022-07-08,2022-07-10,2022-07-01,2022-07-04,3,2022-01-01,2022-12-31,,100,10,10,10,70,50,40,40
  > 2,a,changchun-hospital,HOSP,2022-07-01,2022-06-30,,,2022-07-10,2022-07-01,2022-07-04,9,2022-01-01,2022-12-31,,100,10,10,10,70,50,40,40
  > 3,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,2022-07-04,,,2022-07-01,2022-07-04,9,2022-01-01,2022-12-31,,100,10,10,10,60,50,60,40
  > 4,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,2022-07-06,2022-07-05,,2022-07-01,2022-06-04,,2022-01-01,2022-12-31,,,,,,,50,40,45
  > 5,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,2022-07-06,2022-07-08,2022-07-07,,,,2022-01-01,2022-12-31,,,,,,,50,40,40
  > 6,a,changchun-hospital,HOSP,2023-07-01,,,,,,,,2022-01-01,2022-12-31,swapped_out,,,,,,,,10
  > 7,a,changchun-hospital,HOSP,2021-07-01,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,10
  > 8,a,changchun-hospital,HOSP,2023-07-01,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,10
  > 9,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,,,,2022-07-01,2022-07-04,3,2022-01-01,2022-12-31,,100,10,10,10,71,50,40,40
  > 10,a,changchun-hospital,HOSP,2022-08-01,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,40
  > 11,b,changchun-critical,CI,2022-01-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,1000
  > 12,b,changchun-critical,CI,2022-03-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,10000
  > 13,c,beijing-allowance,ALLOW,2022-03-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,7000
  > 14,c,beijing-allowance,ALLOW,2022-04-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,200.01
  > 15,c,beijing-allowance,NONE,,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,1
  > 16,c,beijing-allowance,NONE,2022-01-01,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,1
  > END
  $ hz-check --plans plans claims c.csv
  hz-check: c.csv:3:40: report: "2022-06-30" is before the event
  hz-check: c.csv:3:86: days: warning: "9" is not 3, the nights between admission and discharge
  hz-check: c.csv:4:63: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:4:51: filed: "2022-07-04" is before the step before it
  hz-check: c.csv:4:86: days: warning: "9" is not 3, the nights between admission and discharge
  hz-check: c.csv:4:111: medfee_sumamt: warning: "100" is not the sum of its four parts
  hz-check: c.csv:5:73: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:5:62: decided: "2022-07-05" is before the step before it
  hz-check: c.csv:6:73: transaction: "2022-07-07" is before the step before it
  hz-check: c.csv:7:43: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:7:29: event: "2023-07-01" is after the seat went to another
  hz-check: c.csv:8:43: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:8:29: event: "2021-07-01" is before the first day of cover
  hz-check: c.csv:9:43: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:9:29: event: "2023-07-01" is after the last day of cover
  hz-check: c.csv:10:53: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:10:101: medfee_sumamt: warning: "100" is not the sum of its four parts
  hz-check: c.csv:10: warning: the same stay and expense of the same person as in an earlier claim
  hz-check: c.csv:11:44: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:11:78: paid: warning: "40" is for one claim more than the term has
  hz-check: c.csv:12:42: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:12:28: event: warning: "2022-01-15" is day 15 of cover, in the waiting days to 30, and was paid
  hz-check: c.csv:13:42: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:13:76: paid: warning: "10000" after a payment that has ended the benefit
  hz-check: c.csv:14:44: transaction: warning: "" is empty: a triangle needs the day of a payment
  hz-check: c.csv:15:78: paid: warning: "200.01" with what was paid before is above the limit of the term
  hz-check: c.csv:16:29: event: "" is empty: when did it happen?
  hz-check: c.csv:17:24: benefit: "NONE" is no benefit of the plan
  hz-check: warnings: 22 (days_mismatch 2, no_transaction 13, expense_sum 2, duplicate_invoice 1, too_many_claims 1, waiting 1, after_termination 1, limit_exceeded 1)
  hz-check: 16 rows in = 7 used + 0 left out + 9 rejected (report_before_event 1, filed_before_report 1, decided_before_filed 1, paid_before_decided 1, swapped_out_holder 1, before_cover 1, after_cover 1, no_event 1, unknown_benefit 1)
  claim,member,plan,benefit,event,report,filed,decided,transaction,admit,discharge,days,start,end,cover_status,medfee_sumamt,fulamt_ownpay_amt,overlmt_selfpay,preselfpay_amt,inscp_scp_amt,claimed,approved,paid
  1,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,2022-07-06,2022-07-08,2022-07-10,2022-07-01,2022-07-04,3,2022-01-01,2022-12-31,,100,10,10,10,70,50,40,40
  9,a,changchun-hospital,HOSP,2022-07-01,2022-07-05,,,,2022-07-01,2022-07-04,3,2022-01-01,2022-12-31,,100,10,10,10,71,50,40,40
  10,a,changchun-hospital,HOSP,2022-08-01,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,40
  11,b,changchun-critical,CI,2022-01-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,1000
  12,b,changchun-critical,CI,2022-03-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,10000
  13,c,beijing-allowance,ALLOW,2022-03-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,7000
  14,c,beijing-allowance,ALLOW,2022-04-15,,,,,,,,2022-01-01,2022-12-31,,,,,,,,,200.01
  [1]

Held against a file of members:

  $ printf 'member,plan,start,end,status\na,changchun-hospital,2022-01-01,2022-12-31,active\nb,changchun-critical,2022-01-01,2022-02-28,swapped_out\n' > covers.csv
  $ printf 'claim,member,event\n1,a,2022-05-01\n2,a,2021-05-01\n3,a,2023-05-01\n4,b,2022-05-01\n5,z,2022-05-01\n' | hz-check --plans plans claims --members covers.csv
  hz-check: <stdin>:3:5: event: "2021-05-01" is before the first day of cover
  hz-check: <stdin>:4:5: event: "2023-05-01" is after the last day of cover
  hz-check: <stdin>:5:5: event: "2022-05-01" is after the seat went to another
  hz-check: <stdin>:6:3: member: "*" is no member of --members
  hz-check: 5 rows in = 1 used + 0 left out + 4 rejected (before_cover 1, after_cover 1, swapped_out_holder 1, no_cover 1)
  claim,member,event
  1,a,2022-05-01
  [1]
  $ hz-check --plans plans members --members covers.csv m.csv
  hz-check: --members FILE goes with --plans DIR and claims
  try: hz-check --help
  [2]

A row of totals has no key of its own: a member's number beside the word makes it a record, which is rejected for
what it lacks.

  $ printf 'member,plan,start,end,contribution,note\n12,,,,60,合计\n合计,,,,60,\n' | hz-check members --plans plans --fix
  hz-check: <stdin>:2:5: start: "" is empty: a cover has a first and a last day
  hz-check: <stdin>:3: fixed: a row of totals, not a record: left out
  hz-check: fixed: 1 (total_row 1)
  hz-check: 2 rows in = 0 used + 1 left out + 1 rejected (no_term 1)
  member,plan,start,end,contribution,note
  [1]
