# Memberships as they are lived

## Codes in Chinese

A roster of which two of three are renewals, in the words of the office that wrote it. Every command
takes 续保 for renew and 男 for 1, and prints the code:

  $ cat > roster.csv <<'END'
  > 参保编号,计划,办事处,性别,参保类型,保障起,保障止,会费,状态
  > 1,critical-35-25,2201,女,续保,2024-01-01,2024-12-31,40,有效
  > 2,critical-35-25,2201,男,新增,2024-01-01,2024-12-31,40,退会
  > 3,critical-35-25,2201,1,renew,2024-01-01,2024-12-31,40,有效
  > END
  $ hz-ledger members --from 2024 --to 2024 roster.csv | grep renewals
  22,2201,critical-35-25,2024,renewals,2
  $ hz-unearned --as-of 2024-12-31 --by 性别,enter_type,状态 roster.csv
  sex,enter_type,status,count,contribution,earned,unearned
  1,new,cancelled,1,40.00,40.00,0.00
  1,renew,active,1,40.00,40.00,0.00
  2,renew,active,1,40.00,40.00,0.00
  total,,,3,120.00,120.00,0.00

The claims of it, one of them refused:

  $ cat > claims.csv <<'END'
  > 赔案号,办事处,计划,出险日,报案日,支付日,已付金额,未决估计,案件状态,互助互济
  > 1,2201,hospital,2024-01-01,2024-01-05,2024-01-05,0,0,拒付,否
  > 2,2201,hospital,2024-01-01,2024-01-05,2024-02-05,100,0,已支付,
  > END
  $ hz-ledger claims --from 2024 --to 2024 claims.csv | grep -c 'rejected,1'
  1
  $ hz-triangle --as-of 2024-12-31 --measure closed claims.csv | tail -1
  2024,1,2

Deposits, services and entries of the books. A deposit of 410 is given back at a death, of which 10 are kept; a screening
costs 180; 100 are donated, and 20 of that taken back:

  $ printf '保障起,保障止,储金,应退金额,状态,退会日\n2024-01-01,2025-12-31,410,400,身故,2024-06-30\n' | hz-savings -d 2024-12-31 -r 2% | cut -d, -f1-7
  opening,new,matured,died,withdrawn,kept,closing
  0.00,410.00,0.00,400.00,0.00,10.00,0.00
  $ printf '赔案号,计划,办事处,出险日,报案日,支付日,已付金额,未决估计,案件状态,服务费用\n1,screening,41,2024-01-05,2024-01-05,2024-02-05,,,已支付,180\n' | hz-ledger claims --from 2024 --to 2024 | cut -d, -f4-
  period,item,amount
  2024,services,1
  2024,service_cost,180.00
  $ printf '记账日期,科目,金额,办事处\n2024/1/5,捐赠,100,41\n2024-02-05,捐赠,-20,41\n' | hz-ledger entries --from 2024 --to 2024
  province,office,plan,period,item,amount
  41,41,,2024,donations,80.00

Two offices number their claims alike: two claims, whether they are told apart in the result or not. One was paid in two years:

  $ cat > alike.csv <<'END'
  > 赔案号,办事处,支付日,已付金额
  > 1,2201,2023-05-01,100
  > 1,2201,2024-05-01,50
  > 1,2202,2024-06-01,70
  > END
  $ hz-years claims --count claims alike.csv | cut -d, -f1,2,4,5
  year,claims,amount,mean_claim
  2023,1,100.00,100.00
  2024,1,120.00,120.00
  $ hz-years claims --count claims --by office alike.csv | cut -d, -f1-3,5
  year,office,claims,amount
  2023,2201,1,100.00
  2024,2201,0,50.00
  2024,2202,1,70.00

Words that nobody here knows are given their codes beside the names of columns:

  $ printf '起,止,会费,状态\n2024-01-01,2024-12-31,40,离会\n2024-01-01,2024-12-31,40,在册\n' > own.csv
  $ cat > own.yaml <<'END'
  > 起: start
  > 止: end
  > values:
  >   状态: {在册: active, 离会: cancelled}
  > END
  $ hz-unearned --as-of 2024-12-31 --columns own.yaml --by status own.csv
  status,count,contribution,earned,unearned
  active,1,40.00,40.00,0.00
  cancelled,1,40.00,40.00,0.00
  total,2,80.00,80.00,0.00
  $ printf 'values:\n  status: [paid]\n' > bad.yaml
  $ hz-unearned --as-of 2024-12-31 --columns bad.yaml own.csv
  hz-unearned: bad.yaml:2:11: status: a list, where a map ("key: value") is wanted
  [1]

