# Triangles as they come

One triangle, in the forms in which people have it: out of workbooks, reports and other programs. By hand: factors
1980 / 1596 = 1.240602, 1440 / 1280 = 1.125 and 715 / 690 = 1.036232, ultimates 715, 777.17, 816.03 and 935.72, in all
3243.93 - 2812 = 431.93.

  $ cat > base.csv <<'END'
  > AY,12,24,36,48
  > 2020,473,620,690,715
  > 2021,512,660,750,
  > 2022,611,700,,
  > 2023,647,,,
  > END
  $ body() { tail -n +2 base.csv; }
  $ header() { echo "$1"; body; }
  $ cells() { head -1 base.csv; body | sed -E ':again; s/,([0-9]+)(,|$)/,'"$1"'\2/; t again'; }
  $ labels() { head -1 base.csv; body | sed -E "s/^20(..)/$1/"; }
  $ have() { printf '%-22s' "$1"; cat > have.csv; hz-reserve "${@:2}" have.csv 2>&1 | sed -n '1{/^origin,/!p}; s/^total,[^,]*,,[^,]*,\([^,]*\),.*/\1/p'; }
  $ have 'as it is' < base.csv
  as it is              431.93

Titles, units and notes around it, blank rows and columns in it:

  $ (printf 'Paid claims,,,,\nas of 31 December 2023,,,,\n,,,,\n'; cat base.csv) | have 'titles'
  titles                hz-reserve: have.csv: line 4 is the header; what stands before it is skipped (--header-row N says otherwise)
  431.93
  $ (printf ',Development month,,,\n'; cat base.csv) | have 'two rows of header'
  two rows of header    hz-reserve: have.csv: line 2 is the header; what stands before it is skipped (--header-row N says otherwise)
  431.93
  $ (cat base.csv; printf ',,,,\nSource: claims system,,,,\n注：单位为元,,,,\n') | have 'footnotes'
  footnotes             hz-reserve: have.csv: origin Source: claims system has no observed cell, and is left out, as others are (0 is a value, - is none)
  431.93
  $ sed 's/^2022/,,,,\n2022/' base.csv | have 'a blank row'
  a blank row           431.93
  $ sed 's/,/,,/; s/$/,,/' base.csv | have 'blank columns'
  blank columns         431.93
  $ sed 's/^/,/' base.csv | have 'a blank column first'
  a blank column first  431.93
  $ (sed -n '1s/^/,/p' base.csv; body | awk '{ print NR - 1 "," $0 }') | have 'numbers of rows'
  numbers of rows       431.93

Other headers:

  $ for name in 'AY \ Dev' AY/DY '事故年\进展年' 'Accident Year' ''; do header "$name,12,24,36,48" | have "${name:-no name}"; done
  AY \ Dev              431.93
  AY/DY                 431.93
  事故年\进展年   431.93
  Accident Year         431.93
  no name               431.93
  $ for head in '0-12,12-24,24-36,36-48' '12m,24m,36m,48m' '12 mo,24 mo,36 mo,48 mo' '12 (months),24 (months),36 (months),48 (months)' \
  >   '12th month,24th month,36th month,48th month' 'Month 12,Month 24,Month 36,Month 48' '@12,@24,@36,@48' \
  >   '1 yr,2 yrs,3 yrs,4 yrs' 'DY1,DY2,DY3,DY4' '1st,2nd,3rd,4th' '第一年,第二年,第三年,第四年' '第1年末,第2年末,第3年末,第4年末' \
  >   '12个月,24个月,36个月,48个月' '365 days,730 days,1095 days,1460 days' '6 months,18 months,2.5 years,14 quarters' '6,18,30,42'; do
  >   header "AY,$head" | have "${head%%,*}"; done
  0-12                  431.93
  12m                   431.93
  12 mo                 431.93
  12 (months)           431.93
  12th month            431.93
  Month 12              431.93
  @12                   431.93
  1 yr                  431.93
  DY1                   431.93
  1st                   431.93
  第一年             431.93
  第1年末            431.93
  12个月              431.93
  365 days              431.93
  6 months              431.93
  6                     431.93
  $ (printf '"Accident\nYear","12\nmonths","24\nmonths","36\nmonths","48\nmonths"\n'; body) | have 'lines in cells'
  lines in cells        431.93
  $ header 'AY,180 days,12 months,2 years,12 quarters' | have 'days among months'
  days among months     hz-reserve: have.csv: development: ages are in different units, and "180 days" is one of them: expected all in months, or all in years (12, 24, 36)
  $ header 'AY,2-Jan,3-Feb,4-Mar,5-Apr' | have 'dates of a workbook'
  dates of a workbook   hz-reserve: have.csv: there is no column "development", nor one called like an age (12, 12 months, 0-12); the header has: none that is known, of 5: is it a header?
  $ header 'AY,0-12,Dec-24,24-36,36-48' | have 'one of them'
  one of them           hz-reserve: have.csv: development: some are calendar periods and some are not, or origins are none: expected ages (1, 2, 3), or periods for all (2021, 2021Q3); a spreadsheet makes Dec-24 of 12-24
  $ header 'AY,12,24,24,48' | have 'an age twice'
  an age twice          hz-reserve: have.csv:1: the column "24" stands twice in the header
  $ header '12,24,36,48,60' | have 'no origin in it'
  no origin in it       hz-reserve: have.csv: the first column is headed by a number, "12", as ages are: expected the origins in it, and a header such as origin,12,24,36
  $ body | sed 's/^20..,//' | have 'neither'
  neither               hz-reserve: have.csv: the first column is headed by a number, "473", as ages are: expected the origins in it, and a header such as origin,12,24,36
  $ body | have 'no header'
  no header             hz-reserve: have.csv: the first line looks like a row of the triangle: expected a header with the ages (origin,12,24,36)

