Two valuations, small enough to work out by hand. Before, the factors were (150 + 160) / 210 = 1.476190 and
165 / 150 = 1.1; a year on they are (150 + 160 + 175) / 330, (165 + 180) / 310 = 1.112903, 168 / 165 = 1.018182.

  $ printf 'origin,development,value\n1,1,100\n1,2,150\n1,3,165\n2,1,110\n2,2,160\n3,1,120\n' > old.csv
  $ printf 'origin,development,value\n1,1,100\n1,2,150\n1,3,165\n1,4,168\n2,1,110\n2,2,160\n2,3,180\n3,1,120\n3,2,175\n4,1,130\n' > new.csv

Origin 3 had 120 (1.476190 x 1.1 - 1) = 74.86; 57.14 of it was expected to be paid, and 55 was; with the old
factor 175 come to 192.50 and not 194.86; with the new ones to 198.30, of which 175 are paid:

  $ hz-bridge --from old.csv --format table new.csv
  origin  opening  expected   paid  experience  factors  selections  prior  method    new  closing
  1          0.00      0.00  -3.00        3.00     0.00        0.00   0.00    0.00   0.00     0.00
  2         16.00    -16.00  -4.00        4.00     3.27        0.00   0.00    0.00   0.00     3.27
  3         74.86    -57.15   2.15       -2.36     5.80        0.00   0.00    0.00   0.00    23.30
  4          0.00      0.00   0.00        0.00     0.00        0.00   0.00    0.00  86.50    86.50
  total     90.86    -73.15  -4.85        4.64     9.07        0.00   0.00    0.00  86.50   113.07

The closing reserve is hz-reserve's, the opening one too:

  $ hz-reserve old.csv | tail -n 1 | cut -d, -f5; hz-reserve new.csv | tail -n 1 | cut -d, -f5
  90.86
  113.07

Each row adds up, and so does the total, in whatever order changes are made:

  $ printf 'origin,exposure\n1,200\n2,210\n3,220\n4,230\n' > exposure.csv
  $ printf 'origin,exposure\n1,190\n2,210\n3,215\n' > before.csv
  $ printf 'last: 1\n' > last.yaml; printf 'average: simple\n' > all.yaml
  $ for order in selections,prior,method method,prior,selections prior,method,selections; do
  >   hz-bridge --from old.csv -m bornhuetter-ferguson --old-method cape-cod --prior 0.9 --old-prior 0.8 -e exposure.csv --old-exposure before.csv --selections last.yaml --old-selections all.yaml --tail 1.05 --old-tail 1.02 --order $order new.csv > bridge.csv; sed -n '1p;$p' bridge.csv
  >   awk -F, 'NR > 1 { s = 0; for (i = 2; i <= 10; i++) s += $i; if (s - $11 > 1e-9 || $11 - s > 1e-9) print "row", $0
  >     if ($1 == "total") for (i = 2; i <= 11; i++) { if (t[i] - $i > 1e-9 || $i - t[i] > 1e-9) print "total", i } else for (i = 2; i <= 11; i++) t[i] += $i }' bridge.csv
  > done
  origin,opening,expected,paid,experience,factors,selections,prior,method,new,closing
  total,98.92,-74.60,-3.40,3.56,12.72,18.72,0.14,-1.91,88.98,143.13
  origin,opening,expected,paid,experience,factors,method,prior,selections,new,closing
  total,98.92,-74.60,-3.40,3.56,12.72,-4.85,4.82,16.98,88.98,143.13
  origin,opening,expected,paid,experience,factors,prior,method,selections,new,closing
  total,98.92,-74.60,-3.40,3.56,12.72,0.05,-0.08,16.98,88.98,143.13

A method without factors has all of it as experience:

  $ hz-bridge --from old.csv -m odp new.csv | tail -n 1
  total,90.86,-73.15,-4.85,13.71,0.00,0.00,0.00,0.00,86.50,113.07

Groups; one that is new opens with nothing:

  $ { sed 's/^o/office,o/;2,$s/^/A,/' old.csv; } > offices_old.csv
  $ { sed 's/^o/office,o/;2,$s/^/A,/' new.csv; sed '1d;s/^/B,/' old.csv; } > offices.csv
  $ hz-bridge --from offices_old.csv offices.csv | grep -e office -e total
  office,origin,opening,expected,paid,experience,factors,selections,prior,method,new,closing
  A,total,90.86,-73.15,-4.85,4.64,9.07,0.00,0.00,0.00,86.50,113.07
  B,total,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,90.86,90.86
  $ hz-bridge --from offices.csv offices_old.csv
  hz-bridge: offices.csv: office B: a group of the valuation before that is not in this one: its reserve would go missing
  [1]
  $ hz-bridge --from new.csv old.csv
  hz-bridge: old.csv: origin 1 is observed less far than in the valuation before
  [1]
  $ sed 's/,1,100$/,1.5,100/' new.csv > other.csv; hz-bridge --from old.csv other.csv
  hz-bridge: other.csv: cells are missing between observed ones: link ratios over them are left out
  hz-bridge: other.csv: origin 2, development 1.5: missing, though observed before and after, and this needs every cell: the chain ladder and what is built on it do without
  [1]