Small tables are read with headers in Chinese, or renamed ones, and amounts in 万 and 亿: 41.59亿 over
9773万 are 42.56 each; 1.5万 over 1.2万 is 1.25, and 13,000 times it 16,250:

  $ printf '年份,参保人次,给付人次,给付金额\n2022,9773万,400万,41.59亿\n2023,9900万,420万,42亿\n' > years.csv
  $ hz-ratios years.csv
  year,frequency_percent,mean_payment,cost_per_enrolment
  2022,4.093,1039.75,42.56
  2023,4.242,1000.00,42.42
  $ hz-growth --method level years.csv
  series,method,base_year,last_year,years,rate_percent
  参保人次,level,2022,2023,1,1.2995
  给付人次,level,2022,2023,1,5.0000
  给付金额,level,2022,2023,1,0.9858
  $ printf '事故年,发展年,累计金额\n2021,1,1.2万\n2021,2,1.5万\n2022,1,13000\n' | hz-reserve | tail -2
  2022,13000.00,1.250000,16250.00,3250.00,,
  total,28000.00,,31250.00,3250.00,,
As reports print them, with what is counted behind the digits or in the header: 326.5 of 9773 are 3.341 %, 41.59亿 over
326.5万 1273.81, and of 50亿 paid in 83.18 % went out. A column is asked for as the file calls it:

  $ printf '统计年度,参保人次（万人次）,赔付件数,给付金额/亿元,会费收入\n2021年,9773,326.5万件,41.59,50亿元\n2022年,10000,330万件,42,51亿元\n' > report.csv
  $ hz-ratios report.csv
  year,frequency_percent,mean_payment,cost_per_enrolment,contribution_per_enrolment,payout_ratio_percent
  2021,3.341,1273.81,42.56,51.16,83.18
  2022,3.300,1272.73,42.00,51.00,82.35
  $ printf '年,参保人数\n2021年,9773万人\n2022年度,1亿人\n' > persons.csv
  $ hz-growth --method level --series 参保人数 persons.csv
  series,method,base_year,last_year,years,rate_percent
  persons,level,2021,2022,1,2.3227
  $ printf '办事处,目标\n甲,8万\n' > target.csv; printf '年份,办事处,参保人次\n2022年,甲,6万人次\n' | hz-ratios --parts office --targets target.csv
  year,office,target,level,completion_percent,gap
  2022,甲,80000,60000,75.00,-20000
  2022,total,80000,60000,75.00,-20000
  $ printf '出险季度,进展季度,累计给付金额\n2021年第三季度,1,1.2万元\n2021年第三季度,2,1.5万元\n2021年四季度,1,1.3万元\n' | hz-reserve 2> /dev/null | cut -d, -f1-4
  origin,latest,development_to_ultimate,ultimate
  2021Q3,15000.00,1.000000,15000.00
  2021Q4,13000.00,1.250000,16250.00
  total,28000.00,,31250.00
  $ printf '本届,参保\n2022,5\n2023,6\n' > own.csv && printf '本届: year\n' > own.yaml
  $ hz-growth --columns own.yaml --method level own.csv
  series,method,base_year,last_year,years,rate_percent
  参保,level,2022,2023,1,20.0000

## Who is covered, and since when

Four members of a plan that pays 10,000 for a severe disease. Two have left or died; of one the payment
in May was the last thing; the retired one is covered to the end, as no day says otherwise:

  $ cat > members.csv <<'END'
  > member,member_id,plan,start,end,enter_type,status,ended
  > A,P1,critical-35-25,2024-01-01,2024-12-31,new,cancelled,2024-06-30
  > B,P2,critical-35-25,2024-01-01,2024-12-31,new,身故,2024-06-30
  > C,P3,critical-35-25,2024-01-01,2024-12-31,new,retired,
  > D,P4,critical-35-25,2024-01-01,2024-12-31,new,terminated_by_payout,2024-05-01
  > E,P5,critical-35-25,2024-01-01,2024-12-31,new,给付终止,
  > END
  $ cat > claims.csv <<'END'
  > claim,member,event,ci_code
  > 1,A,2024-06-30,S01
  > 2,A,2024-07-01,S02
  > 3,B,2024-08-01,S01
  > 4,C,2024-08-01,S01
  > 5,D,2024-08-01,S01
  > 6,A,2025-01-01,S01
  > 7,E,2024-03-05,M01
  > 8,E,2024-08-01,S01
  > END
  $ hz-benefit --plans $ROOT/plans --members members.csv claims.csv | cut -d, -f1,5,6
  claim,cover,payable
  1,covered,10000.00
  2,ended,0.00
  3,ended,0.00
  4,covered,10000.00
  5,ended,0.00
  6,after_cover,0.00
  7,covered,3000.00
  8,ended,0.00