Other orders:

  $ (head -1 base.csv; body | tac) | have 'youngest first'
  youngest first        431.93
  $ awk -F, -v OFS=, '{ print $1, $5, $4, $3, $2 }' base.csv | have 'oldest age first'
  oldest age first      431.93
  $ cat > transposed.csv <<'END'
  > dev,2020,2021,2022,2023
  > 12,473,512,611,647
  > 24,620,660,700,
  > 36,690,750,,
  > 48,715,,,
  > END
  $ have 'transposed' < transposed.csv
  transposed            hz-reserve: have.csv: origins are taken from the header, ages from the first column
  431.93
  $ sed '1s/^dev//' transposed.csv | have 'without a name'
  without a name        hz-reserve: have.csv: origins are taken from the header, ages from the first column
  431.93
  $ sed '1s/^dev/Age \\ AY/; s/^12/1/; s/^24/2/; s/^36/3/; s/^48/4/' transposed.csv | have 'ages from 1'
  ages from 1           hz-reserve: have.csv: origins are taken from the header, ages from the first column
  431.93
  $ printf 'AY,2020,2021,2022,2023\n2020,473,620,690,715\n2021,,512,660,750\n2022,,,611,700\n2023,,,,647\n' | have 'calendar years'
  calendar years        hz-reserve: have.csv: development is taken as calendar periods, such as "2020", and turned into ages
  431.93
  $ header 'AY,2020,2021,2022,2023' | have 'years, left-aligned'
  years, left-aligned   hz-reserve: have.csv: development is written as calendar periods, but some lie before their origin: expected ages

What is not there:

  $ for sign in - -- – — NA N/A n.a. '#N/A' NaN null; do sed -E ':again; s/,(,|$)/,'"${sign//\//\\/}"'\1/; t again' base.csv | have "$sign"; done
  -                     431.93
  --                    431.93
  –                   431.93
  —                   431.93
  NA                    431.93
  N/A                   431.93
  n.a.                  431.93
  #N/A                  431.93
  NaN                   431.93
  null                  431.93
  $ sed -E ':again; s/,(,|$)/,#DIV\/0!\1/; t again' base.csv | have 'an error'
  an error              hz-reserve: have.csv:3:18: value: "#DIV/0!" is an error of a spreadsheet: mend its formula, or leave the cell empty where nothing is known
  $ sed -E ':again; s/,(,|$)/,0\1/; t again' base.csv | have 'zeros'
  zeros                 hz-reserve: have.csv: every origin is observed to development 48, the younger the more zeros at the end: leave out the cells that are not observed yet, or say when the triangle ends (--as-of)
  $ sed 's/^2023,647/2023,-/' base.csv | have 'a dash for zero'
  a dash for zero       hz-reserve: have.csv: origin 2023 has no observed cell, and is left out (0 is a value, - is none)
  143.21
  $ sed 's/620/#REF!/' base.csv | have 'an error inside'
  an error inside       hz-reserve: have.csv:2:10: value: "#REF!" is an error of a spreadsheet: mend its formula, or leave the cell empty where nothing is known

