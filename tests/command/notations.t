Notations that are mixed in one table are read where they can mean one thing only, and else refused.

One triangle, 79.62 to come: of 110, 160 is 150 + 160 over 100 + 110, 1.476190, and 160 over 150 is 1.066667; 160 x 0.066667 =
10.67 and 120 x 0.574603 = 68.95. Its origins are called otherwise each time; what follows is the year in which the second makes
its next payment.

  $ called() { printf 'origin,1,2,3\n%s,100,150,160\n%s,110,160,\n%s,120,,\n' "$@" > called.csv; hz-reserve --run-off called.csv 2>&1 | sed -n '1{/^origin,/!p}; s/^.*,3,\(.*\),10.666667$/\1/p; s/^total,,,//p' | paste -sd' '; }
  $ called 2021 2022 2023
  2024 79.619048

Years with a sign that they are years, of two figures and of four; the numbers of years that count are numbers still.

  $ called AY21 AY22 AY2023
  hz-reserve: called.csv: origins are taken as periods: "AY21" as 2021 2024 79.619048
  $ called AY2021 AY22 "'23"
  hz-reserve: called.csv: origins AY22 and AY2021: whether the first is a year, and which one, cannot be told beside the other: write the years of all in full (1998, 2021, 2021Q3)
  $ called FY2021 FY22 FY23
  hz-reserve: called.csv: origins are taken as periods: "FY2021" as FY2021 FY2024 79.619048
  $ called 21/22 22/23 2023/24
  hz-reserve: called.csv: origins are taken as periods: "21/22" as 2021/22 FY2024 79.619048
  $ called 21Q3 21Q4 2022Q1
  hz-reserve: called.csv: origins are taken as periods: "21Q3" as 2021Q3 2022Q2 79.619048
  $ called 21年 2022年 23年
  hz-reserve: called.csv: origins are taken as periods: "21年" as 2021 2024 79.619048
  $ called AY98 AY99 AY100
   79.619048

Two figures without one, or fewer, beside years in full:

  $ called 21 2022 2023
  hz-reserve: called.csv: origins 21 and 2022: whether the first is a year, and which one, cannot be told beside the other: write the years of all in full (1998, 2021, 2021Q3)
  $ called 21 22 2023 | cut -c 1-50
  hz-reserve: called.csv: origins 22 and 2023: wheth
  $ called 9 10 2011 | cut -c 1-50
  hz-reserve: called.csv: origins 10 and 2011: wheth
  $ called 2019 20 21 | cut -c 1-50
  hz-reserve: called.csv: origins 21 and 2019: wheth
  $ called 21 2021Q4 2022Q1 | cut -c 1-50
  hz-reserve: called.csv: origins 21 and 2021Q4: whe
  $ called 99 00 AY2001 | cut -c 1-50
  hz-reserve: called.csv: origins 99 and AY2001: whe

In one group of several, which goes on without it; origins that are numbered beside a group with years are numbers.

  $ group() { printf "$1,%s,1,100\n$1,%s,2,150\n$1,%s,3,160\n$1,%s,1,110\n$1,%s,2,160\n$1,%s,1,120\n" $2 $2 $2 $3 $3 $4; }
  $ (echo office,origin,development,value; group A 21 2022 2023; group B 2021 2022 2023) | hz-reserve --by office | grep total
  hz-reserve: <stdin>: office A: origins 21 and 2022: whether the first is a year, and which one, cannot be told beside the other: write the years of all in full (1998, 2021, 2021Q3)
  B,total,440.00,,519.62,79.62,,
  $ (echo office,origin,development,value; group A 1 2 3; group B 2021 2022 2023; group C 10 11 12) | hz-reserve --by office | grep total
  A,total,440.00,,519.62,79.62,,
  B,total,440.00,,519.62,79.62,,
  C,total,440.00,,519.62,79.62,,
  $ (echo office,origin,development,value; group A 98 99 00; group B 2000 2001 2002) | hz-reserve --by office | grep total
  hz-reserve: <stdin>: office A: origins 99 and 00: whether the first is a year, and which one, cannot be told beside the other: write the years of all in full (1998, 2021, 2021Q3)
  B,total,440.00,,519.62,79.62,,

