Tables of triangles as people have them: huzhu-triangle(5) has an example of each.

One triangle, 1,175.57 to come (with numpy: 56.06 + 222.06 + 897.45), long and wide, by ages, valuations and
words:

  $ cat > long.csv <<'END'
  > origin,development,value
  > 2019,1,1000
  > 2019,2,1500
  > 2019,3,1650
  > 2019,4,1700
  > 2020,1,1100
  > 2020,2,1700
  > 2020,3,1850
  > 2021,1,1200
  > 2021,2,1750
  > 2022,1,1300
  > END
  $ hz-reserve long.csv | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ cat > wide.csv <<'END'
  > origin,12,24,36,48
  > 2019,1000,1500,1650,1700
  > 2020,1100,1700,1850,
  > 2021,1200,1750,NA,
  > 2022,1300,,,-
  > END
  $ for ages in 12,24,36,48 1,2,3,4 0-12,12-24,24-36,36-48 '12 months,24 months,36 months,48 months' \
  >     'dev 1,dev 2,dev 3,dev 4' 第1年,第2年,第3年,第4年 X12,X24,X36,X48; do
  >     sed "1s/.*/出险年,$ages/" wide.csv | hz-reserve | tail -1
  > done
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  $ awk -F, 'NR==1{print "accident_year,DevelopmentLag,CumPaidLoss";next}{print "AY"$1","$2*12","$3}' long.csv |
  >     hz-reserve | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ for form in '%d' '%dQ4' '%d-12' '%d12' '%d-12-31' '12/31/%d' 'Dec-%d'; do
  >     awk -F, -v f="$form" 'NR==1{print;next}{printf "%d," f ",%d\n",$1,$1+$2-1,$3}' long.csv |
  >     hz-reserve -m mack 2>&1 | tail -1
  > done
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  total,6600.00,,7775.57,1175.57,78.08,0.0664
  $ printf 'origin,2019,2020,2021,2022\n2019,1000,1500,1650,1700\n2020,,1100,1700,1850\n2021,,,1200,1750\n2022,,,,1300\n' |
  >     hz-reserve | tail -1
  hz-reserve: <stdin>: development is taken as calendar periods, such as "2019", and turned into ages
  total,6600.00,,7775.57,1175.57,,

Some ages and some calendar years are refused:

  $ sed '2s/2019,1/2019,2019/' long.csv | hz-reserve
  hz-reserve: <stdin>: development: some are calendar periods and some are not, or origins are none: expected ages (1, 2, 3), or periods for all (2021, 2021Q3); a spreadsheet makes Dec-24 of 12-24
  [1]

A column that is no group is refused by name, and left out with --value; groups are found, or named:

  $ awk -F, 'NR==1{print $0",premium";next}{print $0","$1*2}' long.csv > premium.csv
  $ hz-reserve premium.csv
  hz-reserve: premium.csv: the column "premium" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value value)
  [1]
  $ hz-reserve --value value premium.csv | tail -1
  hz-reserve: premium.csv: the column "premium" is left out: it is no group, for its values change within a triangle
  total,6600.00,,7775.57,1175.57,,
  $ awk -F, 'NR==1{print $0",note";next}{print $0","(NR==4?"a late report":"")}' long.csv | hz-reserve
  hz-reserve: <stdin>: the column "note" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value value)
  [1]
  $ awk -F, 'NR==1{print ","$0;next}{print NR-2","$0}' long.csv | hz-reserve | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ awk -F, 'NR==1{print "origin,development,paid,incurred";next}{print $0","$3+100}' long.csv > two.csv
  $ hz-reserve two.csv
  hz-reserve: two.csv: there are 2 columns of amounts: say which one is meant, as with --value paid
  [1]
  $ hz-reserve --value paid two.csv | tail -1
  hz-reserve: two.csv: the column "incurred" is left out: it is no group, for its values change within a triangle
  total,6600.00,,7775.57,1175.57,,
  $ awk -F, 'NR==1{print "office,"$0;next}{print "11,"$0;print "12,"$1","$2","2*$3}' long.csv > offices.csv
  $ hz-reserve offices.csv | grep total
  11,total,6600.00,,7775.57,1175.57,,
  12,total,13200.00,,15551.14,2351.14,,
  $ hz-reserve --by office offices.csv | grep -c total
  2