What does not belong to it:

  $ for word in Total 'Grand Total' 合计 小计; do (cat base.csv; echo "$word,2243,1980,1440,715") | have "$word"; done
  Total                 hz-reserve: have.csv:6:1: this row looks like the sum of the others: leave it out
  Grand Total           hz-reserve: have.csv:6:1: this row looks like the sum of the others: leave it out
  合计                hz-reserve: have.csv:6:1: this row looks like the sum of the others: leave it out
  小计                hz-reserve: have.csv:6:1: this row looks like the sum of the others: leave it out
  $ (cat base.csv; echo ',2243,1980,1440,715') | have 'sums without a name'
  sums without a name   hz-reserve: have.csv:6:1: the origin is empty
  $ (cat base.csv; echo 'Average,560,660,720,715') | have 'averages'
  averages              hz-reserve: have.csv: origin Average is no period, as the others are: leave it out if it is an average, a factor or a sum of them; all before the oldest may be called by their last year (2018)
  $ (cat base.csv; echo 'Selected,1.24,1.12,1.03,') | have 'factors'
  factors               hz-reserve: have.csv: origin Selected is no period, as the others are: leave it out if it is an average, a factor or a sum of them; all before the oldest may be called by their last year (2018)
  $ (cat base.csv; printf ',,,,\n'; cat base.csv) | have 'the same once more'
  the same once more    hz-reserve: have.csv:8:6: origin 2020, development 12: this cell stands twice
  $ for word in Total Ultimate Latest 合计 保费; do sed "1s/\$/,$word/; 2s/\$/,715/; 3s/\$/,800/; 4s/\$/,900/; 5s/\$/,999/" base.csv | have "a column $word"; done
  a column Total        hz-reserve: have.csv: the column "Total" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value NAME)
  a column Ultimate     hz-reserve: have.csv: the column "Ultimate" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value NAME)
  a column Latest       hz-reserve: have.csv: the column "Latest" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value NAME)
  a column 合计       hz-reserve: have.csv: the column "合计" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value NAME)
  a column 保费       hz-reserve: have.csv: the column "保费" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value NAME)
  $ sed '1s/$/,Total/; 2s/$/,715/; 3s/$/,800/; 4s/$/,900/; 5s/$/,999/' base.csv | have 'left out' --by ''
  left out              431.93
  $ (header 'AY,12,24,36,48' | sed 's/^/A,/; 1s/A/office/; 3,$s/^A//'; body | sed '1s/^/B,/; 2,$s/^/,/') | have 'merged cells'
  merged cells          hz-reserve: have.csv:3:1: "office" is empty, as below merged cells: fill it in for every row
  $ (sed 's/^/A,/; 1s/A/office/' base.csv; body | sed 's/^/Total,/') > two.csv; hz-reserve --totals --no-total two.csv | tail -1
  hz-reserve: two.csv: the group "Total" looks like the sum of the others: it is taken as one more, also in totals over groups
  total,total,5624.00,,6487.85,863.85,,,all
  $ printf 'AY,12-24,24-36,36-48\n2020,1.31,1.11,1.04\n2021,1.29,1.14,\n2022,1.15,,\n' | have 'link ratios'
  link ratios           hz-reserve: have.csv: development "12-24": no age starts at 0, as in a table of the factors from age to age: expected amounts, under the ages by which they stood so (12, 24, 36, or 0-12, 12-24)

Amounts as people write them; 1000 more in each cell is 4980 over 4596, 3440 over 3280 and so on, and gives
387.54 in the same way:

  $ cells '\1.00' | have 'cents'
  cents                 431.93
  $ cells '¥\1' | have 'yuan in front'
  yuan in front         431.93
  $ cells '\1元' | have 'yuan behind'
  yuan behind           431.93
  $ cells '"1,\1"' | have 'commas'
  commas                387.54
  $ cells '1 \1' | have 'blanks'
  blanks                387.54
  $ cells '\1E+00' | have 'powers of ten'
  powers of ten         431.93
  $ cells "'\1" | have 'text of a workbook'
  text of a workbook    431.93
  $ sed 's/,/;/g; 2,$s/;\([0-9]\{1,\}\)/;\1,0/g' base.csv | have 'semicolons'
  semicolons            431.93
  $ cells '$\1' | have 'dollars'
  dollars               hz-reserve: have.csv:2:6: value: "$473" has the sign of another currency: take the signs out if all amounts are in one
  $ cells '\1%' | have 'per cent'
  per cent              hz-reserve: have.csv:2:6: value: "473%" is not a number (expected 1234.5, without separators)
  $ cells '\1*' | have 'marks'
  marks                 hz-reserve: have.csv:2:6: value: "473*" is not a number (expected 1234.5, without separators)
  $ cells "1'\1" | have 'other signs'
  other signs           hz-reserve: have.csv:2:6: value: "1'473" is not a number (expected 1234.5, without separators)
  $ sed 's/715/(715)/' base.csv | have 'parentheses'
  parentheses           hz-reserve: have.csv:2:18: value: "(715)" stands in parentheses: write a minus if that is meant
  $ sed 's/715/715-/' base.csv | have 'a minus behind'
  a minus behind        hz-reserve: have.csv:2:18: value: "715-" has its minus behind: write it in front
  $ cells '\1万' | have 'in ten thousands'
  in ten thousands      4319268.35