The same where claims tell their covers themselves:

  $ printf 'claim,member,plan,start,end,ended,event,ci_code\n1,A,critical-35-25,2024-01-01,2024-12-31,2024-06-30,2024-08-01,S01\n' > own.csv
  $ hz-benefit --plans $ROOT/plans own.csv | cut -d, -f1,9,10
  claim,cover,payable
  1,ended,0.00

Renewals: the plan allows 30 days between two covers. P1 renewed at once; P2 after 74 days, so day 6 is
a waiting day again; P3 after 19 days; P4 says to renew, and no earlier cover is here to prove it wrong.
P5's first cover was taken back: there was none. The plan pays a disease once in a life: claim 6
names only the enrolment, and P1 has had S01 under the one before:

  $ cat > members.csv <<'END'
  > member,id_no,plan,start,end,contribution,enter_type
  > A,11010519491231002x,critical-35-25,2023-01-01,2023-12-31,40,new
  > B,11010519491231002X,critical-35-25,2024-01-01,2024-12-31,40,renew
  > C,P2,critical-35-25,2023-01-01,2023-12-31,40,new
  > D,P2,critical-35-25,2024-03-15,2025-03-14,40,renew
  > F,P3,critical-35-25,2023-01-01,2023-12-31,40,new
  > G,P3,critical-35-25,2024-01-20,2025-01-19,40,renew
  > H,P4,critical-35-25,2024-01-01,2024-12-31,40,renew
  > I,P5,critical-35-25,2023-06-01,2024-05-31,40,new
  > I,P5,critical-35-25,2023-06-01,2024-05-31,-40,new
  > J,P5,critical-35-25,2024-06-01,2025-05-31,40,renew
  > END
  $ cat > claims.csv <<'END'
  > claim,member,event,ci_code
  > 1,A,2023-06-01,S01
  > 2,D,2024-03-20,S02
  > 3,G,2024-01-22,S02
  > 4,H,2024-01-02,S02
  > 5,I,2024-01-02,S02
  > 6,B,2024-06-01,S01
  > 7,B,2024-06-01,S02
  > 8,J,2024-06-02,S02
  > END
  $ hz-benefit --plans $ROOT/plans --members members.csv claims.csv | cut -d, -f1,5,6,10
  hz-benefit: note: 2 renewals are believed, as no earlier cover of theirs is in --members
  claim,cover,payable,reasons
  1,covered,10000.00,paid
  2,covered,0.00,waiting
  3,covered,10000.00,paid
  4,covered,10000.00,paid
  5,no_cover,0.00,
  6,covered,0.00,class_paid_before
  7,covered,10000.00,paid
  8,covered,10000.00,paid

Sorted by the enrolment, the file shows one enrolment at a time: whether D and G, which are in their waiting days, go on
from an earlier one, it does not show, and says so; later in the term it does not matter:

  $ printf 'claim,member,event,ci_code\n2,D,2024-03-20,S02\n9,D,2024-05-20,S02\n3,G,2024-01-22,S02\n' > some.csv
  $ hz-benefit --plans $ROOT/plans --members members.csv --sorted some.csv | cut -d, -f1,5,6,10
  hz-benefit: some.csv:2: the event is in the waiting days of a renewal, and --sorted does not show the cover before it: join by member_id, or leave --sorted out
  hz-benefit: some.csv:4: the event is in the waiting days of a renewal, and --sorted does not show the cover before it: join by member_id, or leave --sorted out
  hz-benefit: note: 2 renewals are believed, as no earlier cover of theirs is in --members
  hz-benefit: 3 rows in = 1 used + 0 left out + 2 rejected (renewal_unseen 2)
  claim,cover,payable,reasons
  9,covered,10000.00,paid

So it is with a cover that does not say what it is. E goes on from P9's first one, F has none before it; on its day 5 only the
whole file tells them apart:

  $ cat > untold.csv <<'END'
  > member,member_id,plan,start,end,enter_type
  > C,P9,critical-35-25,2023-01-01,2023-12-31,
  > E,P9,critical-35-25,2024-01-01,2024-12-31,
  > F,P8,critical-35-25,2024-01-01,2024-12-31,
  > G,P7,critical-35-25,2024-01-01,2024-12-31,new
  > END
  $ printf 'claim,member,event,ci_code\n1,E,2024-01-05,S02\n2,F,2024-01-05,S02\n3,G,2024-01-05,S02\n' > fifth.csv
  $ hz-benefit --plans $ROOT/plans --members untold.csv fifth.csv | cut -d, -f1,5,6,10
  claim,cover,payable,reasons
  1,covered,10000.00,paid
  2,covered,0.00,waiting
  3,covered,0.00,waiting
  $ hz-benefit --quiet --plans $ROOT/plans --members untold.csv --sorted fifth.csv | cut -d, -f1,5,6,10
  hz-benefit: 3 rows in = 1 used + 0 left out + 2 rejected (renewal_unseen 2)
  claim,cover,payable,reasons
  3,covered,0.00,waiting

