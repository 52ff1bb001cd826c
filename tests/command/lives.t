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
