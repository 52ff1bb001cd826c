What terms and records mean where it is easily got wrong; each amount is by hand.

  $ mkdir plans
  $ plan() { (echo "{plan: $1, version: 1, name: n, source: s, status: illustrative, currency: CNY,"; echo "contribution: {amount: 100}, $2}") > plans/$1.yaml; }
  $ paid() { sed -n '/^claim,/,$p' | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i } { print $c["claim"], $c["event"], $c["cover"], $c["payable"], $c["reasons"] }'; }

Who claims is read by the forms of the file, like all other texts: no number is nobody else's:

  $ plan one 'term: {years: 1}, benefits: [{code: L, kind: lump_sum, amount: 500}]'
  $ printf 'member,id_no,plan,start,end,contribution\nA,110105194912310021,one,2024-01-01,2024-12-31,100\n' > members.csv
  $ cat > claims.csv <<'END'
  > claim,member,id_no,event,benefit
  > 1,A,NULL,2024-06-01,L
  > 2,A,-,2024-06-01,L
  > 3,A,１１０１０５１９４９１２３１００２１,2024-06-01,L
  > 4,A,'110105194912310021,2024-06-01,L
  > 5,A,110105194912310048,2024-06-01,L
  > END
  $ hz-benefit --plans plans --members members.csv claims.csv | paid
  claim event cover payable reasons
  1 2024-06-01 covered 500.00 paid
  2 2024-06-01 covered 500.00 paid
  3 2024-06-01 covered 500.00 paid
  4 2024-06-01 covered 500.00 paid
  5 2024-06-01 not_holder 0.00 

An "ended" that is empty, in whatever form, leaves the end to the payment:

  $ (echo member,plan,start,end,contribution,status,ended; for e in '' - NULL 2024-12-31; do echo "A$e,one,2024-01-01,2024-12-31,100,terminated_by_payout,$e"; done) > members.csv
  $ (echo claim,member,event,benefit; for e in '' - NULL 2024-12-31; do echo "1,A$e,2024-06-01,L"; echo "2,A$e,2024-07-01,L"; done) | hz-benefit --quiet --plans plans --members members.csv | paid
  claim event cover payable reasons
  1 2024-06-01 covered 500.00 paid
  2 2024-07-01 ended 0.00 
  1 2024-06-01 covered 500.00 paid
  2 2024-07-01 ended 0.00 
  1 2024-06-01 covered 500.00 paid
  2 2024-07-01 ended 0.00 
  1 2024-06-01 covered 500.00 paid
  2 2024-07-01 covered 500.00 paid

A service has no payment, but a number, and it may end what it is of:

  $ plan svc 'term: {years: 1}, benefits: [{code: A, kind: service, cost: 50, most_claims: 1}, {code: B, kind: service, cost: 50, ends: benefit}, {code: C, kind: service, cost: 50, ends: plan}, {code: D, kind: service, cost: 50, most_claims: 2}]'
  $ (echo claim,event,benefit,member,plan,start,end; for b in D A A B B D D C A; do echo "$b,2024-06-01,$b,M,svc,2024-01-01,2024-12-31"; done) | hz-benefit --plans plans --quiet | cut -d, -f 1,8-
  claim,cover,payable,aid,service_cost,by_benefit,reasons
  D,covered,0.00,0.00,50.00,D=0.00,service
  A,covered,0.00,0.00,50.00,A=0.00,service
  A,covered,0.00,0.00,0.00,A=0.00,count_limit
  B,covered,0.00,0.00,50.00,B=0.00,service
  B,covered,0.00,0.00,0.00,B=0.00,benefit_ended
  D,covered,0.00,0.00,50.00,D=0.00,service
  D,covered,0.00,0.00,0.00,D=0.00,count_limit
  C,covered,0.00,0.00,50.00,C=0.00,service
  A,ended,0.00,0.00,0.00,,

A policy year from 29 February ends on 28 February, and one from 1 March 2024 on 28 February 2025:

  $ plan yr 'term: {years: 5}, limits: {period: policy_year, per_term: 1000}, benefits: [{code: H, kind: reimbursement, base: claimed, rate: 100%}]'
  $ (echo claim,event,member,plan,start,end,claimed; for e in 2025-02-01 2025-02-28 2025-03-01 2026-02-28 2026-03-01 2028-02-28 2028-02-29; do echo "L,$e,M,yr,2024-02-29,2029-02-28,1000"; done; for e in 2025-02-28 2025-03-01; do echo "M,$e,N,yr,2024-03-01,2029-02-28,1000"; done) | hz-benefit --plans plans --quiet | paid
  claim event cover payable reasons
  L 2025-02-01 covered 1000.00 paid
  L 2025-02-28 covered 0.00 plan_limit
  L 2025-03-01 covered 1000.00 paid
  L 2026-02-28 covered 0.00 plan_limit
  L 2026-03-01 covered 1000.00 paid
  L 2028-02-28 covered 1000.00 paid
  L 2028-02-29 covered 1000.00 paid
  M 2025-02-28 covered 1000.00 paid
  M 2025-03-01 covered 1000.00 paid