Origins as people write them:

  $ for label in 'AY20\1' 'FY20\1' '20\1年' '20\1年度' '20\1-12-31' '31\/12\/20\1' '12\/31\/20\1' '20\1.0' '20\1-01-01'; do
  >   labels "$label" | have "$label" 2>&1 | tail -1; done
  AY20\1                431.93
  FY20\1                431.93
  431.93
  431.93
  431.93
  431.93
  431.93
  431.93
  431.93
  $ (head -1 base.csv; body | sed '2s/^2021/2021*/') | have 'a mark'
  a mark                hz-reserve: have.csv: origin 2021* is no period, as the others are: leave it out if it is an average, a factor or a sum of them; all before the oldest may be called by their last year (2018)
  $ (head -1 base.csv; body | sed '2s/^2021/2020/') | have 'a year twice'
  a year twice          hz-reserve: have.csv:3:6: origin 2020, development 12: this cell stands twice
  $ (head -1 base.csv; body | awk -F, -v OFS=, '{ $1 = 43831 + 365 * (NR - 1); print }') | have 'days of a workbook'
  days of a workbook    hz-reserve: have.csv: origin "43831" looks like the number of a day in a spreadsheet: write dates (2021-07-31) or periods (2021, 2021Q3, 2021-07)

Files as programs write them:

  $ sed 's/,/\t/g' base.csv | have 'tabs'
  tabs                  431.93
  $ sed 's/,/|/g' base.csv | have 'strokes'
  strokes               431.93
  $ sed 's/$/\r/' base.csv | have 'CRLF'
  CRLF                  431.93
  $ (printf '\xef\xbb\xbf'; cat base.csv) | have 'a mark of UTF-8'
  a mark of UTF-8       431.93
  $ for encoding in UTF-16 UTF-16LE UTF-16BE; do iconv -t $encoding base.csv | have $encoding; done
  UTF-16                hz-reserve: have.csv: not UTF-8: read as UTF-16 (--encoding NAME if that is wrong)
  431.93
  UTF-16LE              hz-reserve: have.csv: not UTF-8: read as UTF-16LE (--encoding NAME if that is wrong)
  431.93
  UTF-16BE              hz-reserve: have.csv: not UTF-8: read as UTF-16BE (--encoding NAME if that is wrong)
  431.93
  $ header '出险年,第1年,第2年,第3年,第4年' | iconv -t GBK | have GBK
  GBK                   hz-reserve: have.csv: not UTF-8: read as GB18030 (--encoding NAME if that is wrong)
  431.93
  $ sed 's/,*$//' base.csv | have 'nothing behind'
  nothing behind        hz-reserve: have.csv:3: the row has 4 fields, the header 5
  $ printf '%-8s%6s%6s%6s%6s\n' $(sed 's/,,*$//; s/,/ /g; s/^AY/AY/' base.csv | head -2) | have 'fixed width'
  fixed width           hz-reserve: have.csv: one origin only
  0.00

A companion or an exposure is read as carefully: what is noted of it is told, and where it does not fit.

  $ printf 'AY,12,24,36,48\n2020,50,10,5,5\n2021,51,11,4,\n2022,55,5,,\n2023,60,,,\n' > counts.csv
  $ hz-reserve -m average-cost --counts counts.csv base.csv 2>&1 >/dev/null
  hz-reserve: counts.csv: most values are below those of the age before: if they are amounts of one age each, say so (--incremental)
  $ sed '1s/.*/AY,1,2,3,4/' counts.csv > years.csv
  $ hz-reserve -m average-cost --counts years.csv base.csv
  hz-reserve: base.csv: the triangle in years.csv has not the same cells as this one: development 12 here, 1 there
  [1]
  $ sed 's/^20/AY20/' counts.csv > labels.csv
  $ hz-reserve -m average-cost --counts labels.csv base.csv
  hz-reserve: base.csv: the triangle in labels.csv has not the same cells as this one: origin 2020 here, AY2020 there
  [1]
  $ sed 's/51,11/51,/' counts.csv > hole.csv
  $ hz-reserve -m average-cost --counts hole.csv base.csv 2>&1 | tail -1
  hz-reserve: base.csv: the triangle in hole.csv has not the same cells as this one: origin 2021, development 24 is observed here only
  $ printf 'AY,premium\n2020,1000\n2021,1100\n2022,1200\n2023,1300\nTotal,4600\n' > premium.csv
  $ hz-reserve -m bornhuetter-ferguson --prior 0.7 -e premium.csv base.csv
  hz-reserve: premium.csv:6:1: origin Total has an exposure and no cell in the triangle, so it would get no reserve: give it a cell (0 is a value), or leave this out
  [1]