One bad group is one bad group:

  $ (cat offices.csv; echo 12,2022,1,5) | hz-reserve | grep total
  hz-reserve: <stdin>:22:11: office 12: origin 2022, development 1: this cell stands twice
  11,total,6600.00,,7775.57,1175.57,,
  $ printf 'office,origin,exposure\n' > exposure.csv
  $ for o in 11 12; do for y in 2019 2020 2021 2022; do echo $o,$y,$((o == 12 && y == 2020 ? -5 : 4000)); done; done >> exposure.csv
  $ hz-reserve -m cape-cod -e exposure.csv offices.csv | grep total
  hz-reserve: exposure.csv:7:9: the exposure of origin 2020 is negative (office 12)
  11,total,6600.00,,7653.11,1053.11,,

Sums carried on beyond the diagonal, and zeros there, are cut by --as-of; N diagonals ago is meant as before:

  $ cat > carried.csv <<'END'
  > origin,1,2,3,4
  > 2019,1000,1500,1650,1700
  > 2020,1100,1700,1850,1850
  > 2021,1200,1750,1750,1750
  > 2022,1300,1300,1300,1300
  > END
  $ hz-reserve carried.csv
  hz-reserve: carried.csv: origin 2020, development 4: the younger origins stand still there, as sums that are carried on where nothing is known yet: leave these cells out, or say when the triangle ends (--as-of)
  [1]
  $ for when in 2022 2022-12 2022Q4 2022-12-31; do hz-reserve --as-of $when carried.csv | tail -1; done
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  total,6600.00,,7775.57,1175.57,,
  $ hz-reserve --as-of 2021-12-30 carried.csv | tail -1
  total,2600.00,,3150.00,550.00,,
  $ hz-reserve --as-of 1 long.csv | tail -1
  total,4550.00,,5531.43,981.43,,
  $ hz-reserve --as-of yesterday long.csv
  hz-reserve: --as-of: "yesterday" is neither a number of diagonals below 1000 nor a period or day (2021, 2021Q3, 2021-07, 2021-07-31)
  try: hz-reserve --help
  [2]
  $ sed '1s/1,2,3,4/3,6,9,12/' carried.csv | hz-reserve --as-of 2022
  hz-reserve: <stdin>: the ages do not show how long an age lasts: say so (--age-unit)
  [1]
  $ sed '1s/1,2,3,4/12,24,36,48/' carried.csv | hz-reserve --as-of 2022 --age-unit month | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ hz-reserve --age-unit quarter long.csv
  hz-reserve: long.csv: age falls by 1 from one origin period to the next, where --age-unit makes it 4
  [1]

Amounts of one age each: a row that is missing is no shorter history (chainladder-python: 607.03 with the 0).

  $ cat > amounts.csv <<'END'
  > origin,development,value
  > 2019,12,800
  > 2019,24,300
  > 2019,36,80
  > 2019,48,60
  > 2020,12,900
  > 2020,24,310
  > 2020,36,120
  > 2021,12,950
  > 2022,12,1000
  > END
  $ hz-reserve -i amounts.csv
  hz-reserve: amounts.csv: origin 2021, development 24: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  [1]
  $ hz-reserve -i --fill-zero amounts.csv | tail -1
  total,4520.00,,5127.03,607.03,,

Nor is it at the end of the youngest or of the oldest, whatever the ages are called. With 0 for what is missing of the
first: 950 x 1.086580 x 1.050847 - 950 = 134.74 and 1330 x 0.050847 = 67.63.

  $ grep -v ^2022 amounts.csv > a.csv; grep -v 2019,48 amounts.csv > b.csv
  $ for file in a.csv b.csv; do hz-reserve -i $file; sed 's/,12,/,1,/; s/,24,/,2,/; s/,36,/,3,/; s/,48,/,4,/' $file | hz-reserve -i; done
  hz-reserve: a.csv: origin 2021, development 24: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  hz-reserve: <stdin>: origin 2021, development 2: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  hz-reserve: b.csv: origin 2021, development 24: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  hz-reserve: <stdin>: origin 2021, development 2: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  [1]
  $ hz-reserve -i --fill-zero a.csv | tail -1
  total,3520.00,,3722.37,202.37,,
  $ (sed 's/^/A,/; 1s/A/office/; s/950/950\nA,2021,24,0/' amounts.csv; sed '1d; s/^/B,/' amounts.csv) | hz-reserve -i --no-total | tail -2
  hz-reserve: <stdin>: office B: origin 2021, development 24: missing, but amounts of one age each add up only if all are known: give it, or --fill-zero if nothing was paid there
  A,2021,950.00,1.141830,1084.74,134.74,,
  A,2022,1000.00,1.404666,1404.67,404.67,,

