Every kind of benefit, computed by hand: the column expect of the vectors is what must be payable.

  $ cp $ROOT/tests/vectors/benefit.csv . && ln -s $ROOT/plans $ROOT/data .
  $ hz-benefit --plans plans benefit.csv > paid.csv
  $ awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i } NR > 1 && $c["payable"] != $c["expect"]' paid.csv

Where there is no cash to pay, there is a cost or aid, told apart:

  $ grep '^[VE]01' paid.csv
  V01,v1,screening,SCREEN,2023-03-08,,,,2023-01-01,2023-12-31,,1,gift,,,,,,,,0.00,a service,covered,0.00,0.00,180.00,SCREEN=0.00,service
  E01,e1,relief,RELIEF,2016-05-01,,,,2016-01-01,2016-12-31,,1,gift,,,,,,,30000,0.00,aid is no payable: see the session,covered,0.00,2000.00,0.00,RELIEF=2000.00,ex_gratia

The result is the same for any number of threads and blocks:

  $ for t in 1 2 3; do hz-benefit --plans plans --threads $t --block 500 benefit.csv | cmp - paid.csv; done

Joined to a file of members, sorted or not, it is the same as with the cover in the claims:

  $ awk -F, -v OFS=, 'NR == 1 || !seen[$2 $9]++ { print $2, $3, $9, $10, $11, $12, $13 }' benefit.csv > members.csv
  $ cut -d, -f 1-8,14-20 benefit.csv > short.csv
  $ hz-benefit --plans plans --members members.csv short.csv | awk -F, '{ print $(NF - 4), $(NF - 5) }' > joined
  $ awk -F, '{ print $(NF - 4), $(NF - 5) }' paid.csv | diff - joined
  $ (head -n 1 members.csv; tail -n +2 members.csv | LC_ALL=C sort -t, -k1,1) > m.csv
  $ (head -n 1 short.csv; tail -n +2 short.csv | LC_ALL=C sort -s -t, -k2,2) > c.csv
  $ hz-benefit --plans plans --members m.csv --sorted --join member c.csv > sorted.csv
  $ hz-benefit --plans plans --members m.csv c.csv | cmp - sorted.csv

Unsorted claims are refused one by one there, and members at once:

  $ hz-benefit --plans plans --members m.csv --sorted --quiet short.csv 2>&1 >/dev/null | cut -c 1-60
  hz-benefit: 82 rows in = 21 used + 0 left out + 61 rejected 
  $ (head -n 1 m.csv; tail -n +2 m.csv | sort -r) > r.csv
  $ hz-benefit --plans plans --members r.csv --sorted c.csv > /dev/null
  hz-benefit: r.csv:3:1: member: "**" is smaller than the one before it: sort both files by this column, as with LC_ALL=C sort, or leave --sorted out
  [1]

A member who is not there has no cover; a seat changes hands:

  $ printf 'member,plan,start,end,seat_id,member_id,status\nx,new-employment-seats,2025-01-01,2025-05-31,s1,p1,swapped_out\ny,new-employment-seats,2025-06-01,2025-12-31,s1,p2,active\n' > seats.csv
  $ printf 'claim,seat_id,member_id,plan,benefit,event\n1,s1,p1,new-employment-seats,ACC_DEATH,2025-03-01\n2,s1,p2,new-employment-seats,ACC_DEATH,2025-07-01\n3,s9,p1,new-employment-seats,ACC_DEATH,2025-07-01\n' | hz-benefit --plans plans --members seats.csv --join seat
  claim,seat_id,member_id,plan,benefit,event,cover,payable,aid,service_cost,by_benefit,reasons
  1,s1,p1,new-employment-seats,ACC_DEATH,2025-03-01,covered,35000.00,0.00,0.00,ACC_DEATH=35000.00,paid
  2,s1,p2,new-employment-seats,ACC_DEATH,2025-07-01,covered,35000.00,0.00,0.00,ACC_DEATH=35000.00,paid
  3,s9,p1,new-employment-seats,ACC_DEATH,2025-07-01,no_cover,0.00,0.00,0.00,,
  $ printf 'claim,member,plan,benefit,event\n1,x,new-employment-seats,ACC_DEATH,2025-07-01\n' | hz-benefit --plans plans --members seats.csv
  claim,member,plan,benefit,event,cover,payable,aid,service_cost,by_benefit,reasons
  1,x,new-employment-seats,ACC_DEATH,2025-07-01,not_holder,0.00,0.00,0.00,,