Exposures and selections of 98, 99, 00, as the origins are written: by hand, Cape Cod's expected claims a unit are 440 over
1000 (1 + 1 / 1.066667 + 1 / 1.574603) = 0.171035, times 1000 x 0.0625 and 1000 x 0.364919 make 10.69 and 62.41; without 1998's
link ratio at 1, 120 (160 / 110) 1.066667 - 120 = 66.18.

  $ called 98 99 00
  hz-reserve: called.csv: origins are taken as periods: "98" as 1998 2001 79.619048
  $ printf 'origin,exposure\n98,1000\n99,1000\n00,1000\n' > exposure.csv
  $ hz-reserve -m cape-cod -e exposure.csv called.csv 2>/dev/null | cut -d, -f 1,5
  origin,ibnr
  1998,0.00
  1999,10.69
  2000,62.41
  total,73.10
  $ printf 'origin,exposure\n1998,1000\n1999,1000\n2000,1000\n' | hz-reserve -m cape-cod -e /dev/stdin called.csv 2>/dev/null | tail -1
  total,440.00,,513.10,73.10,,
  $ echo 'exclude: [{origin: 98, age: 1}]' > selections.yaml
  $ hz-reserve --selections selections.yaml called.csv 2>/dev/null | cut -d, -f 1,5
  origin,ibnr
  1998,0.00
  1999,10.67
  2000,66.18
  total,76.85

Ages of which only some say what they are counted in: the same, if they rise by the same step, in years or in months.

  $ aged() { (echo "origin,$1"; tail -n +2 called.csv) > aged.csv; hz-reserve --run-off aged.csv 2>&1 | grep -v 'are taken as' | tail -2 | sed 's/^[0-9a-z]*,[0-9]*,//'; }
  $ called 2021 2022 2023
  2024 79.619048
  $ aged '12 months,24,36'
  2025,11.809524
  ,79.619048
  $ aged '1,2 years,3'
  2025,11.809524
  ,79.619048
  $ aged '1 year,24,36'
  hz-reserve: aged.csv: development: ages are in different units, and "1 year" is one of them: expected all in months, or all in years (12, 24, 36)
  $ aged '12,2 years,36'
  hz-reserve: aged.csv: development: ages are in different units, and "2 years" is one of them: expected all in months, or all in years (12, 24, 36)
  $ printf 'origin,development,value\n2021,12,100\n2021,1 year,150\n2022,12,110\n' | hz-reserve
  hz-reserve: <stdin>: development: ages are in different units, and "1 year" is one of them: expected all in months, or all in years (12, 24, 36)
  [1]
  $ printf 'origin,development,value\n2021,1 year,100\n2021,24,150\n2022,1 year,110\n' | hz-reserve
  hz-reserve: <stdin>: development: ages are in different units, and "1 year" is one of them: expected all in months, or all in years (12, 24, 36)
  [1]
  $ printf 'origin,6 months,12\n2021H1,100,150\n2021H2,110,\n' | hz-reserve | tail -1
  total,260.00,,315.00,55.00,,

Developments that are calendar periods by two figures, or are counted through the calendar, where the latest are not there:

  $ printf 'origin,development,value\n2021,21,100\n2021,22,150\n2022,22,110\n' | hz-reserve
  hz-reserve: <stdin>: origin 2021 begins at development 21, and each younger one later by as much as it is younger, as where developments are calendar periods: expected ages (1, 2, 3), or periods in full for origins and developments (2021, 2021Q3)
  [1]
  $ printf 'origin,development,value\n1,1,100\n1,2,150\n1,3,160\n2,2,110\n2,3,160\n3,3,120\n1,4,165\n2,4,170\n' | hz-reserve
  hz-reserve: <stdin>: origin 1 begins at development 1, and each younger one later by as much as it is younger, as where developments are calendar periods: expected ages (1, 2, 3), or periods in full for origins and developments (2021, 2021Q3)
  [1]