Sums that are missing leave out link ratios (chainladder-python: 1,230.41):

  $ cat > missing.csv <<'END'
  > origin,development,value
  > 2018,1,1010
  > 2018,2,1520
  > 2018,4,1790
  > 2018,5,1810
  > 2019,1,950
  > 2019,3,1600
  > 2019,4,1665
  > 2020,2,1730
  > 2020,3,1905
  > 2021,1,1060
  > 2021,2,1555
  > 2022,1,1200
  > END
  $ hz-reserve missing.csv | tail -1
  hz-reserve: missing.csv: cells are missing between observed ones: link ratios over them are left out
  hz-reserve: missing.csv: origin 2020 begins at development 2, later than older ones
  total,8135.00,,9365.41,1230.41,,
  $ hz-reserve -m odp missing.csv
  hz-reserve: missing.csv: cells are missing between observed ones: link ratios over them are left out
  hz-reserve: missing.csv: origin 2020 begins at development 2, later than older ones
  hz-reserve: missing.csv: origin 2018, development 3: missing, though observed before and after, and this needs every cell: the chain ladder and what is built on it do without
  [1]

Labels with gaps are as far apart as they say, and dates are periods:

  $ printf 'origin,development,value\nAY2019,1,100\nAY2019,2,150\nAY2020,1,100\nAY2022,1,100\n' > gaps.csv
  $ sed 's/AY//' gaps.csv > years.csv
  $ printf 'origin,exposure\nAY2019,100\nAY2020,100\nAY2022,100\n' > gaps_exposure.csv
  $ sed 's/AY//' gaps_exposure.csv > years_exposure.csv
  $ hz-reserve -m cape-cod --trend 10% --decay 0.5 -e gaps_exposure.csv gaps.csv | tail -1
  total,350.00,,454.78,104.78,,
  $ hz-reserve -m cape-cod --trend 10% --decay 0.5 -e years_exposure.csv years.csv | tail -1
  total,350.00,,454.78,104.78,,
  $ for o in 'Oct-15 Nov-15 Dec-15' '10/1/2015 11/1/2015 12/1/2015' '2015/10/31 2015/11/30 2015/12/31'; do
  >     set -- $o; printf "origin,1,2,3\n$3,100,,\n$1,100,150,160\n$2,100,160,\n" | hz-reserve
  > done
  hz-reserve: <stdin>: origins are taken as periods: "Dec-15" as 2015-12
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2015-10,160.00,1.000000,160.00,0.00,,
  2015-11,160.00,1.066667,170.67,10.67,,
  2015-12,100.00,1.653333,165.33,65.33,,
  total,420.00,,496.00,76.00,,
  hz-reserve: <stdin>: origins are taken as periods: "12/1/2015" as 2015-12
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2015-10,160.00,1.000000,160.00,0.00,,
  2015-11,160.00,1.066667,170.67,10.67,,
  2015-12,100.00,1.653333,165.33,65.33,,
  total,420.00,,496.00,76.00,,
  hz-reserve: <stdin>: origins are taken as periods: "2015/12/31" as 2015-12
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2015-10,160.00,1.000000,160.00,0.00,,
  2015-11,160.00,1.066667,170.67,10.67,,
  2015-12,100.00,1.653333,165.33,65.33,,
  total,420.00,,496.00,76.00,,
  $ printf 'origin,1,2,3\nOct-15,100,150,160\nNov-15,100,160,\nlast,100,,\n' | hz-reserve
  hz-reserve: <stdin>: origin "last": others are written as dates, and this is none that can be told: expected 2021, 2021Q3 or 2021-07
  [1]

Priors by origin stand beside exposures: 23,392.35 as with their products as exposures and a prior of 1 (with
rounded factors, it is published as 23,394).

  $ cat > report.csv <<'END'
  > origin,development,value
  > AY5,12,4850
  > AY5,24,9700
  > AY5,36,14100
  > AY5,48,16200
  > AY6,12,5150
  > AY6,24,10300
  > AY6,36,14900
  > AY7,12,5400
  > AY7,24,10800
  > AY8,12,7200
  > END
  $ cat > priors.csv <<'END'
  > origin,exposure,prior
  > AY5,19000,0.90
  > AY6,20000,0.85
  > AY7,21000,0.91
  > AY8,22000,0.88
  > END
  $ hz-reserve -m bornhuetter-ferguson -e priors.csv report.csv | tail -1
  total,49100.00,,72492.35,23392.35,,
  $ hz-reserve -m bornhuetter-ferguson --prior 1 -e priors.csv report.csv
  hz-reserve: a prior is given for all (--prior, or in selections), and one for each origin beside the exposures: choose one
  try: hz-reserve --help
  [2]