Of two who are booked on one seat from the same day, the last in the file holds it, whoever that is:

  $ for s in 1 2 3 4 5 6 7 8; do echo "m$s,new-employment-seats,2025-01-01,2025-12-31,s$s,p$s,new"; echo "n$s,new-employment-seats,2025-01-01,2025-12-31,s$s,q$s,new"; done > two
  $ (echo member,plan,start,end,seat_id,member_id,enter_type; cat two) > two.csv
  $ (echo member,plan,start,end,seat_id,member_id,enter_type; LC_ALL=C sort -t, -k5,5 -k1,1r two) > owt.csv
  $ for p in p q; do (echo claim,seat_id,member_id,plan,benefit,event; for s in 1 2 3 4 5 6 7 8; do echo "$s,s$s,$p$s,new-employment-seats,ACC_DEATH,2025-07-01"; done) > of_$p.csv; done
  $ for f in two owt; do for p in p q; do for how in --sorted '--threads 3 --block 100'; do hz-benefit --plans plans --members $f.csv --join seat $how --by cover of_$p.csv | sed -n 2p; done; done; done
  not_holder,8,0.00,0.00,0.00
  not_holder,8,0.00,0.00,0.00
  covered,8,280000.00,0.00,0.00
  covered,8,280000.00,0.00,0.00
  covered,8,280000.00,0.00,0.00
  covered,8,280000.00,0.00,0.00
  not_holder,8,0.00,0.00,0.00
  not_holder,8,0.00,0.00,0.00

What a lower deductible and a higher rate would have cost:

  $ hz-benefit --plans plans --against plans/qinhuangdao-hospital-2018.yaml --by plan,tier benefit.csv 2>&1 | head -n 3
  plan,tier,count,payable,aid,service_cost,payable_against,difference_against
  accident-endorsed,8,1,1500.00,0.00,0.00,1500.00,0.00
  accident-industry,0,1,16000.00,0.00,0.00,16000.00,0.00
  $ mkdir other && sed 's/1500/1000/; s/30%/35%/' plans/qinhuangdao-hospital-2018.yaml > other/q.yaml
  $ grep -E 'claim,|^R1[67]' benefit.csv | hz-benefit --plans plans --lists data/lists --against other --totals
  count,payable,aid,service_cost,payable_against,difference_against
  2,27000.00,0.00,0.00,30000.00,3000.00
  $ hz-benefit --plans plans --by cover --format table benefit.csv
  cover        count    payable      aid  service_cost
  after_cover      3       0.00     0.00          0.00
  covered         78  805987.81  2000.00        180.00
  ended            1       0.00     0.00          0.00
  total           82  805987.81  2000.00        180.00

Review:

  $ cat > review.csv <<'END'
  > claim,member,plan,benefit,event,report,admit,discharge,start,end,hifp_pay,medfee_sumamt,hosp_level
  > 1,a,changchun-hospital,HOSP,2022-07-01,2022-07-20,2022-07-01,2022-07-10,2022-01-01,2022-12-31,5000,9000,city
  > 2,a,changchun-hospital,HOSP,2022-07-01,2023-07-20,2022-07-01,2022-07-10,2022-01-01,2022-12-31,5000,9000,city
  > 3,a,changchun-hospital,HOSP,2022-07-20,2022-07-21,2022-07-20,2022-07-25,2022-01-01,2022-12-31,5000,8000,city
  > END
  $ hz-benefit --plans plans --review review.csv | rev | cut -d, -f 1 | rev
  review
  
  duplicate_invoice;late_report
  repeated_stay;at_limit