A column called like one of valuation dates, whose cells are none:

  $ valued() { printf "origin,development,$1,value\n2021,1,$2,100\n2021,2,$2,150\n2022,1,${3-$2},110\n"; }
  $ valued 'valuation date' 44926 | hz-reserve
  hz-reserve: <stdin>:2:8: valuation date "44926" looks like the number of a day in a spreadsheet: write dates (2021-12-31)
  [1]
  $ valued 评估日 44926 | hz-reserve --by '' 2>&1 | cut -c 1-60
  hz-reserve: <stdin>:2:8: 评估日 "44926" looks like the nu
  $ printf 'origin,valuation,12,24\n2021,44926,100,150\n2022,44926,110,\n' | hz-reserve
  hz-reserve: <stdin>:2:6: valuation "44926" looks like the number of a day in a spreadsheet: write dates (2021-12-31)
  [1]
  $ valued 'valuation date' 2022-12-31 '' | hz-reserve
  hz-reserve: <stdin>:4:8: valuation date "" is no date, as those of other rows are: expected 2021-12-31, 2021Q4 or 2021
  [1]
  $ valued 'valuation date' 2022-12-31 '' | hz-reserve --value value | tail -1
  hz-reserve: <stdin>: the column "valuation date" is left out: it is no group, for its values change within a triangle
  total,260.00,,315.00,55.00,,
  $ valued 'as of' 2022-12-31 soon | hz-reserve
  hz-reserve: <stdin>:4:8: as of "soon" is no date, as those of other rows are: expected 2021-12-31, 2021Q4 or 2021
  [1]
  $ printf 'office,origin,1,2,as of\nA,2021,100,150,2022-12-31\nA,2022,110,110,2022-12-31\nB,2021,100,150,\nB,2022,110,,\n' | hz-reserve
  hz-reserve: <stdin>:4:16: as of "" is no date, as those of other rows are: expected 2021-12-31, 2021Q4 or 2021
  [1]
  $ valued 'as of' 22 | hz-reserve
  hz-reserve: <stdin>: the column "as of" has no dates (2021-12-31) but "22": it says of no triangle when it was valued
  as of,origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  22,2021,150.00,1.000000,150.00,0.00,,
  22,2022,110.00,1.500000,165.00,55.00,,
  22,total,260.00,,315.00,55.00,,

Rows without a value need no date, wherever they stand, of one valuation or of each cell; 160 is 150 + 10, seen later.

  $ blank() { hz-reserve 2>/dev/null; }
  $ (valued 'valuation date' 2022-12-31; printf '2022,2,,\n2023,1,,\n,,,\n') | blank | tail -1
  2022-12-31,total,260.00,,315.00,55.00,,
  $ (echo origin,development,as of,value; echo 2020,1,,; valued 'as of' 2022-12-31 | tail -3; echo 2022,2,2022-12-31,160) | hz-reserve | tail -1
  hz-reserve: <stdin>: origin 2020 has no observed cell, and is left out (0 is a value, - is none)
  hz-reserve: <stdin>: 1 cells are later than the column "as of" says, and left out (--as-of says otherwise)
  2022-12-31,total,260.00,,315.00,55.00,,
  $ printf 'origin,development,valuation,value\n2020,3,,\n2021,1,2021,100\n2021,2,2022,150\n2022,1,2022,110\n2022,2,,NA\n' | blank | tail -1
  total,260.00,,315.00,55.00,,
  $ printf 'office,origin,development,valuation date,value\nA,2020,1,,\nA,2021,1,2022-12-31,100\nA,2021,2,2022-12-31,150\nA,2022,1,2022-12-31,110\nB,2022,1,-,\nB,2021,1,2021-12-31,5\nB,2020,1,2021-12-31,5\nB,2020,2,2021-12-31,10\n' | blank | grep total
  A,2022-12-31,total,260.00,,315.00,55.00,,
  B,2021-12-31,total,15.00,,20.00,5.00,,
  $ printf 'origin,development,valuation date,value\n2020,1,,\n2021,1,2021-12-31,100\n2021,2,2021-12-31,150\n2022,1,2022-12-31,110\n2023,1,,\n' | hz-reserve
  hz-reserve: <stdin>:5:8: valuation date "2022-12-31": expected one date for all of a triangle, as "2021-12-31" above, or that of each cell: mend it, or leave the column out
  [1]