Selections and exposures call origins as the table does, whatever they are turned into. By hand, without 2020's 620 / 473,
(660 + 700) / (512 + 611) = 1.211042 and 647 * 1.211042 * 1.125 * 1.036232 = 913.43; and 500 of each, times 1 - 1 / 1.036232,
1 - 1 / 1.165761 and 1 - 1 / 1.446245, make 242.86.

  $ for labels in 'AY20 AY21 AY22 AY23' '20年 21年 22年 23年' '1H20 2H20 1H21 2H21'; do
  >   body | awk -F, -v OFS=, -v as="$labels" 'BEGIN { split(as, a, " "); print "AY,12,24,36,48" } { $1 = a[NR]; print }' > called.csv
  >   (echo origin,exposure; printf '%s,1000\n' $labels) > called_exposure.csv
  >   printf 'exclude: [{origin: "%s", age: 12}]\n' "${labels%% *}" > called.yaml
  >   hz-reserve --selections called.yaml called.csv 2>&1 | tail -2 | head -1 | cut -d, -f 2-
  >   hz-reserve -m bornhuetter-ferguson -p 50% -e called_exposure.csv called.csv 2>&1 | tail -1
  > done
  647.00,1.411785,913.43,266.43,,
  total,2812.00,,3054.86,242.86,,
  647.00,1.411785,913.43,266.43,,
  total,2812.00,,3054.86,242.86,,
  647.00,1.411785,913.43,266.43,,
  total,2812.00,,3054.86,242.86,,

Two figures alone are no year beside years of four, lest 24 be older than 2023.

  $ printf 'origin,exposure\n20,1000\n21,1000\n22,1000\n23,1000\n24,1000\n' > short.csv
  $ hz-reserve -m bornhuetter-ferguson -p 50% -e short.csv base.csv
  hz-reserve: base.csv: origin 2020: short.csv has no exposure for it
  [1]

A premium beside the amounts is no group: by hand and in chainladder-python the chain ladder's 414.44, and with half of the
premiums 424.11. The sum of attritional and large claims is the attritional ones' 79.62, in whatever order the rows are.

  $ cat > premiums.csv <<'END'
  > origin,development,value,premium
  > 2015Q3,1,300,1000
  > 2015Q3,2,450,1000
  > 2015Q3,3,500,1000
  > 2015Q3,4,520,1000
  > 2015Q4,1,340,1200
  > 2015Q4,2,520,1200
  > 2015Q4,3,590,1200
  > 2016Q1,1,360,1300
  > 2016Q1,2,555,1300
  > 2016Q2,1,380,1400
  > END
  $ hz-reserve premiums.csv
  hz-reserve: premiums.csv: the column "premium" is no group, for its values change within a triangle: name the groups (--by COLUMN,...), or leave it out (--value value)
  [1]
  $ hz-reserve --value value premiums.csv | tail -1
  hz-reserve: premiums.csv: the column "premium" is left out: it is no group, for its values change within a triangle
  total,2045.00,,2459.44,414.44,,
  $ hz-reserve --by '' premiums.csv 2>/dev/null | tail -1
  total,2045.00,,2459.44,414.44,,
  $ cut -d, -f1,4 premiums.csv | sed 1s/premium/exposure/ | uniq > exposure.csv
  $ hz-reserve --value value -m bornhuetter-ferguson --prior 50% -e exposure.csv premiums.csv 2>/dev/null | tail -1
  total,2045.00,,2469.11,424.11,,
  $ cat > kinds.csv <<'END'
  > kind,origin,development,value
  > attritional,2020,1,100
  > attritional,2020,2,150
  > attritional,2020,3,160
  > attritional,2021,1,110
  > attritional,2021,2,160
  > attritional,2022,1,120
  > large,2020,1,50
  > large,2020,2,80
  > large,2020,3,80
  > large,2021,1,0
  > large,2021,2,60
  > large,2022,1,0
  > END
  $ hz-reserve --totals kinds.csv | tail -1
  total,total,580.00,,659.62,79.62,,,all
  $ (head -1 kinds.csv; tail -n +2 kinds.csv | tac) | hz-reserve --totals | tail -1
  total,total,580.00,,659.62,79.62,,,all