Factors below 1 are held at 1: nothing is to come, where it would be 85.77 less.

  $ printf 'origin,1,2,3\n2020,1000,950,940\n2021,1100,1040,\n2022,1200,,\n' > falling.csv
  $ hz-reserve falling.csv | tail -1
  total,3180.00,,3094.23,-85.77,,
  $ hz-reserve --no-negative falling.csv | tail -1
  total,3180.00,,3180.00,0.00,,

Wide output, and the table that is drawn for people, are read again:

  $ hz-coarsen --format wide long.csv
  origin,1,2,3,4
  2019,1000,1500,1650,1700
  2020,1100,1700,1850,
  2021,1200,1750,,
  2022,1300,,,
  $ hz-coarsen --format wide long.csv | hz-reserve | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ hz-coarsen --format table --grain year offices.csv | head -3
  office  origin  development  value
  11      2019              1   1000
  11      2019              2   1500
  $ hz-coarsen --format table offices.csv | hz-reserve | grep total
  11,total,6600.00,,7775.57,1175.57,,
  12,total,13200.00,,15551.14,2351.14,,
  $ printf 'claim,event,transaction,paid\n1,2020-03-01,2020-05-01,1000\n2,2020-06-01,2021-02-01,500\n3,2021-03-01,2021-04-01,1200\n' > claims.csv
  $ hz-triangle --format table claims.csv
  origin        1        2
  2020    1000.00  1500.00
  2021    1200.00
  $ hz-triangle --format table claims.csv | hz-reserve | tail -1
  total,2700.00,,3300.00,600.00,,
  $ hz-triangle claims.csv | hz-reserve | tail -1
  total,2700.00,,3300.00,600.00,,
  $ hz-triangle --format wide claims.csv | hz-reserve | tail -1
  total,2700.00,,3300.00,600.00,,
  $ hz-adjust -m trend --format wide long.csv | tail -1
  2022,1300,,,
  $ hz-reserve --format wide long.csv
  hz-reserve: --format wide is of triangles: this result has no origin, development and value to spread
  try: hz-reserve --help
  [2]

Years and quarters that start with another month: three months from February, of which each has 1,000 a month,
have 3,000 + 2,000 + 1,000 at the end of their quarter and 15,000 a quarter later.  A quarter under way is taken
as what it is, and --as-of leaves it out:

  $ awk 'BEGIN{print "origin,development,value"; for(o=0;o<19;o++) for(d=1;d<=19-o;d++) printf "%d-%02d,%d,%d\n",2022+int((o+1)/12),(o+1)%12+1,d,1000*d}' > months.csv
  $ hz-coarsen -g Q months.csv
  hz-coarsen: months.csv: the origin 2022-01 is not there, and its claims would be missing in the longer period: give it cells (0 is a value), leave that period out, or say in which month years start (--year-starts)
  [1]
  $ hz-coarsen -g Q --year-starts 2 --as-of 2023-07 --format wide months.csv | head -2
  origin,1,2,3,4,5,6
  FY2022Q1,6000,15000,24000,33000,42000,51000
  $ hz-coarsen -g Q --year-starts 02 --format wide months.csv | head -2
  hz-coarsen: FY2023Q3 is under way, seen to 1 months: all ages end as it does; --as-of with the end of a period leaves it out
  origin,0.333333333,1.333333333,2.333333333,3.333333333,4.33333333,5.33333333,6.33333333
  FY2022Q1,1000,9000,18000,27000,36000,45000,54000
  $ hz-coarsen -g year --year-starts 02 --as-of 2024-01 months.csv | hz-reserve --run-off
  hz-coarsen: FY2023 is under way, seen to 7 months: all ages end as it does; --as-of with the end of a period leaves it out
  origin,development,period,value
  FY2023,1.583333333,,134000.000000
  total,,,134000.000000
  $ hz-coarsen -g year --year-starts 3 --as-of 2023-02 months.csv
  hz-coarsen: months.csv: the origin 2021-03 is not there, and its claims would be missing in the longer period: give it cells (0 is a value), leave that period out, or say in which month years start (--year-starts)
  [1]
  $ hz-triangle --year-starts 4 claims.csv
  origin,development,value
  FY2019,1,0.00
  FY2019,2,1000.00
  FY2019,3,1000.00
  FY2020,1,500.00
  FY2020,2,1700.00
  FY2021,1,0.00
  $ hz-triangle --year-starts 4 claims.csv | hz-reserve --run-off
  origin,development,period,value
  FY2020,3,FY2022,0.000000
  FY2021,2,FY2022,0.000000
  FY2021,3,FY2023,0.000000
  total,,,0.000000
  $ hz-triangle --year-starts 4 claims.csv | hz-reserve --run-off | hz-project
  hz-project: <stdin>:2:10: period: "FY2022" is of a year that does not start with January, so that its payouts fall in no calendar period: take origins by month
  [1]
  $ hz-triangle --year-starts 4 -g Q:M --as-of 2021-04-30 claims.csv | tail -2
  FY2020Q4,4,1200.00
  FY2021Q1,1,0.00