Diagonals that are not there:

  $ printf 'origin,1,2\n2021,100,150\n2022,110,\n' | hz-reserve --as-of 1
  hz-reserve: <stdin>: that far back (1) there was no triangle yet, for that takes two diagonals: now it has 2
  [1]

Years in one column and their quarters, half-years or months in another are one period, told, of origins and developments. All of
these have the ages and amounts above, so that 79.62 is to come, of which 10.67 + 57.14 in the next period.

  $ parted() { # HEADER LABEL...: a row a cell
  >   local header=$1; shift; for o in 0 1 2; do printf '%s,1,%s\n' "$1" $((100 + 10 * o)); [ $o -lt 2 ] && printf '%s,2,%s\n' "$1" $((150 + 10 * o)); [ $o -lt 1 ] && printf '%s,3,160\n' "$1"; shift; done > rows; (echo "$header"; cat rows) > parted.csv
  >   hz-reserve --run-off parted.csv 2>&1 | sed -n 's/^hz-reserve: parted.csv: //p; s/^[^,]*,2,\(.*\),57.142857$/\1/p; s/^total,,,//p'; }
  $ parted year,quarter,dev,paid 2021,3 2021,4 2022,1
  "year" and "quarter" are taken together: 2021 and 3 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted AccidentYear,AccidentQuarter,dev,paid AY2021,Q3 AY2021,Q4 AY2022,Q1
  "AccidentYear" and "AccidentQuarter" are taken together: AY2021 and Q3 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted Accident_Year,half,dev,paid 2021,H1 2021,H2 2022,H1
  "Accident_Year" and "half" are taken together: 2021 and H1 as 2021H1 (--by says if one is a group)
  2022H2
  79.619048
  $ parted 出险年,半年,进展期,赔款 2021,上半年 2021,下半年 2022,上半年
  "出险年" and "半年" are taken together: 2021 and 上半年 as 2021H1 (--by says if one is a group)
  2022H2
  79.619048
  $ parted 出险年度,季度,进展期,赔款 2021,三季度 2021,四季度 2022,一季度
  "出险年度" and "季度" are taken together: 2021 and 三季度 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted year,month,dev,paid 2021,11 2021,12 2022,1
  "year" and "month" are taken together: 2021 and 11 as 2021-11 (--by says if one is a group)
  2022-02
  79.619048
  $ parted year,month,dev,paid 2021,Nov 2021,Dec 2022,Jan
  "year" and "month" are taken together: 2021 and Nov as 2021-11 (--by says if one is a group)
  2022-02
  79.619048
  $ parted 出险年,月份,进展月,赔款 2021,11月 2021,12月 2022,1月
  "出险年" and "month" are taken together: 2021 and 11月 as 2021-11 (--by says if one is a group)
  2022-02
  79.619048
  $ parted year,quarter,dev,paid 2021,2021Q3 2021,2021Q4 2022,2022Q1
  "year" and "quarter" are taken together: 2021 and 2021Q3 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted origin_year,qtr,dev,paid FY2021,3 FY2021,4 FY2022,1
  "origin_year" and "qtr" are taken together: FY2021 and 3 as FY2021Q3 (--by says if one is a group)
  FY2022Q2
  79.619048
  $ awk -F, -v OFS=, 'NR == 1 { print "AccidentYear,AccidentQuarter,ValuationYear,ValuationQuarter,paid"; next } { q = $1 * 4 + $2 + $3 - 2; print $1, $2, int(q / 4), q % 4 + 1, $4 }' <(parted year,quarter,dev,paid 2021,3 2021,4 2022,1 >/dev/null; cat parted.csv) > calendar.csv
  $ head -3 calendar.csv
  AccidentYear,AccidentQuarter,ValuationYear,ValuationQuarter,paid
  2021,3,2021,3,100
  2021,3,2021,4,150
  $ hz-reserve --run-off calendar.csv
  hz-reserve: calendar.csv: "AccidentYear" and "AccidentQuarter" are taken together: 2021 and 3 as 2021Q3 (--by says if one is a group)
  hz-reserve: calendar.csv: "ValuationYear" and "ValuationQuarter" are taken together: 2021 and 3 as 2021Q3 (--by says if one is a group)
  hz-reserve: calendar.csv: development is taken as calendar periods, such as "2021Q3", and turned into ages
  origin,development,period,value
  2021Q4,3,2022Q2,10.666667
  2022Q1,2,2022Q2,57.142857
  2022Q1,3,2022Q3,11.809524
  total,,,79.619048
  $ printf 'year,quarter,1,2,3\n2021,3,100,150,160\n2021,4,110,160,\n2022,1,120,,\n' | hz-reserve | tail -1
  hz-reserve: <stdin>: "year" and "quarter" are taken together: 2021 and 3 as 2021Q3 (--by says if one is a group)
  total,440.00,,519.62,79.62,,