How a payment is derived, in Chinese too:

  $ grep -E 'claim,|^(R12|R18|A02|D06|L02)' benefit.csv | hz-benefit --plans plans --explain --lang en
  claim R12, event 2016-03-01, plan tianjin-residents 2015, cover 2016-01-01 to 2016-12-31
    HOSP 大病医疗
      expense (inscope_selfpay): 150000.00
      tier 1, above 20000.00: 80000.00 x 50%
      tier 2, above 100000.00: 50000.00 x 60%
      payable: 70000.00
    = 70000.00  (covered; paid)
  claim R18, event 2018-03-03, plan qinhuangdao-hospital 2018, cover 2018-01-01 to 2018-12-31
    HOSP 住院医疗互助金
      expense (inscope_selfpay): 51500.00
      deductible of the stay: 1500.00; 50000.00 is beyond it
      rate: 30%
      payable: 15000.00
    = 15000.00  (covered; paid)
  claim D06, event 2024-01-01, plan beijing-allowance 2011, cover 2024-01-01 to 2024-12-31
    ALLOW 住院津贴, 第四日起每日 40 元，全年 7,200 元封顶
      days in hospital: 201, of which the first 3 do not count
      days left in the term: 180 of 180
      180 days x 40.00
      payable: 7200.00
    = 7200.00  (covered; paid;days_limit)
  claim L02, event 2020-01-31, plan changchun-critical 2020, cover 2020-01-01 to 2020-12-31
    CI 重大疾病互助金
      disease S01 恶性肿瘤——重度
      amount: 10000.00
      x 2 units
      day 31 of cover is of the waiting days 31 to 60: 1000.00
      payable: 2000.00
    = 2000.00  (covered; paid;waiting)
  claim A02, event 2024-06-01, plan accident-industry 2011, cover 2024-01-01 to 2024-12-31
    ACC_DIS 意外伤残
      grade 8 by schedule jrt0083: 30% of 20000.00
      payable: 6000.00
    = 6000.00  (covered; paid)
  $ grep -E 'claim,|^(R12|R21|A02|D06|L02)' benefit.csv | hz-benefit --plans plans --explain --lang zh
  赔案 R12，出险日 2016-03-01，计划 tianjin-residents（2015 版），保障期 2016-01-01 至 2016-12-31
    HOSP 大病医疗
      费用（inscope_selfpay）：150000.00
      第 1 段，超过 20000.00 的部分：80000.00 × 50%
      第 2 段，超过 100000.00 的部分：50000.00 × 60%
      应付：70000.00
    = 70000.00（在保障期内；应予给付）
  赔案 R21，出险日 2026-04-01，计划 fujian-comprehensive（2026 版），保障期 2026-01-01 至 2026-12-31
    HOSP 住院互助金
      费用（inscope_selfpay）：600.00
      本期起付线 1000.00，尚余 1000.00
      应付：0.00
    ALLOW 住院津贴
      住院 7 天，其中前 3 天不计
      本期剩余天数：60，共 60
      4 天 × 30.00
      应付：120.00
    = 120.00（在保障期内；应予给付、未超过起付线）
  赔案 D06，出险日 2024-01-01，计划 beijing-allowance（2011 版），保障期 2024-01-01 至 2024-12-31
    ALLOW 住院津贴, 第四日起每日 40 元，全年 7,200 元封顶
      住院 201 天，其中前 3 天不计
      本期剩余天数：180，共 180
      180 天 × 40.00
      应付：7200.00
    = 7200.00（在保障期内；应予给付、已达天数上限）
  赔案 L02，出险日 2020-01-31，计划 changchun-critical（2020 版），保障期 2020-01-01 至 2020-12-31
    CI 重大疾病互助金
      病种 S01 恶性肿瘤——重度
      给付标准：10000.00
      × 2 份
      保障第 31 天，处于观察期第 31 至 60 天：1000.00
      应付：2000.00
    = 2000.00（在保障期内；应予给付、观察期内）
  赔案 A02，出险日 2024-06-01，计划 accident-industry（2011 版），保障期 2024-01-01 至 2024-12-31
    ACC_DIS 意外伤残
      伤残 8 级（jrt0083）：保障额的 30%，保障额 20000.00
      应付：6000.00
    = 6000.00（在保障期内；应予给付）