What was approved is held against what the plan gives: of 2,000 the district's 6.3 % are 126.00, so 226 is
100 too much. Claim 3 is not decided, claim 4 was refused, and both have 0.00 paid:

  $ cat > decided.csv <<'END'
  > claim,member,plan,event,start,end,hosp_level,hifp_pay,approved,paid,status
  > 1,A,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,226,0,approved
  > 2,B,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,226,126,paid
  > 3,C,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,,0,reported
  > 4,D,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,,0,rejected
  > END
  $ hz-benefit --plans $ROOT/plans --review decided.csv | cut -d, -f1,13,18,19
  claim,payable,difference,review
  1,126.00,100.00,paid_differs
  2,126.00,0.00,
  3,126.00,,
  4,126.00,-126.00,paid_differs

A claim that was refused is not what was approved before; and the rows of one claim, a payment and its reversal, are
no two events:

  $ cat > rows.csv <<'END'
  > claim,member,plan,event,start,end,hosp_level,hifp_pay,approved,paid,status
  > 1,A,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,226,0,rejected
  > 2,B,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,126,126,paid
  > 3,C,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,126,126,paid
  > 2,B,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,126,-126,reopened
  > END
  $ hz-benefit --plans $ROOT/plans --review rows.csv | cut -d, -f1,13,18,19
  hz-benefit: note: 1 rows are of a claim that a row before them is of, and are paid as events of their own: give one row a claim
  claim,payable,difference,review
  1,126.00,-126.00,paid_differs
  2,126.00,0.00,
  3,126.00,0.00,
  2,126.00,-252.00,paid_differs

An invoice that comes with two payments of one claim came once; with another claim it came twice:

  $ cat > invoice.csv <<'END'
  > claim,member,plan,event,start,end,hosp_level,hifp_pay,admit,discharge,medfee_sumamt
  > 1,A,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,2022-08-01,2022-08-05,9000
  > 1,A,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,2022-08-01,2022-08-05,9000
  > 2,A,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,2000,2022-08-01,2022-08-05,9000
  > END
  $ hz-benefit --quiet --plans $ROOT/plans --review invoice.csv | cut -d, -f1,18
  claim,review
  1,
  1,
  2,duplicate_invoice;at_limit

The plan pays two claims a term, and each row is an event: hence the limit, and the note that --quiet keeps back.

## What ends, or is taken back, in the other commands

Exposure: the second cover ends after 30 of its 365 days, and half of its 36.50 comes back; the third was
written twice and taken back once. January has 31 + 30 + 31 days, and February 28 + 0 + 28:

  $ cat > members.csv <<'END'
  > plan,office,start,end,contribution,enter_type,ended,birth,sex
  > h,61,2023-01-01,2023-12-31,36.50,new,,1980-05-01,男
  > h,61,2023-01-01,2023-12-31,36.50,renew,2023-01-30,1980-05-01,男
  > h,61,2023-01-01,2023-12-31,-18.25,renew,2023-01-30,1980-05-01,男
  > h,61,2023-01-01,2023-12-31,36.50,renew,,1980-05-01,男
  > h,61,2023-01-01,2023-12-31,-36.50,renew,,1980-05-01,男
  > h,61,2023-01-01,2023-12-31,36.50,renew,,1980-05-01,男
  > END
  $ hz-prospect members --as-of 2023-06-30 members.csv | head -3
  plan,office,written,period,covers,renewals,contribution,exposure
  h,61,2023-06-30,2023-01,3,2,91.25,92
  h,61,2023-06-30,2023-02,0,0,0.00,56
  $ printf 'table,sex,age,rate\nci,1,42,0.001\nci,1,43,0.001\n' > ci.csv
  $ hz-illness -t ci.csv -i ci -r 3% -d 2023-06-30 --benefit 1000 members.csv | cut -d, -f1-3
  count,contribution,benefit
  2,73.00,2000.00

Deposits: 410 was owed twice, by a mistake that a row below zero takes back:

  $ printf 'start,end,deposit\n2024-07-01,2025-06-30,410\n2024-07-01,2025-06-30,410\n2024-07-01,2025-06-30,-410\n' | hz-savings -d 2024-12-31 -r 2.5% | cut -d, -f1-9
  opening,new,matured,died,withdrawn,kept,closing,count,refund
  0.00,410.00,0.00,0.00,0.00,0.00,410.00,1,410.00