So are the floats that spreadsheets and programs make of them, and rows without a quarter that have no value either; a year's own
amount beside those of its quarters is refused.

  $ parted year,quarter,dev,paid 2021.0,3.0 2021.0,4.0 2022.0,1.0
  "year" and "quarter" are taken together: 2021.0 and 3.0 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted year,month,dev,paid 2021,11.0 2021,12.0 2022,1.0
  "year" and "month" are taken together: 2021 and 11.0 as 2021-11 (--by says if one is a group)
  2022-02
  79.619048
  $ parted Accident_Year,half,dev,paid 2021,1.0 2021,2.0 2022,1.0
  "Accident_Year" and "half" are taken together: 2021 and 1.0 as 2021H1 (--by says if one is a group)
  2022H2
  79.619048
  $ parted year,quarter,dev,paid 2021.0,3.0 2021.0,4.0 2022.0,1.0 >/dev/null
  $ (cat parted.csv; printf '2022.0,,,\n,,4,\n') | hz-reserve 2>/dev/null | tail -1
  total,440.00,,519.62,79.62,,
  $ (cat parted.csv; echo 2022.0,,1,500) | hz-reserve
  hz-reserve: <stdin>: origins are written as dates of more than one kind, such as "2021Q3": expected years, quarters or months, all alike (2021-07)
  [1]

Of months beside their quarters and half-years the months are the origins, but quarters are where each is its last month or so;
months of other quarters are refused, and what is called a quarter, and is none, is told.

  $ parted year,quarter,month,dev,paid 2021,4,11 2021,4,12 2022,1,1
  "year" and "month" are taken together: 2021 and 11 as 2021-11 (--by says if one is a group)
  2022-02
  79.619048
  $ parted 出险年,半年,季度,月份,进展月,赔款 2021,下半年,4.0,11月 2021,下半年,4.0,12月 2022,上半年,1.0,1月
  "出险年" and "month" are taken together: 2021 and 11月 as 2021-11 (--by says if one is a group)
  2022-02
  79.619048
  $ parted year,half,quarter,dev,paid 2021,2,3 2021,2,4 2022,1,1
  "year" and "quarter" are taken together: 2021 and 3 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted year,quarter,month,dev,paid 2021,3,9 2021,4,12 2022,1,3
  "year" and "quarter" are taken together: 2021 and 3 as 2021Q3 (--by says if one is a group)
  2022Q2
  79.619048
  $ parted year,quarter,month,dev,paid 2021,4,11 2021,3,12 2022,1,1
  $ hz-reserve parted.csv
  hz-reserve: parted.csv:5:6: quarter "3" and month "12" are not in one part of the year: leave one of the two columns out, or say that one is a group (--by month)
  [1]
  $ parted year,quarter,dev,paid 2021,3 2021,5 2022,1 | head -1
  the column "quarter" is called like parts of the years in "year", but "5" beside "2021" is not read as one: it is taken as a group, so that each of its values is a triangle (--by says so, or not)
  $ hz-reserve --by quarter parted.csv 2>&1 | grep -c called
  0
  [1]
  $ printf 'year,month,1,2\n2021,2022-12,100,150\n2022,2022-12,110,\n' | hz-reserve | tail -1
  2022-12,total,260.00,,315.00,55.00,,