A table may lie on its side, origins in the header and ages in the first column:

  $ printf 'origin,12,24,36,48\n2019,1000,1500,1650,1700\n2020,1100,1700,1850,\n2021,1200,1750,,\n2022,1300,,,\n' > upright.csv
  $ hz-reserve upright.csv | tail -1
  total,6600.00,,7775.57,1175.57,,
  $ printf ',2019,2020,2021,2022\n12,1000,1100,1200,1300\n24,1500,1700,1750,\n36,1650,1850,,\n48,1700,,,\n' | hz-reserve | tail -1
  hz-reserve: <stdin>: origins are taken from the header, ages from the first column
  total,6600.00,,7775.57,1175.57,,

A header that is missing, cells that stand to the right, calendar periods of two digits and sums under any
name are refused:

  $ tail -n +2 upright.csv | hz-reserve
  hz-reserve: <stdin>: the first line looks like a row of the triangle: expected a header with the ages (origin,12,24,36)
  [1]
  $ printf 'origin,1,2,3\n2020,10,15,16\n2021,,11,17\n2022,,,12\n' | hz-reserve
  hz-reserve: <stdin>: every origin ends at development 3 and each younger one begins later, as where developments are calendar periods or cells stand to the right: expected ages (1, 2, 3), or periods in full for origins and developments (2021, 2021Q3)
  [1]
  $ printf 'origin,development,value\n20,20,10\n20,21,15\n20,22,16\n21,21,11\n21,22,17\n22,22,12\n' | hz-reserve 2>&1 | cut -c1-80
  hz-reserve: <stdin>: every origin ends at development 22 and each younger one be
  $ (cat upright.csv; echo 2019-2022,4600,4950,3500,1700) | hz-reserve
  hz-reserve: <stdin>: origin 2019-2022 is no period, as the others are: leave it out if it is an average, a factor or a sum of them; all before the oldest may be called by their last year (2018)
  [1]

So are rows below a triangle that are no origins, and a table of link ratios; the years before the oldest may be one:

  $ for row in 'Average,1.5,1.1,1.03,' '3-year avg,1.5,,,' 'Selected,1.5,,,' '12-24,1.5,1.1,1.03,1' '加权平均,1.5,1.1,1.03,1'; do
  >     (cat upright.csv; echo "$row") | hz-reserve 2>&1 | cut -d: -f3; done
   origin Average is no period, as the others are
   origin 3-year avg is no period, as the others are
   origin Selected is no period, as the others are
   origin 12-24 is no period, as the others are
   origin 加权平均 is no period, as the others are
  $ (cat upright.csv; echo '2018 & prior,900,1400,1600,1650') | hz-reserve 2> /dev/null | sed -n 2p
  2018 & prior,1650.00,1.000000,1650.00,0.00,,
  $ printf 'origin,12-24,24-36\n2019,1.5,1.1\n2020,1.54,\n' | hz-reserve
  hz-reserve: <stdin>: development "12-24": no age starts at 0, as in a table of the factors from age to age: expected amounts, under the ages by which they stood so (12, 24, 36, or 0-12, 12-24)
  [1]
  $ printf 'origin,1-12,13-24\n2019,150,165\n2020,154,\n' | hz-reserve | tail -1
  total,319.00,,334.40,15.40,,

Ages in different units are turned into months, where all have one (165 for 154 at 12 months is 1.0714):

  $ printf 'origin,6 months,1 year\n2020H1,154,165\n2020H2,154,\n' | hz-reserve --factors
  age,factor,se,sigma,to_ultimate
  6,1.071429,,,1.071429
  12,1.000000,0.000000,0.000000,1.000000
  $ printf 'origin,6 months,1 year,18\n2020H1,154,165,170\n2020H2,154,,\n' | hz-reserve
  hz-reserve: <stdin>: development: ages are in different units, and "6 months" is one of them: expected all in months, or all in years (12, 24, 36)
  [1]