## What is wrong with them

A plan that gives back by days, less 5 yuan, to those who leave in the first half; and one that extends
it: one year in the place of its dates, other payers, and a table:

  $ mkdir plans && cat > plans/w.yaml <<'END'
  > {plan: w, version: "1", name: W, source: an example, status: illustrative, currency: CNY,
  >  term: {from: 2024-01-01, to: 2024-12-31},
  >  contribution: {amount: 99, paid_by: {self: 60, unit: 39}},
  >  withdrawal: {refund: pro_rata, fee: 5, until: 183},
  >  benefits: [{code: D, kind: death, amount: 1000}]}
  > END
  $ cat > plans/x.yaml <<'END'
  > plan: x
  > version: "1"
  > extends: w
  > term: {years: 1}
  > contribution: {paid_by: {self: 99}}
  > withdrawal: {refund: [{through: 30, rate: 100%}, {through: 90, rate: 50%}]}
  > END
  $ hz-check --plans plans
  plan,version,status,benefits,file
  w,1,illustrative,1,plans/w.yaml
  x,1,illustrative,1,plans/x.yaml

On 30 June, day 182 of 366, 99 x 184 / 366 = 49.77 are left, of which 44.77 are given back; on day 184
nothing. After 60 days x gives back half, 49.50. Rows 4 to 6 are as they should be, and the third of A3
is a new enrolment of the same days:

  $ cat > members.csv <<'END'
  > member,plan,start,end,contribution,status,ended,entry
  > A1,w,2024-01-01,2024-12-31,99,cancelled,2024-06-30,
  > A1,w,2024-01-01,2024-12-31,-44.77,cancelled,2024-06-30,
  > A3,w,2024-01-01,2024-12-31,999,active,,
  > A3,w,2024-01-01,2024-12-31,-999,active,,
  > A3,w,2024-01-01,2024-12-31,99,active,,
  > A4,w,2024-01-01,2024-12-31,99,cancelled,2024-07-02,
  > A4,w,2024-01-01,2024-12-31,-30,cancelled,2024-07-02,
  > A5,x,2024-03-01,2025-02-28,99,cancelled,2024-04-29,
  > A5,x,2024-03-01,2025-02-28,-49.5,cancelled,2024-04-29,
  > A6,w,2024-01-01,2024-12-31,99,退会,,
  > A7,w,2024-01-01,2024-12-31,99,cancelled,2023-12-31,
  > A8,w,2024-01-01,2024-12-31,-99,active,,
  > A3,w,2024-01-01,2024-12-31,-999,active,,冲销
  > A5,x,2024-03-01,2025-02-28,-60,cancelled,2024-04-29,refund
  > A9,w,2024-01-01,2024-12-31,99,active,,
  > A9,w,2024-01-01,2024-12-31,-40,active,,
  > END
  $ hz-check members --plans plans members.csv | wc -l
  hz-check: members.csv:4:28: contribution: warning: "999" is not what these units cost: 99.00
  hz-check: members.csv:8:28: contribution: warning: "-30" is not what the plan gives back on that day: 0.00
  hz-check: members.csv:11: status: warning: "cancelled" says that the cover is over, but no day "ended" says since when: it is taken to hold to its end
  hz-check: members.csv:12:41: ended: "2023-12-31" is before the start: a cover that never held is taken back by a row with its contribution below zero
  hz-check: members.csv:13:28: contribution: "-99" takes back a row that is not above: expected the same enrolment, plan and start, before it (rows are checked in the order of the file)
  hz-check: members.csv:14:28: contribution: "-999" takes back once more what was taken back already
  hz-check: members.csv:15:28: contribution: "-60" is more than is left of what the enrolment has paid
  hz-check: members.csv:17:28: contribution: warning: "-40" is less than the enrolment has paid, so a refund, but no day ended tells until when it was covered: it is counted as one taken back
  hz-check: warnings: 4 (contribution 1, refund_differs 1, status_without_ended 1, refund_without_ended 1)
  hz-check: 16 rows in = 12 used + 0 left out + 4 rejected (ended_before_start 1, reversal_of_nothing 1, reversed_twice 1, refund_above_contribution 1)
  13

