# Triangles of any shape

Yearly origins with quarterly ages, the same with an origin left out, quarterly origins, and a rectangle of old origins:
every method reserves them, and its run-off adds up to its reserve. The rule of payments wants diagonals, and a growth
curve the length of an origin period, which a
rectangle does not show.

  $ hz-simulate --rows 20000 claims > claims.csv
  $ triangle() { hz-triangle -q --as-of 2024-12-31 "$@" claims.csv; }
  $ triangle --grain Y:Q > quarterly.csv
  $ grep -v ^2022 quarterly.csv > dropped.csv
  $ triangle --grain Q > quarters.csv
  $ awk -F, 'NR == 1 || $1 <= 2022 && $2 <= 12' quarterly.csv > rectangle.csv
  $ methods=$(hz-reserve -m none quarters.csv 2>&1 | sed -n 's/,//g; s/ crc csr ccl cay//; s/.*none of: //p')
  $ for shape in quarterly dropped quarters rectangle; do
  >   awk -F, 'NR == 1 { print; next } { print $1 "," $2 "," int($3 / 100) + $2 }' $shape.csv > counts.csv
  >   awk -F, -v OFS=, 'NR == 1 { print; next } { $3 = $3 * 1.1 + 1000; print }' $shape.csv > incurred.csv
  >   { echo origin,exposure; tail -n +2 $shape.csv | sed 's/,.*/,500000/' | sort -u; } > exposure.csv
  >   for method in $methods; do
  >     reserve() { hz-reserve -m $method -p 0.8 -e exposure.csv --counts counts.csv --incurred incurred.csv --completion 0.5 \
  >       --percent 4% --percent-of 4 --tail 1.02 --decimals 9 "$@" $shape.csv; }
  >     reserve > reserve.csv 2>&1 || { echo "$shape $method: $(tail -n 1 reserve.csv)"; continue; }
  >     reserve --run-off --tail-decay 0.5 | awk -F, -v name="$shape $method" -v all="$(sed -n 's/^total,//p' reserve.csv | cut -d, -f 4)" '
  >       $1 != "total" { sum += $4 } END { if (sum - all > 1e-3 || all - sum > 1e-3) print name ": " sum " is not " all }'; done; done
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  rectangle clark-ldf: hz-reserve: rectangle.csv: the ages do not show how long an origin period is, whose middle a growth curve starts from: count from the start (--from-start)
  rectangle clark-cape-cod: hz-reserve: rectangle.csv: the ages do not show how long an origin period is, whose middle a growth curve starts from: count from the start (--from-start)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  rectangle percent-of-paid: hz-reserve: rectangle.csv: the diagonals cannot be told: origins are to follow each other by whole steps of age
  hz-reserve: rectangle.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