Years a year after their origins are calendar periods too, and a small age among them is not one:

  $ printf 'origin,development,value\n2020,2021,10\n2020,2022,15\n2021,2022,11\n' | hz-reserve | tail -1
  hz-reserve: <stdin>: development is taken as calendar periods, such as "2021", and turned into ages
  total,26.00,,31.50,5.50,,
  $ printf 'origin,development,value\n2020,1,10\n2020,2021,15\n2021,1,11\n' | hz-reserve
  hz-reserve: <stdin>: development: some are calendar periods and some are not, or origins are none: expected ages (1, 2, 3), or periods for all (2021, 2021Q3); a spreadsheet makes Dec-24 of 12-24
  [1]

A column that says the same of every cell of a kind is no group, even if each of its values has several
origins and ages: a premium of two levels, the system that a row came from.

  $ awk -F, 'NR == 1 { print "origin,development,value,premium"; next } { for (d = 2; d <= NF; d++) if ($d != "") print $1 "," d - 1 "," $d "," ($1 < 2021 ? 2000 : 2100) }' upright.csv > levels.csv
  $ hz-reserve levels.csv
  hz-reserve: levels.csv: the column "premium" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value value)
  [1]
  $ hz-reserve --value value levels.csv | tail -1
  hz-reserve: levels.csv: the column "premium" is left out: it is no group, for its values change within a triangle
  total,6600.00,,7775.57,1175.57,,
  $ awk -F, 'NR == 1 { print "claim,origin,development,value"; next } { print "A" NR "," $1 "," $2 "," $3 / 2; print "B" NR "," $1 "," $2 "," $3 / 2 }' levels.csv | hz-reserve
  hz-reserve: <stdin>: the column "claim" is no group, for no value of it has two origins: rows of claims are added up by hz-triangle; if they are groups all the same, say --by claim
  [1]

Sums carried on for some origins only, by as much as rounding, and a diagonal on which nothing moves:

  $ printf 'origin,1,2,3,4\n2019,1000,1500,1650,1700\n2020,1100,1700,1850,1850.000000001\n2021,1200,1750,1750,1750\n2022,1300,,,\n' | hz-reserve
  hz-reserve: <stdin>: origin 2021, development 4: the younger origins stand still there, as sums that are carried on where nothing is known yet: leave these cells out, or say when the triangle ends (--as-of)
  [1]
  $ printf 'origin,1,2,3,4\n2019,1000,1500,1650,1700\n2020,1100,1700,1850,1850\n2021,1200,1750,1750,\n2022,1300,1300,,\n' | hz-reserve 2>&1 >/dev/null
  hz-reserve: <stdin>: origin 2022, development 2: every origin stands still on the latest diagonal, as sums that are carried on: leave it out (--as-of 1), or say when the triangle ends if that is so (--as-of 2021-12)
  [1]

What may be an oversight is told:

  $ printf 'origin,1,2,3\n2020,10,15,16\n2021,11,17,17.5\n2022,12,18,19\n' | hz-reserve 2>&1 >/dev/null
  hz-reserve: <stdin>: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  $ printf 'origin,1,2,3,4\n2019,1000,1500,1650,1700\n2020,1100,0,1850,\n2021,1200,,,\n2022,1300,,,\n' | hz-reserve 2>&1 >/dev/null
  hz-reserve: <stdin>: origin 2021 ends at development 1, before the latest diagonal, and is developed from there
  hz-reserve: <stdin>: origin 2020, development 2: 0 after 1100: if it is not known, leave the cell out
  $ printf 'origin,1,2,3\n2020,1000,500,150\n2021,1100,600,\n2022,1200,,\n' | hz-reserve 2>&1 >/dev/null
  hz-reserve: <stdin>: most values are below those of the age before: if they are amounts of one age each, say so (--incremental)
  $ printf 'origin,1,2,3\n2020,1000,1500,2150\n2021,1100,1600,\n2022,1200,,\n' | sed 's/2150/2150,2900/;s/1600,/1600,2300,/;1s/$/,4/;s/1200,/1200,1900,/' | hz-reserve -i 2>&1 >/dev/null
  hz-reserve: <stdin>: amounts grow from age to age throughout: if they are sums already, leave out --incremental

A cell that is no number is its own group's fault:

  $ printf 'office,origin,1,2\nA,2021,10,15\nA,2022,11,\nB,2021,ten,15\nB,2022,11,\n' | hz-reserve | cut -d, -f1 | uniq -c
  hz-reserve: <stdin>:4:8: value: "ten" is not a number (expected 1234.5, without separators) (office B)
        1 office
        3 A

