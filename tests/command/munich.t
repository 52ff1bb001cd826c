Ultimates of Quarg and Mack's and of another pair of triangles are in tests/published. What R's
ChainLadder 0.2.21 prints by age, MunichChainLadder(MCLpaid, MCLincurred, est.sigmaP = 0.1,
est.sigmaI = 0.1): f 2.43668639053254, sigma 13.4559309952219, q_inverse 1.87764436821041, rho
14.943012868842, lambda 0.636021466425142 for paid; 1.65209099577714, 9.72739904205218,
0.53258221680877, 5.71077949695989, 0.436187132012033 for incurred; rho at 7 0.196618861414281 and
0.249457706182631:

  $ cp $ROOT/data/published/quarg_mack_*.csv . && paid=quarg_mack_paid.csv incurred=quarg_mack_incurred.csv
  $ hz-munich --incurred $incurred $paid --last-sigma 0.1 --parameters | grep -e amounts -e ,1, -e ,6, -e ,7,
  amounts,age,factor,sigma,ratio,rho,lambda
  paid,1,2.436686,13.455931,1.877644,14.943013,0.636021
  paid,6,1.013796,0.100000,1.041798,0.235980,0.636021
  paid,7,,,1.020178,0.196619,0.636021
  incurred,1,1.652091,9.727399,0.532582,5.710779,0.436187
  incurred,6,0.996334,0.100000,0.959879,0.221965,0.436187
  incurred,7,,,0.980221,0.249458,0.436187
  $ hz-munich --incurred $incurred $paid --last-sigma 0.1 --projected | grep -e amounts -e ^incurred,6
  amounts,origin,development,observed,value
  incurred,6,1,yes,2642.00
  incurred,6,2,yes,4406.00
  incurred,6,3,no,4566.56
  incurred,6,4,no,4600.62
  incurred,6,5,no,4656.71
  incurred,6,6,no,4646.23
  incurred,6,7,no,4665.17

Lambda is the slope of the residuals:

  $ hz-munich --incurred $incurred $paid --residuals | head -n 3
  amounts,origin,development,ratio_residual,link_residual
  paid,1,1,-0.288661,1.240062
  paid,1,2,-0.100018,-0.454494
  $ for amounts in paid incurred; do
  >   hz-munich --incurred $incurred $paid --residuals | awk -F, -v a=$amounts '$1 == a { xy += $4 * $5; xx += $4 ^ 2 } END { printf "%.6f\n", xy / xx }'; done
  0.636022
  0.436187

The ultimates less payments are the methods of hz-reserve, whose payments add up to them:

  $ hz-munich --incurred $incurred $paid | tail -n 1 | awk -F, '{ printf "%.2f %.2f\n", $4 - $2, $5 - $2 }'
  6596.50 7194.51
  $ reserve() { hz-reserve -m munich-paid,munich-incurred --incurred $incurred "$@" $paid; }
  $ reserve | grep total | cut -d, -f 6 | xargs
  6596.50 7194.51
  $ reserve --run-off | awk -F, 'NR > 1 { sum[$1 ($2 == "total")] += $5 } END { for (m in sum) printf "%s %.2f\n", m, sum[m] }' | sort
  munich-incurred0 7194.51
  munich-incurred1 7194.51
  munich-paid0 6596.50
  munich-paid1 6596.50
  $ reserve --tail 1.1 | grep total
  munich-paid,total,25525.00,,35333.65,9808.65,,
  munich-incurred,total,25525.00,,32719.51,7194.51,,

  $ hz-reserve -m munich-paid,munich-incurred --last-sigma 0.1 --incurred $incurred $paid | grep total | cut -d, -f1,5
  munich-paid,32371.32
  munich-incurred,32687.57

An origin that has paid nothing yet counts in the ratios: (200 + 80 + 70) / (0 + 50 + 40):

  $ printf 'origin,development,value\n1,1,0\n1,2,100\n1,3,110\n2,1,50\n2,2,90\n3,1,40\n' >mp.csv
  $ printf 'origin,development,value\n1,1,200\n1,2,150\n1,3,120\n2,1,80\n2,2,100\n3,1,70\n' >mi.csv
  $ hz-munich --parameters --incurred mi.csv mp.csv | sed -n 2p | cut -d, -f5
  hz-munich: mi.csv: most values are below those of the age before: if they are amounts of one age each, say so (--incremental)
  3.888889

Where all origins stand alike there is nothing to correct, and the ultimates are the chain ladder's:

  $ awk -F, -v OFS=, '/^[1-7]/ { $3 *= 2 } { print }' $paid >twice.csv
  $ hz-munich --incurred twice.csv $paid | tail -n 1
  total,25525.00,51050.00,31463.21,62926.42,0.500000,31463.21,62926.42,0.500000