What a payment has ended is not begun anew by a policy year, whatever year the event is of:

  $ plan ci 'term: {years: 3}, limits: {period: policy_year}, benefits: [{code: CI, kind: lump_sum, amount: 10000, ends: plan}]'
  $ plan one3 'term: {years: 3}, limits: {period: policy_year}, benefits: [{code: CI, kind: lump_sum, amount: 10000, ends: benefit}, {code: D, kind: death, amount: 100}]'
  $ plan out 'term: {years: 3}, limits: {period: policy_year}, benefits: [{code: CI, kind: lump_sum, amount: 10000}]'
  $ (echo claim,event,member,plan,start,end,benefit,cover_status; for p in ci one3 out; do for e in 2024-06-01 2024-07-01 2025-06-01 2026-12-31; do echo "$p,$e,M,$p,2024-01-01,2026-12-31,CI,terminated_by_payout"; done; done; echo D,2026-12-31,M,one3,2024-01-01,2026-12-31,D,) > years.csv
  $ sed 's/one3,2024-01-01,2026-12-31,CI,terminated_by_payout/one3,2024-01-01,2026-12-31,CI,/' years.csv | hz-benefit --plans plans --quiet | paid
  claim event cover payable reasons
  ci 2024-06-01 covered 10000.00 paid
  ci 2024-07-01 ended 0.00 
  ci 2025-06-01 ended 0.00 
  ci 2026-12-31 ended 0.00 
  one3 2024-06-01 covered 10000.00 paid
  one3 2024-07-01 covered 0.00 benefit_ended
  one3 2025-06-01 covered 0.00 benefit_ended
  one3 2026-12-31 covered 0.00 benefit_ended
  out 2024-06-01 covered 10000.00 paid
  out 2024-07-01 ended 0.00 
  out 2025-06-01 ended 0.00 
  out 2026-12-31 ended 0.00 
  D 2026-12-31 covered 100.00 paid

A benefit that another plan's becomes goes by its own kind, per unit or not; 10% of 1000 is 100 for any units:

  $ plan base 'term: {years: 1}, units: {most: 3}, benefits: [{code: K, kind: lump_sum, amount: 100}, {code: R, kind: reimbursement, base: claimed, rate: 10%, per_unit: true}, {code: S, kind: service, cost: 7}]'
  $ echo '{plan: child, version: 1, extends: base, benefits: [{code: K, kind: reimbursement, base: claimed, rate: 10%}, {code: R, kind: reimbursement, rate: 20%}, {code: S, kind: death, amount: 9}]}' > plans/child.yaml
  $ (echo claim,benefit,event,member,plan,start,end,claimed,units; for p in base child; do for b in K R S; do echo "$b,$b,2024-06-01,M,$p,2024-01-01,2024-12-31,1000,3"; done; done) | hz-benefit --plans plans --quiet | cut -d, -f 2,5,11-13
  benefit,plan,payable,aid,service_cost
  K,base,300.00,0.00,0.00
  R,base,300.00,0.00,0.00
  S,base,0.00,0.00,7.00
  K,child,100.00,0.00,0.00
  R,child,600.00,0.00,0.00
  S,child,27.00,0.00,0.00
  $ mkdir bad && cp plans/base.yaml bad && sed 's/, amount: 9//' plans/child.yaml > bad/child.yaml
  $ hz-benefit --plans bad claims.csv
  hz-benefit: bad/child.yaml:1:154: benefit "S" of kind death needs the key "amount"
  hz-benefit: bad: 1 faults in the plans: nothing was done
  [1]
  $ rm plans/base.yaml plans/child.yaml

