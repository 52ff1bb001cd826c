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
  hz-bridge: new.csv: 9 diagonals ago there was no triangle yet, for that takes two: it has 4 now
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