The averages, the sigma rule and the selections are the chain ladder's:

  $ hz-munich --incurred $incurred $paid --average simple --sigma log-linear | tail -n 1
  total,25525.00,29694.00,32491.86,32825.65,0.989831,31695.60,33257.73,0.953029
  $ hz-munich --incurred $incurred $paid --average regression | tail -n 1
  total,25525.00,29694.00,32166.50,32667.01,0.984678,31253.42,33027.56,0.946283
  $ echo 'exclude: [{origin: 1, age: 1, reason: a strike}]' >selections.yaml
  $ hz-munich --incurred $incurred $paid --selections selections.yaml --parameters | grep -e paid,1 -e incurred,1
  paid,1,2.385827,12.313749,1.877644,14.943013,0.656551
  incurred,1,1.616462,7.279423,0.532582,5.710779,0.482749
  $ awk -F, -v OFS=, '/^[1-7]/ { v = $3; $3 -= $1 == o ? last : 0; o = $1; last = v } { print }' $paid >p.csv
  $ awk -F, -v OFS=, '/^[1-7]/ { v = $3; $3 -= $1 == o ? last : 0; o = $1; last = v } { print }' $incurred >i.csv
  $ hz-munich -i --incurred i.csv p.csv | tail -n 1
  total,25525.00,29694.00,32121.50,32719.51,0.981723,31463.21,33070.85,0.951388

Groups, one of which cannot be projected:

  $ { echo line,origin,development,value; sed -n '/^[1-7]/s/^/a,/p' $paid; printf 'b,1,1,0\nb,1,2,5\nb,2,1,0\n'; } >paid.csv
  $ { echo line,origin,development,value; sed -n '/^[1-7]/s/^/a,/p' $incurred; printf 'b,1,1,9\nb,1,2,5\nb,2,1,0\n'; } >incurred.csv
  $ hz-munich --incurred incurred.csv paid.csv | tail -n 1
  hz-munich: paid.csv: line b: the factor from development 1 to 2 cannot be computed: the values at the first add up to zero
  a,total,25525.00,29694.00,32121.50,32719.51,0.981723,31463.21,33070.85,0.951388

The paid-incurred chain by hand: two origins double and treble, a third stands at 100, and incurred claims are
the payments. Then phi = psi = ln(6) / 2 and sigma^2 = tau^2 = ln(1.5)^2 / 2 = 0.082201, beta is a half, the
ultimate has the logarithm ln(100) + ln(6) / 2 with variance sigma^2 / 2, and sigma^2 / 4 by its parameters:
100 sqrt(6) exp(0.375 sigma^2) = 252.617, times the roots of exp(sigma^2 / 4) (exp(sigma^2 / 2) - 1), of
exp(sigma^2 / 4) - 1, and of exp(3 sigma^2 / 4) - 1:

  $ printf 'origin,development,value\n1,1,50\n1,2,100\n2,1,50\n2,2,150\n3,1,100\n' >same.csv
  $ hz-reserve -m paid-incurred -d --incurred same.csv same.csv | tail -n 1
  total,350.00,,502.62,152.62,52.28,36.40,63.70,0.4174

What is paid adds up to it, and steps at which all develop alike are as good as known:

  $ hz-reserve -m paid-incurred --sigma log-linear --incurred $incurred $paid | tail -n 1
  total,25525.00,,32510.27,6985.27,979.88,0.1403
  $ hz-reserve -m paid-incurred --sigma log-linear --run-off --incurred $incurred $paid | tail -n 1
  total,,,6985.273411
  $ printf 'origin,development,value\n1,1,50\n1,2,100\n2,1,40\n2,2,80\n3,1,100\n' >alike.csv
  $ hz-reserve -m paid-incurred --incurred alike.csv alike.csv | tail -n 1
  total,280.00,,380.00,100.00,0.00,0.0000

A link ratio left out counts in neither chain; with one age there is a tail alone:

  $ hz-reserve -m paid-incurred --selections selections.yaml --incurred $incurred $paid | tail -n 1
  total,25525.00,,32534.68,7009.68,753.27,0.1075
  $ grep -e origin -e ,1, $paid >age.csv; hz-reserve -m paid-incurred,chain-ladder --tail 1.1 --incurred age.csv age.csv | tail -n 2
  hz-reserve: age.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  paid-incurred,total,10494.00,,11543.40,1049.40,0.00,0.0000
  chain-ladder,total,10494.00,,11543.40,1049.40,,

A tail multiplies the ultimate and its errors:

  $ hz-reserve -m paid-incurred --tail 1.1 --incurred $incurred $paid | tail -n 1
  total,25525.00,,35954.28,10429.28,1085.90,0.1041