Claims of those who have left, by the members' file and by their own columns; a retired member whose day
nobody knows is covered:

  $ cat > covers.csv <<'END'
  > member,member_id,plan,start,end,status,ended
  > A,P1,w,2024-01-01,2024-12-31,cancelled,2024-06-30
  > B,P2,w,2024-01-01,2024-12-31,retired,
  > END
  $ printf 'claim,member_id,plan,event\n1,P1,w,2024-08-01\n2,P2,w,2024-08-01\n3,P1,w,2024-06-30\n' > claims.csv
  $ hz-check claims --plans plans --members covers.csv --join member_id claims.csv
  hz-check: claims.csv:2:8: event: "2024-08-01" is after the day on which the cover ended
  hz-check: 3 rows in = 2 used + 0 left out + 1 rejected (ended 1)
  claim,member_id,plan,event
  2,P2,w,2024-08-01
  3,P1,w,2024-06-30
  [1]
  $ printf 'claim,member,start,end,ended,event\n1,A,2024-01-01,2024-12-31,2024-06-30,2024-08-01\n' | hz-check claims
  hz-check: <stdin>:2:38: event: "2024-08-01" is after the day on which the cover ended
  hz-check: 1 rows in = 0 used + 0 left out + 1 rejected (ended 1)
  claim,member,start,end,ended,event
  [1]

A payment that ended the benefit and was taken back has ended nothing; of 10,000 paid to claim 2 a part came back and was
paid again, so that it still has:

  $ cat > again.csv <<'END'
  > claim,member,plan,start,end,event,transaction,paid,ci_code,benefit
  > 1,A,critical-35-25,2024-01-01,2024-12-31,2024-05-01,2024-05-02,10000,S01,CI
  > 1,A,critical-35-25,2024-01-01,2024-12-31,2024-05-01,2024-05-20,-10000,S01,CI
  > 2,A,critical-35-25,2024-01-01,2024-12-31,2024-06-01,2024-06-20,10000,S02,CI
  > 2,A,critical-35-25,2024-01-01,2024-12-31,2024-06-01,2024-06-21,-4000,S02,CI
  > 2,A,critical-35-25,2024-01-01,2024-12-31,2024-06-01,2024-06-22,4000,S02,CI
  > 3,A,critical-35-25,2024-01-01,2024-12-31,2024-07-01,2024-07-20,1000,S02,CI
  > 3,A,critical-35-25,2024-01-01,2024-12-31,2024-07-01,2024-07-20,100000000000.01,S02,CI
  > END
  $ hz-check claims --plans $ROOT/plans again.csv | wc -l
  hz-check: again.csv:7:64: paid: warning: "1000" after a payment that has ended the benefit
  hz-check: again.csv:8:64: paid: "100000000000.01" is more than 100 billion yuan: no amount of one claim
  hz-check: warnings: 1 (after_termination 1)
  hz-check: 7 rows in = 6 used + 0 left out + 1 rejected (claim_too_large 1)
  7

The same stay and amount claimed under another enrolment of the same person, whose number ends in x here
and in X there:

  $ cat > twice.csv <<'END'
  > claim,member,id_no,event,admit,discharge,medfee_sumamt
  > 1,A,11010519491231002x,2024-02-01,2024-02-01,2024-02-11,9000
  > 2,B,11010519491231002X,2024-02-01,2024-02-01,2024-02-11,9000
  > 3,C,110101199001011237,2024-02-01,2024-02-01,2024-02-11,9000
  > END
  $ hz-check claims twice.csv > rows.csv
  hz-check: twice.csv:3: warning: the same stay and expense of the same person as in an earlier claim
  hz-check: warnings: 1 (duplicate_invoice 1)
  [1]

hz-mask takes x and X for the same person too:

  $ printf 'secret secret secret secret secret\n' > key && chmod 600 key
  $ printf 'id_no\n11010519491231002x\n11010519491231002X\n' | hz-mask --key key 2>/dev/null | sed 1d | sort -u | wc -l
  1

