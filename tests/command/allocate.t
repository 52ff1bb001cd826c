# A total shared out

The largest remainder (Hamilton's method), by hand: 7 fen by 3, 2 and 1 are 3.5, 2.33 and 1.17, cut down to 3, 2
and 1; the fen left goes to the first.

  $ printf 'office,key\nA,3\nB,2\nC,1\n' | hz-allocate --total 0.07 --key key
  office,key,share,allocated
  A,3,0.500000000,0.04
  B,2,0.333333333,0.02
  C,1,0.166666667,0.01

Of equal remainders the larger key goes first, then the earlier row: 3 fen by 1, 1, 2, 2 are 0.5, 0.5, 1, 1, of 5
fen 0.83, 0.83, 1.67, 1.67.

  $ printf 'office,key\nA,1\nB,1\nC,2\nD,2\n' | hz-allocate -t 0.03 -k key | cut -d, -f 1,4
  office,allocated
  A,0.01
  B,0.00
  C,0.01
  D,0.01
  $ printf 'office,key\nA,1\nB,1\nC,2\nD,2\n' | hz-allocate -t -0.05 -k key | cut -d, -f 1,4
  office,allocated
  A,-0.01
  B,-0.01
  C,-0.02
  D,-0.01

A thousand keys of any size: all adds up, and nobody is off by a fen.

  $ awk 'BEGIN { srand(7); print "office,key"; for (i = 1; i <= 1000; i++) printf "%d,%.4f\n", i, rand() * 10 ^ int(6 * rand()) }' > keys.csv
  $ hz-allocate -t 123456789.01 -k key keys.csv | awk -F, '
  > NR == FNR { if (FNR > 1) sum += $2; next }
  > FNR > 1 { all += int($4 * 100 + 0.5); off = $4 - 123456789.01 * $2 / sum; if (off >= 0.01 || off <= -0.01) bad++ }
  > END { printf "%.0f %d\n", all, bad }' keys.csv -
  12345678901 0

A result of hz-reserve: its totals alone, of one method.

  $ printf 'office,origin,development,value\nA,1,1,10\nA,1,2,15\nA,2,1,10\nB,1,1,10\nB,1,2,20\nB,2,1,20\n' > t.csv
  $ hz-reserve t.csv | hz-allocate -t 100 -k ibnr
  office,origin,latest,development_to_ultimate,ultimate,ibnr,se,cv,share,allocated
  A,total,25.00,,30.00,5.00,,,0.200000000,20.00
  B,total,40.00,,60.00,20.00,,,0.800000000,80.00
  $ hz-reserve -m chain-ladder,average-cost --counts t.csv t.csv > two.csv
  $ hz-allocate -t 100 -k ibnr two.csv
  hz-allocate: two.csv:7:3: there are several methods: choose one with --method
  [1]
  $ hz-allocate -t 100 -k ibnr --method chain-ladder two.csv | cut -d, -f 1,2,11
  office,method,allocated
  A,chain-ladder,20.00
  B,chain-ladder,80.00

What is refused:

  $ printf 'office,key\nA,-3\nB,2\n' | hz-allocate --total 1 --key key
  hz-allocate: <stdin>:2:3: -3 is below zero: it has no share in an amount
  [1]
  $ printf 'office,key\nA,\nB,2\n' | hz-allocate --total 1 --key key
  hz-allocate: <stdin>:2:3: "" is no key: expected a number of nine decimals at most
  [1]
  $ printf 'office,key\nA,1e3\nB,2\n' | hz-allocate --total 1 --key key
  hz-allocate: <stdin>:2:3: "1e3" is no key: expected a number of nine decimals at most
  [1]
  $ printf 'office,key\nA,0\nB,0\n' | hz-allocate --total 1 --key key
  hz-allocate: the keys add up to zero: nobody has a share
  [1]
  $ printf 'office,key\nA,123456789012345678901234567\nB,2\n' | hz-allocate --total 9999999999 --key key
  hz-allocate: the keys have too many digits for this total: round them
  [1]
  $ printf 'office,key\n' | hz-allocate --total 1 --key key
  hz-allocate: <stdin>: no row to share out to
  [1]
  $ printf 'office,share\nA,1\n' | hz-allocate --total 1 --key share
  hz-allocate: <stdin>: the column "share" is called like one of the result: rename it
  [1]
  $ printf 'office,key\nA,1\n' | hz-allocate --total 1.005 --key key
  hz-allocate: --total "1.005" is not whole fen: expected at most two decimals
  try: hz-allocate --help
  [2]
  $ printf 'office,key\nA,1\n' | hz-allocate --total 1 --key none
  hz-allocate: <stdin>: there is no column "none"; the header has: office,key
  [1]
  $ printf 'office,key\nA,1\n' | hz-allocate --total 1 --key key --method mack
  hz-allocate: <stdin>: there is no column "method"; the header has: office,key
  [1]
