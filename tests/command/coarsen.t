# Triangles of longer periods

By hand: a quarter has come to its age times 1, 10, 100 or 1,000, so that 2021 has come to 4 + 30 + 200 + 1,000 at
the end of its last quarter.

  $ awk 'BEGIN { print "origin,development,value"; for (o = 0; o < 8; o++) for (k = 1; k <= 8 - o; k++)
  >   printf "%dQ%d,%d,%d\n", 2021 + int(o / 4), o % 4 + 1, k, 10 ^ (o % 4) * k }' > quarters.csv
  $ hz-coarsen quarters.csv
  origin,development,value
  2021,1,1234
  2021,2,5678
  2022,1,1234
  $ hz-coarsen --grain Y:Q quarters.csv | head -n 6
  origin,development,value
  2021,1,1
  2021,2,12
  2021,3,123
  2021,4,1234
  2021,5,2345
  $ hz-coarsen --grain Q quarters.csv | cmp - quarters.csv

Amounts of one age each say the same, and so do rows in any order:

  $ awk -F, 'NR == 1 { print; next } { print $1 "," $2 "," ($2 == 1 ? $3 : $3 / $2) }' quarters.csv > amounts.csv
  $ hz-coarsen --incremental amounts.csv | cmp - <(hz-coarsen quarters.csv)
  hz-coarsen: amounts.csv: amounts grow from age to age throughout: if they are sums already, leave out --incremental
  $ { echo origin,development,value; tail -n +2 quarters.csv | sort -t, -k3; } | hz-coarsen | cmp - <(hz-coarsen quarters.csv)

Months added up to quarters and years are what hz-triangle makes of the records:

  $ hz-simulate --rows 20000 claims > claims.csv
  $ hz-triangle -q --as-of 2023-12-31 --grain M claims.csv > months.csv
  $ for grain in Q Y Y:Q Q:M Y:M M; do
  >   cmp <(hz-coarsen --grain $grain months.csv | awk -F, -v OFS=, '{ $3 *= 1; print }') \
  >     <(hz-triangle -q --as-of 2023-12-31 --grain $grain claims.csv | awk -F, -v OFS=, '{ $3 *= 1; print }'); done

Groups that cannot be added up are told, and the others go on:

  $ { awk -F, 'NR == 1 { print "office," $0; next } { print "A," $0 }' quarters.csv
  >   tail -n +2 quarters.csv | grep -v 2022Q2 | sed 's/^/B,/'; } | hz-coarsen
  hz-coarsen: <stdin>: office B: the origin 2022Q2 is not there, and its claims would be missing in the longer period: give it cells (0 is a value), leave that period out, or say in which month years start (--year-starts)
  office,origin,development,value
  A,2021,1,1234
  A,2021,2,5678
  A,2022,1,1234
  [1]

An office with one origin does not show how long an age lasts; the others do:

  $ { awk -F, 'NR == 1 { print "office," $0; next } { print "A," $0 }' quarters.csv
  >   printf 'B,2022Q1,%d,%d\n' 1 5 2 6 3 7 4 8; } > new.csv
  $ hz-coarsen --grain Q new.csv | grep ^B
  hz-coarsen: new.csv: office B: one origin only
  B,2022Q1,1,5
  B,2022Q1,2,6
  B,2022Q1,3,7
  B,2022Q1,4,8
  $ hz-coarsen new.csv | tail -n 1
  hz-coarsen: new.csv: office B: one origin only
  hz-coarsen: new.csv: office B: the origin 2022Q2 is not there, and its claims would be missing in the longer period: give it cells (0 is a value), leave that period out, or say in which month years start (--year-starts)
  A,2022,1,1234

A diagonal within a year stays where it is: the first quarter of 2022 is seen with all of 2021, at ages of 0.25 and
1.25 years.

  $ grep -v 2022Q[234] quarters.csv | awk -F, 'NR == 1 || $1 == "2022Q1" && $2 < 2 || $1 < "2022" && $2 <= 6 - substr($1, 6)' > may.csv
  $ hz-coarsen may.csv
  hz-coarsen: 2022 is under way, seen to 2022-03: all ages end as it does; --as-of with the end of a period leaves it out
  origin,development,value
  2021,0.25,1
  2021,1.25,2345
  2022,0.25,1

An origin without its first ages is waited for:

  $ grep -v 2021Q2,[12], quarters.csv | hz-coarsen --grain Y:Q | head -n 3
  hz-coarsen: <stdin>: origin 2021Q2 begins at development 3, later than older ones
  origin,development,value
  2021,4,1234
  2021,5,2345

What would be missing is refused:

  $ grep -v 2021Q3 quarters.csv | hz-coarsen
  hz-coarsen: <stdin>: the origin 2021Q3 is not there, and its claims would be missing in the longer period: give it cells (0 is a value), leave that period out, or say in which month years start (--year-starts)
  [1]
  $ grep -v 2021Q1 quarters.csv | hz-coarsen
  hz-coarsen: <stdin>: the origin 2021Q1 is not there, and its claims would be missing in the longer period: give it cells (0 is a value), leave that period out, or say in which month years start (--year-starts)
  [1]
  $ hz-coarsen $ROOT/data/published/raa.csv | cmp - <(sed '/^#/d' $ROOT/data/published/raa.csv)
  $ hz-coarsen --grain Q < $ROOT/data/published/raa.csv
  hz-coarsen: <stdin>: its origins are longer periods than those asked for
  [1]
  $ printf 'origin,development,value\n2021Q1,1,5\n' | hz-coarsen
  hz-coarsen: <stdin>: one cell only
  hz-coarsen: <stdin>: it cannot be told how many months an age lasts: age is to fall steadily from origin to origin
  [1]
  $ hz-coarsen $ROOT/data/published/taylor_ashe.csv 2>&1 | sed 's/.*taylor/taylor/'
  taylor_ashe.csv: origin 1: expected years (2021), quarters (2021Q3) or months (2021-07), all of one kind
  $ hz-coarsen --grain W quarters.csv
  hz-coarsen: --grain: "W": expected year, half-year, quarter or month (Y, H, Q, M), or ORIGIN:DEVELOPMENT, development not the longer: year:quarter, year:month, quarter:month
  try: hz-coarsen --help
  [2]