Real time passes between origins whatever they are called: 2019, 2020, 2022 and 2023 here, and their
exposures under other names of the same periods.

  $ cape() { sed 's/^2022/2023/;s/^2021/2022/' upright.csv | awk -F, -v OFS=, -v f="$1" 'NR > 1 { $1 = sprintf(f, $1) } { print }' > named.csv
  >   printf "origin,exposure\n$(printf "$2,%d\\\\n" 2019 2000 2020 2100 2022 2200 2023 2300)" | hz-reserve -m cape-cod --trend 10% -e /dev/stdin named.csv 2>&1 | tail -1; }
  $ cape %d %d
  total,6600.00,,7946.87,1346.87,,
  $ cape AY%d %d
  total,6600.00,,7946.87,1346.87,,
  $ cape %d.0 AY%d
  total,6600.00,,7946.87,1346.87,,
  $ cape 1/1/%d %d
  total,6600.00,,7946.87,1346.87,,
  $ cape '31-Dec-%d' %d
  total,6600.00,,7946.87,1346.87,,

  $ printf 'origin,development,value\n2019.9,1,10\n2019.9,2,15\n2020.1,1,11\n' | hz-reserve | tail -1
  hz-reserve: <stdin>: how far it is from origin 2019.9 to 2020.1 cannot be told from their names: it is taken as one period
  total,26.00,,31.50,5.50,,

Origins as people write them, three in a row, and what the second of them is taken for: half-years, quarters, months,
years of two figures (1970 to 2069), fiscal ones. What follows is the period in which the youngest makes its next payment.

  $ called() { printf 'origin,1,2,3\n"%s",1200,1800,1850\n"%s",1000,1500,\n"%s",1300,,\n' "$1" "$2" "$3" | hz-reserve --run-off 2>&1 |
  >     awk -F, '$2 == 3 { name = $1 } $2 == 2 { print name " " $3; done = 1 } /cannot be told|is missing|by its name|no period/ { sub(/.*stdin>:/, ""); print; done = 1 } END { if (!done) print "?" }'; }
  $ while IFS='|' read -r a b c; do printf '%s: ' "$b"; called "$a" "$b" "$c"; done <<'END'
  > H1 2021|H2 2021|H1 2022
  > 1H21|2H21|1H22
  > 2021H1|2021H2|2022H1
  > 2021-S1|2021-S2|2022-S1
  > 2021 H1|2021 H2|2022 H1
  > AY2021H1|AY2021H2|AY2022H1
  > first half 2021|second half 2021|first half 2022
  > 2021上半年|2021下半年|2022上半年
  > 2021年上半年|2021年下半年|2022年上半年
  > 2021-06-30|2021-12-31|2022-06-30
  > 2021-01/2021-06|2021-07/2021-12|2022-01/2022-06
  > FY2021 H1|FY2021 H2|FY2022 H1
  > 1Q21|2Q21|3Q21
  > Q1-21|Q2-21|Q3-21
  > Q1'21|Q2'21|Q3'21
  > 21Q1|21Q2|21Q3
  > 2021年第1季度|2021年第2季度|2021年第3季度
  > 2021一季度|2021二季度|2021三季度
  > 2021-Q3|2021-Q4|2022-Q1
  > AY'21|AY'22|AY'23
  > AY98|AY99|AY00
  > '98|'99|'00
  > 98|99|00
  > 21年|22年|23年
  > 2021年|2022年|2023年
  > UY2021|UY2022|UY2023
  > FY21|FY22|FY23
  > FY98|FY99|FY00
  > 98/99|99/00|00/01
  > 98-99|99-00|00-01
  > UY21/22|UY22/23|UY23/24
  > 2021-2022|2022-2023|2023-2024
  > 2021-07/2022-06|2022-07/2023-06|2023-07/2024-06
  > 2021-01-01 to 2021-12-31|2022-01-01 to 2022-12-31|2023-01-01 to 2023-12-31
  > Dec 2021|Dec 2022|Dec 2023
  > Jan-21|Jan-22|Jan-23
  > Apr 2021|Apr 2022|Apr 2023
  > Mar-21|Mar-22|Mar-23
  > Jan-21|Feb-21|Mar-21
  > 2021-Jan|2021-Feb|2021-Mar
  > Jan 1, 2021|Feb 1, 2021|Mar 1, 2021
  > 2021年11月|2021年12月|2022年1月
  > 21-Jan|21-Feb|21-Mar
  > 11/21|12/21|1/22
  > 上半年|下半年|上半年 2
  > 98..01|02..05|06..09
  > pre-2019|2019|2020
  > 二〇二一年|二〇二二年|二〇二三年
  > END
  H2 2021: 2021H2 2022H2
  2H21: 2021H2 2022H2
  2021H2: 2021H2 2022H2
  2021-S2: 2021H2 2022H2
  2021 H2: 2021H2 2022H2
  AY2021H2: AY2021H2 2022H2
  second half 2021: 2021H2 2022H2
  2021下半年: 2021H2 2022H2
  2021年下半年: 2021H2 2022H2
  2021-12-31: 2021H2 2022H2
  2021-07/2021-12: 2021H2 2022H2
  FY2021 H2: FY2021H2 FY2022H2
  2Q21: 2021Q2 2021Q4
  Q2-21: 2021Q2 2021Q4
  Q2'21: 2021Q2 2021Q4
  21Q2: 2021Q2 2021Q4
  2021年第2季度: 2021Q2 2021Q4
  2021二季度: 2021Q2 2021Q4
  2021-Q4: 2021Q4 2022Q2
  AY'22: 2022 2024
  AY99: 1999 2001
  '99: 1999 2001
  99: 1999 2001
  22年: 2022 2024
  2022年: 2022 2024
  UY2022: UY2022 2024
  FY22: FY2022 FY2024
  FY99: FY1999 FY2001
  99/00: 1999/00 FY2001
  99-00: 1999/00 FY2001
  UY22/23: 2022/23 FY2024
  2022-2023: 2022-2023 FY2024
  2022-07/2023-06: FY2022 FY2024
  2022-01-01 to 2022-12-31: 2022 2024
  Dec 2022: 2022 2024
  Jan-22: 2022 2024
  Apr 2022: FY2022 FY2024
  Mar-22: FY2021 FY2023
  Feb-21: 2021-02 2021-04
  2021-Feb: 2021-02 2021-04
  Feb 1, 2021: 2021-02 2021-04
  2021年12月: 2021-12 2022-02
  21-Feb:  origin "21-Jan": which part of it is the year cannot be told: expected 2021-07
  12/21:  origin "11/21": which part of it is the year cannot be told: expected 2021-07
  下半年:  origin "上半年": the year is missing: expected 2021H1
  02..05: 2:20: origin 98..01, development 3: beyond the diagonal, for origin 06..09, the older by its name, ends at development 1: call origins 2021, 2021H1, 2021Q3 or 2021-07 if it is not older, or complete it (0 is a value), or leave this cell out
  2019:  origin pre-2019 is no period, as the others are: leave it out if it is an average, a factor or a sum of them; all before the oldest may be called by their last year (2018)
  二〇二二年: 3:24: origin 二〇二二年, development 2: beyond the diagonal, for origin 二〇二三年, the older by its name, ends at development 1: call origins 2021, 2021H1, 2021Q3 or 2021-07 if it is not older, or complete it (0 is a value), or leave this cell out

