What is doubtful about a triangle is refused with a way out, or told. The reserve of this one is 1175.57.

  $ cat > upright.csv <<'END'
  > origin,1,2,3,4
  > 2019,1000,1500,1650,1700
  > 2020,1100,1700,1850,
  > 2021,1200,1750,,
  > 2022,1300,,,
  > END
  $ hz-reserve upright.csv | tail -1
  total,6600.00,,7775.57,1175.57,,

Origins of two lengths make no triangle, wherever they stand:

  $ called() { awk -F, -v OFS=, -v names="$*" 'NR > 1 { split(names, name, " "); $1 = name[NR - 1] } { print }' upright.csv | hz-reserve 2>&1 | tail -1; }
  $ called 2019 2019Q4 2020 2021
  hz-reserve: <stdin>: origins 2019 and 2019Q4 are periods of two lengths: expected years, quarters or months, all alike, or a column for each kind (--by)
  $ called 2019 2020 2020Q3 2021
  hz-reserve: <stdin>: origins 2019 and 2020Q3 are periods of two lengths: expected years, quarters or months, all alike, or a column for each kind (--by)
  $ called 2019-12 2020 2021 2022
  hz-reserve: <stdin>: origins 2019-12 and 2020 are periods of two lengths: expected years, quarters or months, all alike, or a column for each kind (--by)
  $ called 2019-01 2019-02 2019Q2 2019Q3
  hz-reserve: <stdin>: origins 2019-01 and 2019Q2 are periods of two lengths: expected years, quarters or months, all alike, or a column for each kind (--by)
  $ called FY2019 2019Q4 FY2020 FY2021 | cut -c1-50
  hz-reserve: <stdin>:2:23: origin FY2019, developme
  $ awk -F, 'NR == 1 { print "line," $0; next } { print "yearly," $0; print "mixed," ($1 == 2020 ? "2020Q1" : $1) substr($0, 5) }' upright.csv | hz-reserve | grep total
  hz-reserve: <stdin>: line mixed: origins 2019 and 2020Q1 are periods of two lengths: expected years, quarters or months, all alike, or a column for each kind (--by)
  yearly,total,6600.00,,7775.57,1175.57,,

Days as a spreadsheet counts them are no origins, and no ages:

  $ called 43466 43831 44197 44562
  hz-reserve: <stdin>: origin "43466" looks like the number of a day in a spreadsheet: write dates (2021-07-31) or periods (2021, 2021Q3, 2021-07)
  $ printf 'origin,development,value\n2021,44561,10\n2021,44926,15\n2022,44926,11\n' | hz-reserve
  hz-reserve: <stdin>: development "44561" looks like the number of a day in a spreadsheet: write dates (2021-07-31) or periods (2021, 2021Q3, 2021-07)
  [1]

First days on which values stood are the mornings after: 2020-01-01 is the end of 2019, and what comes next
is paid in the year that begins on the last of them. As names of periods they begin with the origin's own.

  $ since() { awk -F, -v first="$1" 'NR > 1 { for (k = 2; k <= NF; k++) if ($k != "") print $1 "," ($1 + first + k - 2) "-01-01," $k } NR == 1 { print "origin,valuation,paid" }' upright.csv | hz-reserve --run-off 2>/dev/null | sed -n 2p; }
  $ since 1
  2020,4,2023,56.060606
  $ since 0
  2020,4,2023,56.060606
  $ printf 'origin,valuation,paid\n2021Q1,2021-04-01,10\n2021Q1,2021-07-01,15\n2021Q2,2021-07-01,11\n' | hz-reserve --run-off 2>/dev/null | sed -n 2p
  2021Q2,2,2021Q3,5.500000

Sums that are carried on by one diagonal, so that nothing moves on the latest:

  $ printf 'origin,1,2,3,4\n2019,1000,1500,1650,1700\n2020,1100,1700,1850,1850\n2021,1200,1750,1750,\n2022,1300,1300,,\n' > further.csv
  $ hz-reserve further.csv
  hz-reserve: further.csv: origin 2022, development 2: every origin stands still on the latest diagonal, as sums that are carried on: leave it out (--as-of 1), or say when the triangle ends if that is so (--as-of 2021-12)
  [1]
  $ hz-reserve --as-of 2022 further.csv | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ hz-reserve --as-of 1 further.csv 2>/dev/null | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ hz-reserve --as-of 2023 further.csv | tail -1
  total,6600.00,,6723.48,123.48,,

Where old claims have come to rest, nothing is wrong:

  $ printf 'origin,1,2,3,4,5\n2018,900,1400,1500,1500,1500\n2019,1000,1500,1650,1650,\n2020,1100,1700,1850,,\n2021,1200,1750,,,\n2022,1300,,,,\n' | hz-reserve | tail -1
  total,8050.00,,9038.56,988.56,,