Looking back: two years ago 55.00 were held for the origins that there were, 88 have been paid since and 3.27 are held:

  $ hz-bridge --look-back 2 new.csv
  ago,origin,reserve,paid,held,run_off,ratio
  2,1,0.00,18.00,0.00,-18.00,
  2,2,55.00,70.00,3.27,-18.27,-0.3322
  2,total,55.00,88.00,3.27,-36.27,-0.6595
  1,1,0.00,3.00,0.00,-3.00,
  1,2,16.00,20.00,3.27,-7.27,-0.4544
  1,3,74.86,55.00,23.30,-3.44,-0.0460
  1,total,90.86,78.00,26.57,-13.71,-0.1509
  $ hz-bridge --look-back 9 new.csv
  hz-bridge: new.csv: that far back (9) there was no triangle yet, for that takes two diagonals: now it has 4
  [1]
  $ hz-bridge new.csv
  hz-bridge: expected --from FILE, the valuation before, or --look-back N
  try: hz-bridge --help
  [2]
  $ hz-bridge --from old.csv --look-back 1 new.csv
  hz-bridge: expected --from FILE, the valuation before, or --look-back N
  try: hz-bridge --help
  [2]
  $ hz-bridge --from old.csv --order method,prior new.csv
  hz-bridge: --order: "method,prior": expected selections, prior and method, each once
  try: hz-bridge --help
  [2]
  $ hz-bridge --from old.csv --order method,prior,factors new.csv
  hz-bridge: --order: "factors": expected selections, prior and method, each once
  try: hz-bridge --help
  [2]

The other options hold for both valuations:

  $ hz-bridge --from old.csv --average simple --last 2 --drop-high 1 --drop-low 0 --sigma log-linear new.csv | tail -n 1
  total,88.00,-70.55,-7.45,7.50,6.77,0.00,0.00,0.00,81.78,106.05
  $ printf 'office,origin,development,paid\nA,1,1,100\nA,1,2,50\nA,1,3,15\nA,2,1,110\nA,2,2,50\nA,3,1,120\n' > steps_old.csv
  $ printf 'office,origin,development,paid\nA,1,1,100\nA,1,2,50\nA,1,3,15\nA,1,4,3\nA,2,1,110\nA,2,2,50\nA,2,3,20\nA,3,1,120\nA,3,2,55\nA,4,1,130\n' > steps.csv
  $ hz-bridge --incremental --fill-zero --value paid --by office --age-unit year --from steps_old.csv steps.csv | tail -n 1
  A,total,90.86,-73.15,-4.85,4.64,9.07,0.00,0.00,0.00,86.50,113.07
  $ hz-bridge --as-of 0 --from old.csv new.csv | tail -n 1
  total,90.86,-73.15,-4.85,4.64,9.07,0.00,0.00,0.00,86.50,113.07

Discounted. With origins called by their years, 16.00 of 2002 and 57.14 + 17.71 of 2003 are half a year, half a year and a
year and a half away: at 4 %, 16 / 1.0198 = 15.69, 56.03 and 16.70. A year on, the 17.71 that are left are half a year away,
17.37: 88.43 less 73.15 expected is 15.28, and 2.09 unwind. At 3 % they would be worth more:

  $ for f in old new; do sed 's/^\([1-4]\),/200\1,/' $f.csv > years_$f.csv; done
  $ hz-bridge --from years_old.csv --rate 4% --format table years_new.csv
  origin  opening  expected  unwind   paid  experience  factors  selections  prior  method  rate    new  closing
  2001       0.00      0.00    0.00  -3.00        3.00     0.00        0.00   0.00    0.00  0.00   0.00     0.00
  2002      15.69    -16.00    0.31  -4.00        4.00     3.21        0.00   0.00    0.00  0.00   0.00     3.21
  2003      72.74    -57.15    1.78   2.14       -2.35     5.55        0.00   0.00    0.00  0.00   0.00    22.71
  2004       0.00      0.00    0.00   0.00        0.00     0.00        0.00   0.00    0.00  0.00  83.72    83.72
  total     88.43    -73.15    2.09  -4.86        4.65     8.76        0.00   0.00    0.00  0.00  83.72   109.64
  $ hz-bridge --from years_old.csv --rate 3% --old-rate 4% years_new.csv | sed -n '1p;$p'
  origin,opening,expected,unwind,paid,experience,factors,selections,prior,method,rate,new,closing
  total,88.43,-73.15,2.09,-4.86,4.65,8.76,0.00,0.00,0.00,0.16,84.39,110.47
  $ hz-reserve --run-off years_new.csv | hz-project --rate 3% | tail -n 1
  total,113.07,110.47
  $ hz-bridge --from years_old.csv --rate 0 years_new.csv | tail -n 1
  total,90.86,-73.15,0.00,-4.85,4.64,9.07,0.00,0.00,0.00,0.00,86.50,113.07
  $ hz-bridge --from years_old.csv --rate 3% --old-rate 4% years_new.csv | awk -F, 'NR > 1 { s = 0; for (i = 2; i <= 12; i++) s += $i; if (s - $13 > 1e-9 || $13 - s > 1e-9) print "row", $0 }'
  $ hz-bridge --from old.csv --rate 4% new.csv
  hz-bridge: old.csv: origin 1: nothing says how far away its payments are, so that they cannot be discounted; call origins like 2021, 2021Q3 or 2021-07, one age apart
  [1]
  $ hz-bridge --from old.csv --old-rate 4% new.csv
  hz-bridge: --old-rate goes with --rate; a rate of 0 discounts nothing
  try: hz-bridge --help
  [2]
  $ hz-bridge --look-back 1 --rate 4% new.csv
  hz-bridge: --look-back is of reserves as they are, not of discounted ones
  try: hz-bridge --help
  [2]