What is refused:

  $ hz-munich $paid
  hz-munich: incurred claims are wanted too (--incurred FILE)
  try: hz-munich --help
  [2]
  $ hz-munich --incurred $incurred $paid --projected --residuals
  hz-munich: --parameters, --projected and --residuals are tables of their own: choose one
  try: hz-munich --help
  [2]
  $ hz-reserve -m munich-paid $paid
  hz-reserve: munich-paid needs a triangle of incurred claims (--incurred)
  try: hz-reserve --help
  [2]
  $ sed 's/^2,2,.*/2,2,0/' $paid | hz-reserve -m paid-incurred --incurred $incurred
  hz-reserve: <stdin>: origin 2, development 2: 0 after 866: if it is not known, leave the cell out
  hz-reserve: <stdin>: origin 2, development 2: paid-incurred takes logarithms and wants amounts above 0, found 0
  [1]
  $ grep -v -e ,[3-7],  $paid >short.csv; grep -v -e ,[3-7], $incurred >short_incurred.csv
  $ grep -v -e ,3, short.csv | grep -v '^[3-7],2' >two.csv; grep -v '^[3-7],2' short_incurred.csv >two_incurred.csv
  $ hz-reserve -m paid-incurred --incurred two_incurred.csv two.csv | tail -n 1
  total,12804.00,,30072.42,17268.42,4177.62,0.2419
  $ grep -v '^2,2' two.csv >one.csv; grep -v '^2,2' two_incurred.csv >one_incurred.csv
  $ hz-reserve -m paid-incurred --incurred one_incurred.csv one.csv
  hz-reserve: one.csv: paid-incurred: one origin develops from 1, and the rule gives no sigma (try --sigma log-linear)
  [1]
  $ hz-reserve -m paid-incurred --sigma log-linear --incurred one_incurred.csv one.csv
  hz-reserve: one.csv: paid-incurred: one origin develops from 1, and there are no two ages at which several develop differently, to draw a line through
  [1]

Where all origins develop alike, and incurred claims are the same multiple of payments, there is nothing
for the one to tell the other, whatever was rounded when the amounts were computed: the paid triangle's
second step alone varies.

  $ awk 'BEGIN { print "origin,development,value"; split("700 1300 1900 2301.17 2777.77", b, " ")
  > for (o = 1; o <= 5; o++) { v = b[o]; for (d = 1; d <= 4 && d <= 6 - o; d++) { printf "%d,%d,%.9f\n", o, d, v; v *= d == 2 ? 1.2857142857142858 + 0.03 * (o % 3) : d == 1 ? 1.1 : 1.07 } } }' > noisy.csv
  $ awk -F, 'NR > 1 { $3 = sprintf("%.9f", $3 * ($2 == 3 ? 1.313 : 1.3)) } { print $1 "," $2 "," $3 }' noisy.csv > noisy-incurred.csv
  $ hz-munich --parameters --incurred noisy-incurred.csv noisy.csv | awk -F, '/^paid|^inc/ && ($6 > 0 || $7 != 0)'
  $ hz-munich --incurred noisy-incurred.csv noisy.csv | awk -F, '/total/ { print ($4 == $7) }'
  1

One table of payments and incurred claims is its own companion: what is paid by --value, and incurred by its name
(two files of one column each give the same 1,000.00):

  $ cat > both.csv <<'END'
  > origin,development,paid,incurred
  > 2019,1,1000,1300
  > 2019,2,1500,1650
  > 2019,3,1650,1700
  > 2020,1,1100,1400
  > 2020,2,1700,1850
  > 2021,1,1200,1500
  > END
  $ cut -d, -f1-3 both.csv > paid.csv; cut -d, -f1,2,4 both.csv > incurred.csv
  $ hz-reserve -m case-development --incurred incurred.csv paid.csv | tail -n 1
  total,4550.00,,5550.00,1000.00,,
  $ hz-reserve -m case-development --value paid --incurred both.csv both.csv | tail -n 1
  hz-reserve: both.csv: the column "incurred" is left out: it is no group, for its values change within a triangle
  total,4550.00,,5550.00,1000.00,,
  $ sed 's/incurred/booked/' both.csv > booked.csv
  $ hz-reserve -m case-development --value paid --incurred booked.csv booked.csv 2>&1 | tail -n 1
  hz-reserve: booked.csv: the column "booked" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value paid)

Ratios of paid to incurred that hardly differ at an age lead nowhere: with the formula of the method the insurer 23140
would have paid -19,114 for 1990 in the end, of which it had paid 27,772 (and 223,496 in all, in truth; 86,245).

  $ insurer() { awk -F, -v line=$1 -v name=$2 '/^line/ { print "origin,development,value" } $1 == line && $2 == name { print $3 "," $4 "," $5 }' $ROOT/data/published/meyers_$3.csv; }
  $ for name in 'WC 23140' 'CA 18163' 'OL 1538'; do
  >   insurer $name paid > paid.csv; insurer $name incurred > incurred.csv; hz-munich --incurred incurred.csv paid.csv; done
  hz-munich: paid.csv: origin 1990: from development 9 on, the ratios of paid to incurred claims differ so little there that this origin's leads beyond ten times the development, or below zero: take the chain ladder for each, or leave these ages out
  hz-munich: paid.csv: origin 1993: from development 7 on, the ratios of paid to incurred claims differ so little there that this origin's leads beyond ten times the development, or below zero: take the chain ladder for each, or leave these ages out
  hz-munich: paid.csv: origin 1990: from development 9 on, the ratios of paid to incurred claims differ so little there that this origin's leads beyond ten times the development, or below zero: take the chain ladder for each, or leave these ages out
  [1]
  $ hz-munich --by line,group --incurred $ROOT/data/published/meyers_incurred.csv $ROOT/data/published/meyers_paid.csv 2>/dev/null | grep -c total
  196