Faults of rows:

  $ cat > bad.csv <<'END'
  > claim,member,plan,benefit,event,start,end,hifp_pay,dis_grade,units
  > 1,,changchun-hospital,HOSP,2022-07-01,2022-01-01,2022-12-31,5000,,1
  > 2,b,no-such-plan,HOSP,2022-07-01,2022-01-01,2022-12-31,5000,,1
  > 3,b,changchun-hospital,HOSP,2022-07-01,2022-01-01,2022-12-31,,,1
  > 4,b,changchun-hospital,ACC_DIS,2022-07-01,2022-01-01,2022-12-31,,11,1
  > 5,b,changchun-hospital,HOSP,2022-07-01,2022-01-01,2021-12-31,5000,,1
  > 6,b,changchun-hospital,HOSP,2022-07-01,2022-01-01,2022-12-31,-1,,1
  > 7,b,changchun-hospital,HOSP,2022-07-01,2022-01-01,2022-12-31,1,,0
  > 8,b,changchun-hospital,NONE,2022-07-01,2022-01-01,2022-12-31,1,,1
  > END
  $ hz-benefit --plans plans --findings f.csv bad.csv
  hz-benefit: bad.csv:2:3: member: "" is empty: whose claim is this?
  hz-benefit: bad.csv:3:5: plan: "no-such-plan" is no plan of --plans that holds on the first day of the cover
  hz-benefit: bad.csv:4: hifp_pay: is empty or not there, and benefit HOSP of plan changchun-hospital needs it
  hz-benefit: bad.csv:5: dis_grade: "11" is no grade of disability (expected 1 to 10, or several as in 7;9)
  hz-benefit: bad.csv:6:51: end: "2021-12-31" is before the start
  hz-benefit: bad.csv:7:62: hifp_pay: "-1" is below zero: expected an amount of 0 or more
  hz-benefit: bad.csv:8:65: units: "0" is no whole number from 1 to 1000
  hz-benefit: 8 rows in = 1 used + 0 left out + 7 rejected (no_member 1, unknown_plan 1, missing_fact 2, end_before_start 1, negative_money 1, bad_integer 1)
  claim,member,plan,benefit,event,start,end,hifp_pay,dis_grade,units,cover,payable,aid,service_cost,by_benefit,reasons
  8,b,changchun-hospital,NONE,2022-07-01,2022-01-01,2022-12-31,1,,1,covered,0.00,0.00,0.00,,no_benefit
  [1]

  $ head -n 3 f.csv
  line,column,field,code,severity,value,message
  2,3,member,no_member,error,,is empty: whose claim is this?
  3,5,plan,unknown_plan,error,no-such-plan,is no plan of --plans that holds on the first day of the cover