Of two ICD codes that begin a diagnosis the longer one counts, in whatever order and list:

  $ mkdir lists && echo '{list: x, name: n, source: s, items: [{code: K1, name: n, class: severe, icd: [C]}, {code: K2, name: n, class: mild, icd: [C73]}]}' > lists/x.yaml
  $ echo '{list: y, name: n, source: s, items: [{code: K3, name: n, class: other, icd: [C7, C73.9]}]}' > lists/y.yaml
  $ plan xx 'term: {years: 1}, benefits: [{code: H, kind: classes, diseases: x, amounts: {severe: 10000, mild: 3000}}]'
  $ plan xy 'term: {years: 1}, benefits: [{code: H, kind: classes, diseases: [x, y], amounts: {severe: 10000, mild: 3000, other: 5}}]'
  $ plan yx 'term: {years: 1}, benefits: [{code: H, kind: classes, diseases: [y, x], amounts: {severe: 10000, mild: 3000, other: 5}}]'
  $ (echo claim,event,member,plan,start,end,ci_code,diag_icd; for p in xx xy yx; do for d in C73.9 C73.1 C75 C34; do echo "$p $d,2024-06-01,M,$p,2024-01-01,2024-12-31,,$d"; done; echo "$p K1,2024-06-01,M,$p,2024-01-01,2024-12-31,K1,C73"; done) | hz-benefit --plans plans --lists lists --quiet | cut -d, -f 1,10
  claim,payable
  xx C73.9,3000.00
  xx C73.1,3000.00
  xx C75,10000.00
  xx C34,10000.00
  xx K1,10000.00
  xy C73.9,5.00
  xy C73.1,3000.00
  xy C75,5.00
  xy C34,10000.00
  xy K1,10000.00
  yx C73.9,5.00
  yx C73.1,3000.00
  yx C75,5.00
  yx C34,10000.00
  yx K1,10000.00

A status is read in small letters and large ones: what is rejected was decided to be nothing, what is open not yet:

  $ cat > status.csv <<'END'
  > claim,event,member,plan,start,end,benefit,status,approved,paid
  > 1,2024-06-01,A,one,2024-01-01,2024-12-31,L,rejected,500,
  > 2,2024-06-01,B,one,2024-01-01,2024-12-31,L,REJECTED,500,
  > 3,2024-06-01,C,one,2024-01-01,2024-12-31,L,reported,,0
  > 4,2024-06-01,D,one,2024-01-01,2024-12-31,L,Reported,,0
  > 5,2024-06-01,E,one,2024-01-01,2024-12-31,L,OPENED,,0
  > 6,2024-06-01,F,one,2024-01-01,2024-12-31,L,Paid,,0
  > END
  $ hz-benefit --plans plans --lists lists --quiet status.csv | cut -d, -f 1,8-10,12,17
  claim,status,approved,paid,payable,difference
  1,rejected,500,,500.00,-500.00
  2,REJECTED,500,,500.00,-500.00
  3,reported,,0,500.00,
  4,Reported,,0,500.00,
  5,OPENED,,0,500.00,
  6,Paid,,0,500.00,-500.00

A deadline from the discharge refuses nothing that does not tell the day, if it may yet be in time:

  $ plan dl 'term: {years: 1}, deadline: {days: 30, from: discharge, late: refuse}, benefits: [{code: H, kind: reimbursement, base: claimed, rate: 100%}]'
  $ cat > late.csv <<'END'
  > claim,event,report,discharge,member,plan,start,end,claimed
  > 1,2024-06-01,2024-07-20,2024-06-20,M,dl,2024-01-01,2024-12-31,100
  > 2,2024-06-01,2024-07-21,2024-06-20,M,dl,2024-01-01,2024-12-31,100
  > 3,2024-06-01,2024-07-01,,M,dl,2024-01-01,2024-12-31,100
  > 4,2024-06-01,2024-07-02,,M,dl,2024-01-01,2024-12-31,100
  > END
  $ hz-benefit --plans plans --lists lists late.csv 2>told | paid; head -n 1 told
  claim event cover payable reasons
  1 2024-06-01 covered 100.00 paid
  2 2024-06-01 covered 0.00 late_claim
  3 2024-06-01 covered 100.00 paid
  hz-benefit: late.csv:5: discharge: is empty or not there, and plan dl counts its deadline from it

A stay ends when it begins or later, and not more than 36600 days later, told by dates or not:

  $ plan pd 'term: {years: 1}, benefits: [{code: B, kind: per_diem, amount: 10, count_days: days}]'
  $ cat > stays.csv <<'END'
  > claim,event,admit,discharge,days,member,plan,start,end
  > 1,2024-06-01,2024-06-05,2024-06-05,,M,pd,2024-01-01,2024-12-31
  > 2,2024-06-01,2024-06-05,2024-06-04,,M,pd,2024-01-01,2024-12-31
  > 3,2024-06-01,2024-06-05,2024-06-04,2,M,pd,2024-01-01,2024-12-31
  > 4,2024-06-01,1924-03-18,2024-06-01,,M,pd,2024-01-01,2024-12-31
  > 5,2024-06-01,1924-03-17,2024-06-01,,M,pd,2024-01-01,2024-12-31
  > END
  $ hz-benefit --plans plans --lists lists stays.csv 2>told | paid; head -n 3 told
  claim event cover payable reasons
  1 2024-06-01 covered 10.00 paid
  4 2024-06-01 covered 366010.00 paid
  hz-benefit: stays.csv:3:25: discharge: "2024-06-04" is before the admission
  hz-benefit: stays.csv:4:25: discharge: "2024-06-04" is before the admission
  hz-benefit: stays.csv:6:25: discharge: "2024-06-01" is more than a hundred years after the admission: expected the last day of the stay