A latest diagonal that is not whole is told, also where each origin ends at an age of its own; amounts of one
age each are refused. The last triangle lacks all of its diagonal but the oldest cell.

  $ printf 'origin,1,2,3,4\n2019,1000,1500,1650,1700\n2020,1100,1700,1850,\n2021,1200,1750,1750,\n2022,1300,1300,,\n' | hz-reserve 2>&1 >/dev/null
  hz-reserve: <stdin>: origin 2020 ends at development 3, before the latest diagonal, and is developed from there
  $ printf 'origin,1,2,3,4\n2019,1000,1500,1650,1700\n2020,1100,1700,,\n2021,1200,,,\n' > torn.csv
  $ hz-reserve torn.csv 2>&1 >/dev/null
  hz-reserve: torn.csv: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  $ printf 'origin,1,2,3,4\n2019,1000,500,150,50\n2020,1100,600,,\n2021,1200,,,\n' | hz-reserve -i
  hz-reserve: <stdin>: origin 2020, development 3: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  [1]
  $ hz-reserve --run-off torn.csv 2>/dev/null | cut -d, -f3 | sort -u
  
  period
  $ hz-reserve --age-unit year --run-off torn.csv 2>/dev/null | sed -n 2,3p | cut -d, -f-3
  2020,3,2022
  2020,4,2023

A group that is refused for another file is named:

  $ awk -F, 'NR == 1 { print "office," $0; next } { print "A," $0; print "B," $0 }' upright.csv > offices.csv
  $ printf 'office,origin,exposure\n' > exposures.csv
  $ for office in A B; do for year in 2019 2020 2021 2022; do echo "$office,$year,5000"; done; done | sed 's/B,2020,/&-/' >> exposures.csv
  $ hz-reserve -m bornhuetter-ferguson --prior 50% --exposure exposures.csv offices.csv | grep total
  hz-reserve: exposures.csv:7:8: the exposure of origin 2020 is negative (office B)
  A,total,6600.00,,7976.05,1376.05,,
  $ sed 's/^B,2021,1200/B,2021,x/' offices.csv > counts.csv
  $ hz-reserve -m average-cost --counts counts.csv offices.csv 2>&1 | grep -v '^A\|^office'
  hz-reserve: offices.csv: office B: there is no triangle of this group in counts.csv, which was read only in part: counts.csv:7:8: value: "x" is not a number (expected 1234.5, without separators) (office B)

A valuation date before the header is one as --as-of is, in the words that people write; --as-of comes first. What
is no date is a comment.

  $ printf 'origin,1,2,3\n2021,1200,1800,1850\n2022,1000,1500,1500\n2023,1300,1300,1300\n' > carried.csv
  $ hz-reserve --as-of 2023 carried.csv >as_of
  $ for line in '# as of 2023-12-31' '# Valuation date: 2023' '截至2023年12月31日' 'Valued at 2023Q4' '# 评估时点：2023-12'; do
  >   (echo "$line"; cat carried.csv) | hz-reserve 2>/dev/null | cmp - as_of; done
  $ (echo '# as of 2022'; cat carried.csv) | hz-reserve --as-of 2023 | cmp - as_of
  $ (echo '# as of the end of 2023'; cat carried.csv) | hz-reserve 2>&1 | cut -c 1-60
  hz-reserve: <stdin>: origin 2022, development 3: the younger

So is one in a column: what is later is left out, of each group by its own date, of wide tables too. The last day
of business is the end of its month, and a fiscal year ends with its valuation.

  $ column() { awk -F, -v name="$1" -v date="$2" 'NR == 1 { print "origin," name ",development,value" } NR > 1 { for (k = 2; k <= NF; k++) print $1 "," date "," k - 1 "," $k }' carried.csv; }
  $ for date in 2023-12-31 2023-12-29 2023 2023Q4 2023年12月 2024-01-01; do
  >   column 'valuation date' $date | hz-reserve 2>/dev/null | cut -d, -f 2- | cmp - as_of; done
  $ for name in valuation as_of 'As At' EvaluationDate 评估日 估值日 截止日期; do
  >   column "$name" 2023-12-31 | hz-reserve 2>/dev/null | cut -d, -f 2- | cmp - as_of; done
  $ sed '1s/origin/origin,as of/; 2,$s/,/,2023-12-31,/' carried.csv | hz-reserve 2>/dev/null | cut -d, -f 2- | cmp - as_of
  $ sed '1s/origin/origin,as of/; 2,$s/,/,2023-12-31,/' carried.csv | hz-reserve --as-of 2023 2>/dev/null | cut -d, -f 2- | cmp - as_of
  $ column valuation 2023-12-31 | hz-reserve 2>&1 >/dev/null
  hz-reserve: <stdin>: 3 cells are later than the column "valuation" says, and left out (--as-of says otherwise)
  $ sed 's/^202/FY202/' carried.csv >fiscal.csv
  $ sed '1s/origin/origin,as of/; 2,$s/,/,2024-03-31,/' fiscal.csv | hz-reserve 2>/dev/null | cut -d, -f 3- | cmp - <(cut -d, -f 2- as_of)