Faults of plans are all told at once:

  $ mkdir bad && cat > bad/p.yaml <<'END'
  > plan: p
  > version: 1
  > name: P
  > sorce: nobody
  > status: reel
  > currency: CNY
  > term: {years: 1, days: 3}
  > contribution: {amount: 95, paid_by: {self: 20, unit: 70}}
  > exclusive_with: q
  > benefits:
  >   - code: A
  >     kind: reimbursement
  >     rate:
  >       tiers:
  >         - {through: 100, rate: 50%}
  >         - {above: 200, through: 300, rate: 120%}
  >         - {above: 250, rate: 60%}
  >         - {rate: 70%}
  >   - code: B
  >     kind: lump_sum
  >     amount: ten
  >     diseases: critical-2o
  >     waiting: [{through: 30, amount: 0}, {from: 20, through: 60, rate: 10%}]
  >     schedule: jrt0083
  >   - code: A
  >     amount: 3
  > END
  $ hz-benefit --plans bad --lists data/lists bad.csv
  hz-benefit: bad/p.yaml:4:8: sorce: no such key here: did you mean "source"?
  hz-benefit: bad/p.yaml:5:9: status: "reel", where one of real, partly_known, illustrative is wanted
  hz-benefit: bad/p.yaml:16:44: rate: "120%" is out of bounds: expected 0% to 100%
  hz-benefit: bad/p.yaml:16:11: there is a gap between the one before and this one: let it begin where that ends
  hz-benefit: bad/p.yaml:16:11: a tier needs a rate
  hz-benefit: bad/p.yaml:17:11: this one overlaps with the one before it
  hz-benefit: bad/p.yaml:18:11: this one is never reached: the one before has no end
  hz-benefit: bad/p.yaml:18:11: this one is empty: it ends where it begins, or before
  hz-benefit: bad/p.yaml:21:13: amount: "ten" is not an amount: expected yuan in plain digits, such as 1234.50
  hz-benefit: bad/p.yaml:22:15: diseases: no list "critical-2o" is known: nearest is "critical-28"
  hz-benefit: bad/p.yaml:23:41: this band overlaps with the one before it
  hz-benefit: bad/p.yaml:25:5: this code stands here already
  hz-benefit: bad/p.yaml:1:1: a plan needs the key "source"
  hz-benefit: bad/p.yaml:1:1: a plan needs the key "status": real, partly_known or illustrative
  hz-benefit: bad/p.yaml:7:7: term: a term needs one of years, months, days, or the dates from and to
  hz-benefit: bad/p.yaml:8:15: contribution: what the payers pay does not add up to the amount
  hz-benefit: bad/p.yaml:11:5: benefit "A" of kind reimbursement needs the key "base"
  hz-benefit: bad/p.yaml:24:15: schedule: means nothing for a benefit of kind lump_sum
  hz-benefit: bad/p.yaml: exclusive_with: no plan "q" is here
  hz-benefit: bad: 19 faults in the plans: nothing was done
  [1]
  $ sed -i 's/critical-2o/zzzzzz/; s/schedule: jrt0083/schedule: unlike/' bad/p.yaml
  $ for lists in data/lists none; do mkdir -p none; hz-benefit --plans bad --lists $lists bad.csv 2>&1 | grep -E 'p.yaml:2[24]'; done
  hz-benefit: bad/p.yaml:22:15: diseases: no list "zzzzzz" is known, only: critical-11,critical-15,critical-16,critical-28,critical-30,critical-35,mild-25,plateau-13,women-12,women-8
  hz-benefit: bad/p.yaml:24:15: schedule: no schedule "unlike" is known, only: gbt16180,jrt0083-endorsed,jrt0083
  hz-benefit: bad/p.yaml:24:15: schedule: means nothing for a benefit of kind lump_sum
  hz-benefit: bad/p.yaml:22:15: diseases: no list "zzzzzz" is known, only: none
  hz-benefit: bad/p.yaml:24:15: schedule: no schedule "unlike" is known, only: none
  hz-benefit: bad/p.yaml:24:15: schedule: means nothing for a benefit of kind lump_sum
  $ hz-benefit --plans nowhere bad.csv
  hz-benefit: nowhere: cannot open the directory: No such file or directory
  [3]
  $ hz-benefit bad.csv
  hz-benefit: --plans DIR is needed: the plans that pay
  try: hz-benefit --help
  [2]
  $ hz-benefit --plans plans --explain --totals bad.csv
  hz-benefit: --explain prints neither totals nor reviews
  try: hz-benefit --help
  [2]

Plans of one member are kept apart, though their covers start on one day; a rejected row uses up nothing:

  $ cat > two.csv <<'END'
  > claim,member,plan,benefit,event,start,end,hosp_level,hifp_pay,dis_grade
  > 1,A,changchun-hospital,HOSP,2026-07-01,2026-06-10,2027-06-09,province,10000,
  > 2,A,accident-industry,ACC_DIS,2026-07-02,2026-06-10,2027-06-09,,,x
  > 3,A,new-employment-seats,ACC_DEATH,2026-07-03,2026-06-10,2027-06-09,,,
  > 4,A,changchun-hospital,HOSP,2026-07-04,2026-06-10,2027-06-09,province,10000,
  > END
  $ hz-benefit --plans plans --quiet two.csv 2>/dev/null | cut -d, -f 1,12
  claim,payable
  1,1050.00
  3,35000.00
  4,1050.00

A seat that has gone to another pays nothing to who held it, and nothing of the successor's:

  $ printf 'member,plan,start,end,seat_id,member_id\nx,new-employment-seats,2025-01-01,2025-06-30,s1,p1\ny,new-employment-seats,2025-07-01,2025-12-31,s1,p2\n' > seats.csv
  $ printf 'claim,seat_id,member_id,plan,benefit,event\n1,s1,p1,new-employment-seats,ACC_DEATH,2025-08-01\n2,s1,p2,new-employment-seats,ACC_DEATH,2025-08-02\n' | hz-benefit --plans plans --members seats.csv --join seat | cut -d, -f 1,7,8
  claim,cover,payable
  1,not_holder,0.00
  2,covered,35000.00

Waiting days cannot be counted from a day after the start:

  $ printf 'claim,member,plan,benefit,event,start,end,wait_from,ci_code\n1,A,changchun-critical,CI,2022-02-01,2022-01-01,2022-12-31,2022-03-01,S01\n' | hz-benefit --plans plans 2>&1 | head -n 1
  hz-benefit: <stdin>:2:60: wait_from: "2022-03-01" is after the start