A list of nothing is no rate, no step and no deductible:

  $ mkdir none && sed '2s/\[.*/[/' plans/one.yaml > none/none.yaml && cat >> none/none.yaml <<'END'
  >   {code: B0, base: claimed, kind: reimbursement, rate: {tiers: []}},
  >   {code: B1, base: claimed, kind: reimbursement, rate: {level: {}}},
  >   {code: B2, base: claimed, kind: reimbursement, rate: 1%, deductible: []},
  >   {code: B3, base: claimed, kind: reimbursement, rate: 1%, deductible: {stay: []}},
  >   {code: B4, base: claimed, kind: steps, steps: []}]}
  > END
  $ hz-benefit --plans none claims.csv
  hz-benefit: none/none.yaml:3:64: tiers: expected a list, as in [{through: 20000, rate: 0.5}]
  hz-benefit: none/none.yaml:4:64: level: expected a map, as in {word: value}
  hz-benefit: none/none.yaml:5:72: deductible: expected an amount, or a list of them, of the first stay, the second, ...
  hz-benefit: none/none.yaml:6:79: stay: expected an amount, or a list of them, of the first stay, the second, ...
  hz-benefit: none/none.yaml:7:49: steps: expected a list, as in [{through: 20000, amount: 500}]
  hz-benefit: none: 5 faults in the plans: nothing was done
  [1]

An identity card's number is one key with x and with X, sorted or not:

  $ printf 'member_id,plan,start,end,contribution\n11010519491231002X,yr,2024-01-01,2028-12-31,100\n11010519491231002x,yr,2029-01-01,2033-12-31,100\n110105194912310048,yr,2024-01-01,2028-12-31,100\n' > cards.csv
  $ (echo claim,member_id,plan,event,claimed; for e in X,yr,2024-02-01,800 x,yr,2024-03-01,800 x,yr,2029-02-01,500; do echo "1,11010519491231002$e"; done; echo 2,110105194912310048,yr,2024-02-01,900) > claims.csv
  $ for sorted in '' --sorted; do hz-benefit --plans plans --lists lists --members cards.csv --join member_id $sorted --quiet claims.csv | paid; done
  claim event cover payable reasons
  1 2024-02-01 covered 800.00 paid
  1 2024-03-01 covered 200.00 paid;plan_limit
  1 2029-02-01 covered 500.00 paid
  2 2024-02-01 covered 900.00 paid
  claim event cover payable reasons
  1 2024-02-01 covered 800.00 paid
  1 2024-03-01 covered 200.00 paid;plan_limit
  1 2029-02-01 covered 500.00 paid
  2 2024-02-01 covered 900.00 paid

A claim that tells its plan is paid by a cover under it, whatever others the enrolment has on the day:

  $ plan two 'term: {years: 1}, benefits: [{code: L, kind: lump_sum, amount: 700}]'
  $ printf 'member,plan,start,end,contribution\nA,one,2024-01-01,2024-12-31,100\nA,two,2024-03-01,2025-02-28,100\nB,one,2024-01-01,2024-12-31,100\n' > members.csv
  $ (echo claim,member,plan,event,benefit; echo 1,A,one,2024-06-01,L; echo 2,A,two,2024-06-01,L; echo 3,A,,2024-06-01,L; echo 4,A,two,2024-02-01,L; echo 5,B,two,2024-06-01,L; echo 6,C,two,2024-06-01,L) > claims.csv
  $ for sorted in '' --sorted; do hz-benefit --plans plans --lists lists --members members.csv $sorted claims.csv 2>told | paid; head -n 1 told; done
  claim event cover payable reasons
  1 2024-06-01 covered 500.00 paid
  2 2024-06-01 covered 700.00 paid
  3 2024-06-01 covered 700.00 paid
  4 2024-02-01 before_cover 0.00 
  6 2024-06-01 no_cover 0.00 
  hz-benefit: claims.csv:6:5: plan: "two" is the plan of no cover that the member has in --members: correct it, or leave it empty
  claim event cover payable reasons
  1 2024-06-01 covered 500.00 paid
  2 2024-06-01 covered 700.00 paid
  3 2024-06-01 covered 700.00 paid
  4 2024-02-01 before_cover 0.00 
  6 2024-06-01 no_cover 0.00 
  hz-benefit: claims.csv:6:5: plan: "two" is the plan of no cover that the member has in --members: correct it, or leave it empty