Two offices valued on two days, and one office on two days: the second diagonal of B and of the first day goes.

  $ cat > offices.csv <<'END'
  > office,origin,development,as of,value
  > A,2021,1,2023-12-31,1200
  > A,2021,2,2023-12-31,1800
  > A,2022,1,2023-12-31,1000
  > A,2022,2,2023-12-31,1500
  > A,2023,1,2023-12-31,1300
  > A,2023,2,2023-12-31,1300
  > B,2021,1,2022-12-31,1200
  > B,2021,2,2022-12-31,1800
  > B,2022,1,2022-12-31,1000
  > B,2022,2,2022-12-31,1000
  > END
  $ hz-reserve offices.csv 2>/dev/null | grep total
  A,2023-12-31,total,4600.00,,5250.00,650.00,,
  B,2022-12-31,total,2800.00,,3300.00,500.00,,
  $ hz-reserve --by office offices.csv 2>/dev/null | grep total
  A,total,4600.00,,5250.00,650.00,,
  B,total,2800.00,,3300.00,500.00,,
  $ hz-reserve --as-of 2021 offices.csv 2>&1 >/dev/null | tail -1
  hz-reserve: offices.csv: office B, as of 2022-12-31: one cell only
  $ sed '1s/^office,//; 2,$s/^.,//' offices.csv | hz-reserve 2>/dev/null | grep total
  2023-12-31,total,4600.00,,5250.00,650.00,,
  2022-12-31,total,2800.00,,3300.00,500.00,,
  $ (echo '# as of 2023'; cat offices.csv) | hz-reserve
  hz-reserve: <stdin>: a line before the header says as of 2023, the column "as of" another date: say which one holds (--as-of)
  [1]

Each cell's own date says nothing else, but how long an age is: quarters, 4 to a year.

  $ printf 'origin,12,24,36\n2021,1200,1800,1850\n2022,1000,1500,\n2023,1300,,\n' > plain.csv
  $ own() { awk -F, -v date="$1" -v unit="$2" 'NR == 1 { print "origin,age,evaluation date,paid" } NR > 1 { for (k = 2; k <= 6 - NR; k++) print $1 "," (k - 1) * unit "," sprintf(date, $1 + k - 2) "," $k }' plain.csv; }
  $ for date in %d %dQ4 %d-12-31 %d-12-30 12/31/%d; do own $date 12 | hz-reserve | cmp - as_of; done
  $ own %d 4 | hz-reserve --run-off
  origin,development,period,value
  2022,12,2024,41.666667
  2023,8,2024,650.000000
  2023,12,2025,54.166667
  total,,,745.833333
  $ own %d 4 | sed 's/2023,4,2023/2023,4,2022/' | hz-reserve
  hz-reserve: <stdin>:7:8: evaluation date "2022" is not when origin 2023 is 4 old, as the dates of most rows are: mend it, or leave the column out (--value paid)
  [1]
  $ own 2023 4 | sed 's/2023,4,2023/2023,4,2022/' | hz-reserve
  hz-reserve: <stdin>:7:8: evaluation date "2022": expected one date for all of a triangle, as "2023" above, or that of each cell: mend it, or leave the column out
  [1]

A table valued in August whose ages end in December: seen at 8 months and 20, it says so or is refused.

  $ for line in '# as of 2023-08-31' '# valuation date: 2023-08-30'; do (echo "$line"; cat plain.csv) | hz-reserve; done
  hz-reserve: <stdin>:3:16: origin 2021, development 36: the valuation that the table states falls before this age is reached: give the age at which it was seen (32), or say when the triangle ends (--as-of)
  hz-reserve: <stdin>:3:16: origin 2021, development 36: the valuation that the table states falls before this age is reached: give the age at which it was seen (32), or say when the triangle ends (--as-of)
  [1]
  $ (echo '# as of 2023-08-31'; sed 1s/.*/origin,8,20,32/ plain.csv) | hz-reserve --run-off 2>/dev/null
  origin,development,period,value
  2022,32,2023-09/2024-08,41.666667
  2023,20,2023-09/2024-08,650.000000
  2023,32,2024-09/2025-08,54.166667
  total,,,745.833333
  $ (echo '# as of 2023-08-31'; cat plain.csv) | hz-reserve --as-of 2023 | cmp - as_of

Sums that are carried on are seen through what rounding makes of them, to a millionth; a hundredth of a per cent is
development:

  $ for noise in 0.0000001 0.001 0.15; do
  >     awk -v n=$noise 'BEGIN { print "origin,1,2,3,4"; print "2019,1000,1500,1650,1700"
  >         printf "2020,1100,1700,1850,%.7f\n2021,1200,1750,%.7f,%.7f\n2022,1300,%.7f,1300,%.7f\n", 1850 + n, 1750 + n, 1750 + 2 * n, 1300 + n, 1300 + n }' |
  >     hz-reserve 2>&1 | tail -n 1 | cut -c1-70; done
  hz-reserve: <stdin>: origin 2020, development 4: the younger origins s
  hz-reserve: <stdin>: origin 2020, development 4: the younger origins s
  total,6600.60,,6600.60,0.00,,