A quarter that is a group is named; an age in years and quarters is not told apart:

  $ printf 'quarter,year,dev,paid\n1,2021,1,100\n1,2021,2,150\n1,2022,1,110\n2,2021,1,200\n2,2021,2,300\n2,2022,1,220\n' | hz-reserve --by quarter | grep total
  1,total,260.00,,315.00,55.00,,
  2,total,520.00,,630.00,110.00,,
  $ printf 'AccidentYear,DevelopmentYear,DevelopmentQuarter,paid\n2021,1,1,100\n2021,1,2,150\n2022,1,1,110\n' | hz-reserve
  hz-reserve: <stdin>: "DevelopmentQuarter" has parts of years, and "DevelopmentYear" no years to go with them: give both in one column, as 2021Q3 or as an age in quarters, or say that it is a group (--by DevelopmentQuarter)
  [1]

What may be an oversight is told: factors for amounts, amounts of one age that fall slowly, a figure with a digit too many, a sum
below 0, a diagonal of which only the youngest origin is there, ages from 0 in some groups only. Loss ratios that grow to 1 are
none of them.

  $ told() { hz-reserve "$@" - 2>&1 >/dev/null | sed 's/^hz-reserve: <stdin>: //'; }
  $ printf 'AY,12,24,36\n2019,1.311,1.113,1.036\n2020,1.289,1.136,\n2021,1.146,,\n' | told
  values fall towards 1 from age to age, as factors between ages do: if they are factors, give the amounts instead
  $ printf 'AY,12,24,36\n2019,0.613,0.813,0.936\n2020,0.589,0.836,\n2021,0.646,,\n' | told
  $ printf 'AY,1,2,3,4,5\n2019,100,150,140,120,100\n2020,105,155,150,125,\n2021,110,160,150,,\n2022,115,170,,,\n2023,120,,,,\n' | told
  most values are below those of the age before: if they are amounts of one age each, say so (--incremental)
  $ printf 'AY,1,2,3,4,5\n2019,100,150,140,120,100\n2020,105,155,150,125,\n2021,110,160,150,,\n2022,115,170,,,\n2023,120,,,,\n' | told -i
  $ printf 'AY,1,2,3,4\n2020,473,6200,690,715\n2021,512,660,750,\n2022,611,700,,\n2023,647,,,\n' | told
  origin 2020, development 3: 690 after 6200, less than half of it: is one of the two wrong?
  $ printf 'AY,1,2,3,4\n2020,473,-620,690,715\n2021,512,660,750,\n2022,611,700,,\n2023,647,,,\n' | told
  origin 2020, development 2: -620 after 473, less than half of it: is one of the two wrong?
  $ printf 'AY,12,24,36,48\n2020,473,620,690,715\n2021,512,660,750,\n2022,611,700,,\n2023,647,,,\n2024,700,,,\n' | told
  origin 2021 ends at development 36, before the latest diagonal, and is developed from there
  $ printf 'office,AY,0,1,2,3\nA,2020,473,620,690,715\nA,2021,512,660,750,\nA,2022,611,700,,\nA,2023,647,,,\nB,2020,,620,690,715\nB,2021,,660,750,\nB,2022,,700,,\n' | told
  office B: ages begin at 0 in other groups, but not here: the calendar periods of what is to come are those of ages that are counted from 1
  $ printf 'AY,2020年末,2021年末,2022年底\n2020,100,150,160\n2021,,110,160\n2022,,,120\n' | hz-reserve 2>/dev/null | tail -1
  total,440.00,,519.62,79.62,,

So is a second column called like an origin, for its values would each be a triangle:

  $ printf 'AccidentYear,UnderwritingYear,dev,paid\n2021,2020,1,100\n2021,2020,2,150\n2022,2020,1,110\n2021,2021,1,100\n2021,2021,2,150\n2022,2021,1,110\n' > years.csv
  $ hz-reserve years.csv | grep total
  hz-reserve: years.csv: the column "UnderwritingYear" is called like an origin, beside "AccidentYear": it is taken as a group, so that each of its values is a triangle (--by says so, or not)
  2020,total,260.00,,315.00,55.00,,
  2021,total,260.00,,315.00,55.00,,
  $ hz-reserve --by UnderwritingYear years.csv | grep -c total
  2