What took a row back, or refunds it, without the day on which that ended; a refund that was wrong and is taken back, once too
often; and all given back, of which nobody says whether it was ever covered:

  $ cat > ends.csv <<'END'
  > member,plan,start,end,contribution,status,ended,entry
  > A1,w,2024-01-01,2024-12-31,99,active,,
  > A1,w,2024-01-01,2024-12-31,-44.77,cancelled,2024-06-30,
  > A2,w,2024-01-01,2024-12-31,99,cancelled,2024-06-30,
  > A2,w,2024-01-01,2024-12-31,-99,,,
  > A3,w,2024-01-01,2024-12-31,99,cancelled,2024-06-30,
  > A3,w,2024-01-01,2024-12-31,-44.77,cancelled,2024-06-30,退费
  > A3,w,2024-01-01,2024-12-31,44.77,cancelled,2024-06-30,冲销
  > A3,w,2024-01-01,2024-12-31,44.77,cancelled,2024-06-30,冲销
  > A4,w,2024-01-01,2024-12-31,99,,2024-07-10,
  > A4,w,2024-01-01,2024-12-31,-99,,2024-07-10,
  > END
  $ hz-check members --plans plans ends.csv > /dev/null
  hz-check: ends.csv:3:28: contribution: warning: "-44.77" corrects a row with another day ended, or none: both rows are to have the day, or what is unearned and in force is wrong
  hz-check: ends.csv:5:28: contribution: warning: "-99" corrects a row with another day ended, or none: both rows are to have the day, or what is unearned and in force is wrong
  hz-check: ends.csv:9:28: contribution: "44.77" takes back more than the enrolment was refunded
  hz-check: ends.csv:11:28: contribution: warning: "-99" gives back all, and is taken as a refund of a cover that held until it ended: if it never held, say so by entry, reversal
  hz-check: ends.csv:11:28: contribution: warning: "-99" is not what the plan gives back on that day: 0.00
  hz-check: warnings: 4 (ended_differs 2, refund_of_all 1, refund_differs 1)
  hz-check: 10 rows in = 9 used + 0 left out + 1 rejected (reversal_of_nothing 1)
  [1]

The refund of A3 never was: 99 x 214 / 366 = 57.89 are unearned on 31 May, and nothing from 30 June on. Without the reversal
44.77 less would be there:

  $ for day in 2024-05-31 2024-06-30; do sed -n '1p;6,8p' ends.csv | hz-unearned --as-of $day; done
  count,contribution,earned,unearned
  1,99.00,41.11,57.89
  count,contribution,earned,unearned
  1,99.00,99.00,0.00

A seat that changes hands within the term ends and begins on days that are no plan's:

  $ cat > seats.csv <<'END'
  > member,plan,start,end,seat_id,replaces,enter_type,status
  > A,new-employment-seats,2025-01-01,2025-05-31,S1,,new,已置换
  > B,new-employment-seats,2025-06-01,2025-12-31,S1,A,置换,active
  > END
  $ hz-check members --plans $ROOT/plans seats.csv | wc -l
  3

A seat for which 365 were paid, held by A to 31 May and by B from then on: two holders and one seat. What was paid for it
is earned over the year, whoever holds it: 184 of 365 days are left on 30 June. So it is where A's 214 days are given back and B
pays for them. The swap is no lapse, and the days covered are 90, 91, 92 and 92:

  $ cat > kept.csv <<'END'
  > member,plan,office,start,end,contribution,seat_id,replaces,enter_type,status,ended
  > A,h,61,2025-01-01,2025-12-31,365,S1,,new,已置换,2025-05-31
  > B,h,61,2025-06-01,2025-12-31,0,S1,A,置换,active,
  > END
  $ cat > paid.csv <<'END'
  > member,plan,office,start,end,contribution,seat_id,replaces,enter_type,status,ended
  > A,h,61,2025-01-01,2025-12-31,365,S1,,new,swapped_out,2025-05-31
  > A,h,61,2025-01-01,2025-12-31,-214,S1,,new,swapped_out,2025-05-31
  > B,h,61,2025-06-01,2025-12-31,214,S1,A,swap,active,
  > END
  $ for file in kept paid; do for day in 2025-04-30 2025-05-31 2025-06-30; do hz-unearned --as-of $day $file.csv | tail -n 1; done; done
  2,365.00,120.00,245.00
  2,365.00,151.00,214.00
  2,365.00,181.00,184.00
  2,365.00,120.00,245.00
  2,365.00,151.00,214.00
  2,365.00,181.00,184.00
  $ for file in kept paid; do hz-ledger members --from 2025 --to 2025 --grain quarter $file.csv | grep -e exposure -e in_force -e unearned -e lapse | cut -d , -f 4-; done | sort | uniq -c | sed 's/^ *//'
  2 2025Q1,exposure,90
  2 2025Q1,in_force,1
  2 2025Q1,unearned,275.00
  2 2025Q2,exposure,91
  2 2025Q2,in_force,1
  2 2025Q2,unearned,184.00
  2 2025Q3,exposure,92
  2 2025Q3,in_force,1
  2 2025Q3,unearned,92.00
  2 2025Q4,exposure,92
  2 2025Q4,in_force,1

One who is replaced and has no day on which that was, is told, from both rows:

  $ sed 's/,2025-05-31$/,/; s/^\(.*\),h,/\1,new-employment-seats,/; s/,365,/,120,/' kept.csv > both.csv
  $ hz-check members --plans $ROOT/plans both.csv > /dev/null
  hz-check: both.csv:2: status: warning: "swapped_out" says that the cover is over, but no day "ended" says since when: it is taken to hold to its end
  hz-check: both.csv:3:54: replaces: warning: "*" is still covered when the seat is taken over: the day before is to stand in its row as ended
  hz-check: warnings: 2 (status_without_ended 1, swap_overlap 1)
  [1]