Two figures are a year if all have them; AY5 and 98 among other numbers are numbers, and 21年 among ages is an age.

  $ called AY9 AY10 AY11
  AY10 
  $ called 98 99 100
  99 
  $ printf 'origin,20年,21年,22年\n2001,1200,1800,1850\n2002,1000,1500,\n2003,1300,,\n' | hz-reserve --run-off 2>&1 | sed -n '2,3p'
  2002,22,2023,41.666667
  2003,21,2023,650.000000

A half-year is one of the year in all that reads periods; years of half-years, and their exposures, too.

  $ printf 'origin,1,2,3,4\n2021H1,1200,1800,1850,1900\n2021H2,1000,1500,1600,\n2022H1,1300,1900,,\n2022H2,1400,,,\n' > halves.csv
  $ hz-reserve --run-off halves.csv | hz-project
  period,payout
  2023H1,809.61
  2023H2,148.23
  2024H1,58.77
  total,1016.61
  $ hz-reserve --run-off halves.csv | hz-project --grain year
  period,payout
  2023,957.84
  2024,58.77
  total,1016.61
  $ hz-reserve halves.csv | hz-project | tail -1
  total,1016.61
  $ hz-reserve --run-off halves.csv | hz-project --grain quarter
  hz-project: <stdin>: payouts by half-year cannot be told by quarter: expected a triangle with shorter development periods
  [1]
  $ hz-coarsen --grain year halves.csv
  origin,development,value
  2021,1,2800
  2021,2,3500
  2022,1,3300
  $ printf 'origin,exposure\n1H21,2000\n2021-S2,2000\n2022上半年,2100\n2022H2,2200\n' > seats.csv
  $ hz-reserve -m cape-cod --exposure seats.csv halves.csv | tail -1
  total,6800.00,,7750.28,950.28,,