## Signs

Of 20 claims of two hospitals, H1 has 16 where 10 would be an equal share: 6 / root of 10 is 1.90. All
are of one expense, but 12 of H1's are paid 4,900 and 4 of H2's 5,100, of which half should be below
5,000: 12 to 6 is 6 / root of 3 = 3.46. One stay of H2 was claimed by another person at H1 before:

  $ { echo claim,member,plan,event,start,end,hosp_level,hosp_code,hifp_pay,paid,admit,discharge,medfee_sumamt
  > for i in $(seq 12); do echo $i,A$i,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,H1,2000,4900,,,; done
  > for i in 13 14 15 16; do echo $i,B$i,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,H1,2000,126,2022-08-01,2022-08-0$((i-10)),900; done
  > for i in 17 18 19 20; do echo $i,C$i,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,H2,2000,5100,2022-08-01,2022-08-0$((i-11)),900; done
  > } > signs.csv
  $ hz-benefit --plans $ROOT/plans --signs --by hosp_code --threshold 5000 signs.csv
  hosp_code,sign,claims,observed,expected,apart
  H1,concentration,16,16,10.00,1.90
  H1,near_threshold,12,12,6.00,3.46
  H2,concentration,4,4,10.00,-1.90
  H2,shared_invoice,4,1,0.00,

Five claims paid 1,260 and five paid 630: the mean is 945 and the standard deviation 315, so 6,300 are
1,575 / (315 x root of 5) = 2.24 above:

  $ { echo claim,member,plan,event,start,end,hosp_level,hosp_code,hifp_pay
  > for i in $(seq 10); do echo $i,A$i,changchun-hospital,2022-08-01,2022-06-10,2023-06-09,district,H$((i%2)),$((10000+i%2*10000)); done
  > } | hz-benefit --plans $ROOT/plans --signs --by hosp_code | grep amount
  H1,amount,5,6300.00,4725.00,2.24
  H0,amount,5,3150.00,4725.00,-2.24

305 members of a plan with 60 waiting days all fall ill on day 61 of 365: of 305 days behind the waiting, 10
would have 10.00 of them; (305 - 10) / root of 10 = 93.29. All their bills begin with 9: chi-square is
305 x (1 / log10(10 / 9) - 1) = 6360.58, and (6360.58 - 8) / 4 = 1588.14:

  $ { echo claim,member,plan,event,start,end,enter_type,ci_code,office,claimed
  > for i in $(seq 305); do echo $i,A$i,critical-35-25,2023-03-02,2023-01-01,2023-12-31,new,S01,61,9$([ $((i%2)) = 1 ] && echo 00); done
  > } | hz-benefit --plans $ROOT/plans --signs --by office
  office,sign,claims,observed,expected,apart
  61,concentration,305,305,305.00,0.00
  61,first_digits,305,6360.58,8.00,1588.14
  61,after_waiting,305,305,10.00,93.29

A year from 29 February ends on 28 February, or for rosters that count so on the day before:

  $ for end in 2025-02-26 2025-02-27 2025-02-28 2025-03-01; do
  > printf 'member,plan,start,end,contribution\nL,critical-35-25,2024-02-29,%s,40\n' $end | hz-check members -q --plans $ROOT/plans > /dev/null; done
  hz-check: warnings: 1 (term 1)
  hz-check: warnings: 1 (term 1)
  [1]

A deposit that is taken back by its row below zero was no cover, for whoever counts covers, not for hz-savings alone:

  $ printf 'member,plan,office,start,end,contribution,deposit\nA,s,01,2024-01-01,2026-12-31,0,1000\nA,s,01,2024-01-01,2026-12-31,0,-1000\nB,s,01,2024-01-01,2026-12-31,0,500\n' >deposits.csv
  $ hz-years members deposits.csv | cut -d, -f1,2
  year,enrolments
  2024,1
  $ hz-unearned --as-of 2024-06-30 deposits.csv
  count,contribution,earned,unearned
  1,0.00,0.00,0.00
  $ hz-prospect members --as-of 2024-02-29 deposits.csv | cut -d, -f4,5,8 | head -n 3
  period,covers,exposure
  2024-01,1,31
  2024-02,0,29
  $ hz-ledger members --from 2024 --to 2024 deposits.csv | grep -E ',(covers|in_force|exposure),'
  01,01,s,2024,covers,1
  01,01,s,2024,exposure,366
  01,01,s,2024,in_force,1
