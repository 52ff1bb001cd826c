Files as people have them: the rules of huzhu-files(7), for records and for small tables.

One member, 60 yuan for 2024, of which 182 days of 366 have passed on 30 June: 60 x 182 / 366 = 29.84.

  $ u() { hz-unearned --as-of 2024-06-30 "$@" | tail -n 1; }
  $ one='2024-01-01,2024-12-31,60\n'

Delimiters, a hint, and decimal commas:

  $ for d in ';' '\t' '|'; do printf "start,end,contribution\n$one" | sed "s/,/$d/g" | u; done
  1,60.00,29.84,30.16
  1,60.00,29.84,30.16
  1,60.00,29.84,30.16
  $ printf 'sep=;\r\nstart;end;contribution\r\n2024-01-01;2024-12-31;60,00\r\n' | u
  1,60.00,29.84,30.16
  $ printf 'start:end:contribution\n2024-01-01:2024-12-31:60\n' | u --delimiter ':'
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n' | hz-unearned --as-of 2024-06-30 --delimiter '"'
  hz-unearned: --delimiter: """ splits no file: expected one sign, such as ';', or comma, semicolon, tab or pipe
  try: hz-unearned --help
  [2]
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,"60,00"\n' | u
  hz-unearned: <stdin>:2:24: contribution: "60,00" could be a decimal comma or a sign between thousands: say --decimal-comma, or write it with a point or without a sign
  hz-unearned: 1 rows in = 0 used + 0 left out + 1 rejected (bad_money 1)
  0,0.00,0.00,0.00
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,"60,00"\n' | hz-unearned --as-of 2024-06-30 --decimal-comma
  count,contribution,earned,unearned
  1,60.00,29.84,30.16
  $ printf 'start;end;contribution\n2024-01-01;2024-12-31;1,230\n' | u
  hz-unearned: <stdin>:2:23: contribution: "1,230" could be a decimal comma or a sign between thousands: say --decimal-comma, or write it with a point or without a sign
  hz-unearned: 1 rows in = 0 used + 0 left out + 1 rejected (bad_money 1)
  0,0.00,0.00,0.00
  $ printf 'start;end;contribution\n2024-01-01;2024-12-31;1.230\n2024-01-01;2024-12-31;1.234.567,00\n2024-01-01;2024-12-31;1.234.567\n' | u
  hz-unearned: <stdin>:2:23: contribution: "1.230" could be a decimal point or a sign between thousands: say --decimal-comma, or write it without a sign or with other decimals
  hz-unearned: 3 rows in = 2 used + 0 left out + 1 rejected (bad_money 1)
  2,2469134.00,1227820.73,1241313.27
  $ printf 'year;x\n2018;1.000\n2019;1.100,5\n' | hz-growth
  hz-growth: <stdin>:2:6: x: "1.000" could be a decimal point or a sign between thousands: say --decimal-comma, or write it without a sign or with other decimals
  [1]
  $ printf 'year;x\n2018;1.000\n2019;1.100,5\n' | hz-growth --decimal-comma -f csv | tail -n 1
  x,arithmetic,2018,2019,1,10.0500
  $ printf 'year;x\n2018;1.000\n2019;1.100\n' | hz-growth -f csv | tail -n 1
  hz-growth: <stdin>:2:6: "1.000" is read with a decimal point: if points stand between thousands here, say --decimal-comma
  x,arithmetic,2018,2019,1,10.0000
  $ printf 'year;x\n1.018;5\n' | hz-growth
  hz-growth: <stdin>:2:1: "1.018" is read with a decimal point: if points stand between thousands here, say --decimal-comma
  hz-growth: <stdin>:2:1: year: "1.018" could be a decimal point or a sign between thousands: say --decimal-comma, or write it without a sign or with other decimals
  [1]
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,.50\n2024-01-01,2024-12-31,.25\n' | u
  2,0.75,0.37,0.38
  $ printf 'year;x\n2018;1.234,5\n2019;2.469,0\n' | hz-growth -f csv | tail -n 1
  x,arithmetic,2018,2019,1,100.0000
  $ printf 'origin\tdevelopment\tvalue\n2021\t1\t"1,234.00"\n2021\t2\t2468\n2022\t1\t1234\n' | hz-reserve --delimiter tab | tail -n 1
  total,3702.00,,4936.00,1234.00,,

Titles, blank lines, a row of units, names as a workbook has them:

  $ printf '互助会,,\n\n统计日期：2024-06-30,,\n\n Start \xe2\x80\x8b,END,会费（元）\n日期,日期,元\n'"$one" | u
  hz-unearned: <stdin>: line 5 is the header; what stands before it is skipped (--header-row N says otherwise); line 6 is skipped: units, no record
  1,60.00,29.84,30.16
  $ printf '"start\ndate",*end,contribution\n'"$one" | u
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\nstart,end,contribution\n'"$one" | hz-unearned --as-of 2024-06-30 --header-row 2
  hz-unearned: <stdin>: line 2 is the header; what stands before it is skipped (--header-row N says otherwise)
  count,contribution,earned,unearned
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n' | u --header-row 3
  hz-unearned: <stdin>: there is no line 3, which --header-row names
  $ printf '单位：万元,,\nstart,end,contribution\n'"$one" | u
  hz-unearned: <stdin>:1: amounts in 万元: they are read in yuan (元): convert them, and take this line out
  $ printf 'start,end,contribution\n,,万元\n'"$one" | u
  hz-unearned: <stdin>:2: amounts in 万元: they are read in yuan (元): convert them, and take this line out
  $ for t in '会费表（千元）' '以万元计' 'in Thousands' '单位：分' '10万元保障计划' '两百万元计划'; do printf "$t,,\nstart,end,contribution\n$one" | u; done
  hz-unearned: <stdin>:1: amounts in 千元: they are read in yuan (元): convert them, and take this line out
  hz-unearned: <stdin>:1: amounts in 万元: they are read in yuan (元): convert them, and take this line out
  hz-unearned: <stdin>:1: amounts in Thousands: they are read in yuan (元): convert them, and take this line out
  hz-unearned: <stdin>:1: amounts in 分: they are read in yuan (元): convert them, and take this line out
  hz-unearned: <stdin>: line 2 is the header; what stands before it is skipped (--header-row N says otherwise)
  1,60.00,29.84,30.16
  hz-unearned: <stdin>: line 2 is the header; what stands before it is skipped (--header-row N says otherwise)
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n,,USD\n'"$one" | u
  hz-unearned: <stdin>:2: amounts in USD: they are read in yuan (元): convert them, and take this line out
  $ printf 'start,end,会费（分）\n'"$one" | u
  hz-unearned: <stdin>:1: the column "会费（分）" is in 分: amounts are read in yuan (元): convert them, and take the unit out of the name
  $ printf 'start:,end（必填）,contribution (RMB)\n----------,----------,---\n'"$one" | u
  hz-unearned: <stdin>: line 2 is skipped: units, no record
  1,60.00,29.84,30.16
  $ printf 'sta\xc2\xadrtt,e\xe2\x80\x8bnde,contribution\n'"$one" | u
  hz-unearned: <stdin>:1: there is no column "start"; the header has: sta<U+00AD>rtt,e<U+200B>nde,contribution; the nearest is "sta<U+00AD>rtt" (--columns MAP.yaml gives other names)
  $ printf '年度统计,\n\nYear,X\n年,人\n2018,100\n2019,110\n' | hz-growth -f csv | tail -n 1
  hz-growth: <stdin>: line 3 is the header; what stands before it is skipped (--header-row N says otherwise); line 4 is skipped: units, no record
  X,arithmetic,2018,2019,1,10.0000
  $ printf 'origin,development,valu\n2021,1,5\n' | hz-reserve
  hz-reserve: <stdin>: there is no column "value", nor another usual name of amounts (--value COLUMN); the header has: origin,development,valu; the nearest is "valu"
  [1]

Files put together, rows too many cells long, blank rows:

  $ printf '\xef\xbb\xbfstart,end,contribution\r\n'"$one"'\xef\xbb\xbfStart,end,contribution\r\n'"$one"',,\n' | u
  hz-unearned: <stdin>:3: fixed: the header once more: left out
  hz-unearned: <stdin>:5: fixed: a row of empty cells: left out
  hz-unearned: fixed: 2 (repeated_header 1, blank_row 1)
  2,120.00,59.67,60.33
  $ printf 'start,end,contribution\n'"$one"'contribution,end,start\n60,2024-12-31,2024-01-01\n' | u
  hz-unearned: <stdin>:3: another header: the rows behind it would be read by the wrong columns. Split the file here
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,60,,\n' | u
  1,60.00,29.84,30.16
  $ printf '\xef\xbb\xbf"start","end","contribution"\r\n'"$one"'\xef\xbb\xbf"start","end","contribution"\r\n'"$one" | u
  hz-unearned: <stdin>:3: fixed: the header once more: left out
  hz-unearned: fixed: 1 (repeated_header 1)
  2,120.00,59.67,60.33
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,60contribution,end,start\n60,2024-12-31,2024-01-01\n' | u
  hz-unearned: <stdin>:2: another header stands at the end of the row, of a file put behind one without a newline at its end. Split the file here
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,60start,end,contribution\n'"$one" | u
  hz-unearned: <stdin>:2: the row has 5 fields, the header 3
  hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (field_count 1)
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,\t"60", ,\xe3\x80\x80\n' | u
  1,60.00,29.84,30.16
  $ printf '\xef\xbb\xbf"year","x"\n2018,100\n\xef\xbb\xbf"year","x"\n2019,\xc2\xa0"110"\n' | hz-growth -f csv | tail -n 1
  x,arithmetic,2018,2019,1,10.0000
  $ printf 'name,office\n甲,1\noffice,name\n2,乙\n' > two.csv && head -c 32 /dev/urandom > key && chmod 600 key && hz-mask -k key two.csv | wc -l
  hz-mask: two.csv:3: another header: the rows behind it would be read by the wrong columns. Split the file here
  0
  $ printf 'year,x\n2018,100\nyear,x\n,\n2019,110,\n' | hz-growth -f csv | tail -n 1
  x,arithmetic,2018,2019,1,10.0000
  $ printf 'year,x\n2018,100\nx,year\n110,2019\n' | hz-growth
  hz-growth: <stdin>:3: another header: the rows behind it would be read by the wrong columns. Split the file here
  [1]

A quote too many costs its line; each line given up is a rejected row:

  $ printf 'start,end,contribution,note\n2024-01-01,2024-12-31,1,a\n2024-01-01,2024-12-31,2,"b\n2024-01-01,2024-12-31,4,c\nx\n2024-01-01,2024-12-31,8, "d,e" \n2024-01-01,2024-12-31,16,"f"\n' > quote.csv
  $ hz-unearned --as-of 2024-06-30 quote.csv
  hz-unearned: quote.csv:3: a quote is opened in this line and not closed: double a quote that is meant
  hz-unearned: quote.csv:5: the row has 1 fields, the header 4
  hz-unearned: 6 rows in = 4 used + 0 left out + 2 rejected (unclosed_quote 1, field_count 1)
  count,contribution,earned,unearned
  4,29.00,14.42,14.58
  [1]
  $ for b in 1 7 100 1048576; do hz-unearned --as-of 2024-06-30 --block $b -j 2 quote.csv 2>&1 | md5sum; done | uniq | wc -l
  1
  $ printf 'start,end,contribution,note\n2024-01-01,2024-12-31,2,"b\n2024-01-01,2024-12-31,4,c\n2024-01-01,2024-12-31,8,5"\n2024-01-01,2024-12-31,16,d\n' | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:2: a quote is opened in this line, and what it holds looks like rows: double a quote that is meant
  hz-unearned: <stdin>:3: given up with the line before it
  hz-unearned: <stdin>:4: given up with the line before it
  hz-unearned: 4 rows in = 1 used + 0 left out + 3 rejected (unclosed_quote 3)
  count,contribution,earned,unearned
  1,16.00,7.96,8.04
  [1]

What is decided does not depend on the block either where a quote is closed megabytes behind:

  $ (echo start,end,contribution,note; echo '2024-01-01,2024-12-31,1,"a'; yes 2024-01-01,2024-12-31,2,b | head -n 100000; echo '2024-01-01,2024-12-31,4,"c"') > far.csv
  $ for b in 1000 1048576 8388608; do hz-unearned --as-of 2024-06-30 --block $b far.csv 2>&1; done | sort | uniq -c | sed 's/^ *//'
  3 100001,200004.00,99455.54,100548.46
  3 count,contribution,earned,unearned
  3 hz-unearned: 100002 rows in = 100001 used + 0 left out + 1 rejected (unclosed_quote 1)
  3 hz-unearned: far.csv:2: a quote is opened in this line and not closed: double a quote that is meant

A record of more than a mebibyte is one rejected row, at every block:

  $ (echo start,end,contribution,note; printf '2024-01-01,2024-12-31,1,"'; yes abc | head -c 1200000; echo '"'; printf '2024-01-01,2024-12-31,60,\n') > long.csv
  $ for b in 1000 262144 4194304; do hz-unearned --as-of 2024-06-30 --block $b long.csv 2>&1; done | sort | uniq -c | sed 's/^ *//'
  3 1,60.00,29.84,30.16
  3 count,contribution,earned,unearned
  3 hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (record_too_long 1)
  3 hz-unearned: long.csv:2: the record is longer than a mebibyte

Encodings, by all that there is of evidence: 张三 of 1101 in GBK, Big5 (張三) and UTF-16 without a mark; a row of GBK in UTF-8:

  $ row() { printf 'name,start,end,contribution,office\n%s,2024-01-01,2024-12-31,60,1101\n' "$1"; }
  $ row 张三 | iconv -t GBK | hz-check members | tail -n 1
  hz-check: <stdin>: not UTF-8: read as GB18030 (--encoding NAME if that is wrong)
  张三,2024-01-01,2024-12-31,60,1101
  $ row 張三 | iconv -t BIG5 | hz-check members | tail -n 1
  hz-check: <stdin>: not UTF-8: read as BIG5 (--encoding NAME if that is wrong)
  張三,2024-01-01,2024-12-31,60,1101
  $ row 张三 | iconv -t UTF-16LE | hz-check members | tail -n 1
  hz-check: <stdin>: not UTF-8: read as UTF-16LE (--encoding NAME if that is wrong)
  张三,2024-01-01,2024-12-31,60,1101
  $ row 王一 | iconv -t UTF-16BE | hz-check members | tail -n 1
  hz-check: <stdin>: not UTF-8: read as UTF-16BE (--encoding NAME if that is wrong)
  王一,2024-01-01,2024-12-31,60,1101
  $ (row 张三; row 李四 | tail -n 1 | iconv -t GBK) | hz-check members
  hz-check: <stdin>:3: the row is in another encoding than the file is read in: if all of the file is, name it, as in --encoding GB18030; if some rows are, convert these
  hz-check: 2 rows in = 1 used + 0 left out + 1 rejected (bad_encoding 1)
  name,start,end,contribution,office
  张三,2024-01-01,2024-12-31,60,1101
  [1]
  $ (row ab; yes 'ab,2024-01-01,2024-12-31,60,1101' | head -n 3000; row 张三 | tail -n 1 | iconv -t GBK) > late.csv
  $ for b in 1 777 1048576; do hz-unearned --as-of 2024-06-30 --block $b late.csv 2>&1 | md5sum; done | uniq | wc -l
  1
  $ (row 张三; yes "$(row 李四 | tail -n 1)" | head -n 40000) | iconv -t GBK > behind.csv; row 王五 | tail -n 1 >> behind.csv
  $ for b in 1 100000 8388608; do hz-unearned --as-of 2024-06-30 --by name --block $b behind.csv 2>&1; done | sort | uniq -c | sed 's/^ *//'
  3 hz-unearned: 40002 rows in = 40001 used + 0 left out + 1 rejected (bad_encoding 1)
  3 hz-unearned: behind.csv: not UTF-8: read as GB18030 (--encoding NAME if that is wrong)
  3 hz-unearned: behind.csv:40003: the row is in another encoding than the file is read in: if all of the file is, name it, as in --encoding GB18030; if some rows are, convert these
  3 name,count,contribution,earned,unearned
  3 total,40001,2400060.00,1193472.46,1206587.54
  3 张三,1,60.00,29.84,30.16
  3 李四,40000,2400000.00,1193442.62,1206557.38
  $ (row 张三; row 李四 | tail -n 1) | iconv -t UTF-32LE | hz-check members
  hz-check: <stdin>: not UTF-8: read as UTF-32LE (--encoding NAME if that is wrong)
  name,start,end,contribution,office
  张三,2024-01-01,2024-12-31,60,1101
  李四,2024-01-01,2024-12-31,60,1101
  $ printf 'origin,development,value,省\n2021,1,5,北京\n' | iconv -t GBK | hz-reserve -f csv --encoding GBK
  hz-reserve: <stdin>: 省 北京: one cell only
  省,origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  北京,2021,5.00,1.000000,5.00,0.00,,
  北京,total,5.00,,5.00,0.00,,
  $ printf '\xd0\xcf\x11\xe0' > a.xls; printf 'PK\003\004%026dmimetypeapplication/vnd.oasis.opendocument.spreadsheet' 0 > a.ods; printf '\n<HTML><table>' > h.xls; printf '<!-- of a system -->\n<DIV><table>' > d.xls; printf 'PK\003\004%026d[Content_Types].xml' 0 > a.xlsx
  $ printf '\011\010\020\000' > b.xls; printf '\003\174\001\001' > c.dbf; printf PAR1 > d.parquet
  $ for f in b.xls c.dbf d.parquet; do hz-growth $f; done 2>&1 | cut -d: -f2,3
   b.xls: this is an old .xls workbook, not CSV
   c.dbf: this is a dBASE table (.dbf), not CSV
   d.parquet: this is Parquet data, not CSV
  $ for f in a.xls a.ods h.xls d.xls a.xlsx; do hz-unearned --as-of 2024-06-30 $f; hz-growth $f; done 2>&1 | cut -d: -f2,3 | uniq
   a.xls: this is an old .xls workbook (or a new one that is locked by a password), not CSV
   a.ods: this is an .ods workbook, not CSV
   h.xls: this is HTML, a table of a web page, not CSV
   d.xls: this is HTML, a table of a web page, not CSV
   a.xlsx: the workbook or zip file is damaged or cut off

Values as spreadsheets and databases write them:

  $ cat > m.csv <<'END'
  > member,start,end,contribution,office,units
  > 1,2024/1/1,2024.12.31,￥60.00,1101,1.0
  > 2,2024年1月1日,20241231,60元,'1101,1
  > 3,2024-01-01T00:00:00,2024/12/31 0:00:00,６０,１１０１,１
  > 4,二〇二四年一月一日,2024-12-31,+60,"=""1101""",
  > 5,2024-01-01 08:30:15,2024-12-31,60,1101  ,NULL
  > 6,2024/1/1 5,2024-12-31,60,1101,1
  > 7,24-01-01,2024-12-31,60 60,1101,1
  > 8,45292,2024-12-31,"0,500",1101,1
  > 9,2024-01-01,0000-00-00,(60),1101,1
  > END
  $ hz-unearned --as-of 2024-06-30 --by office m.csv
  hz-unearned: m.csv:6:3: start: warning: "2024-01-01 08:30:15" has a time of day: only the day is taken
  hz-unearned: m.csv:7:3: start: "2024/1/1 5" is not a date (expected YYYY-MM-DD)
  hz-unearned: m.csv:8:3: start: "24-01-01" has a year of two digits, or none: write all four, YYYY-MM-DD
  hz-unearned: m.csv:9:3: start: "45292" is the number of a day in a workbook: 2024-01-01 by the 1900 date system, 2028-01-02 by the 1904 one: say --date-system 1900 or 1904
  hz-unearned: m.csv:10:14: end: "0000-00-00" is what databases write for no date: leave the cell empty, or give the day as YYYY-MM-DD
  hz-unearned: warnings: 1 (time_of_day 1)
  hz-unearned: 9 rows in = 5 used + 0 left out + 4 rejected (bad_date 4)
  office,count,contribution,earned,unearned
  1101,5,300.00,149.18,150.82
  total,5,300.00,149.18,150.82
  [1]
  $ hz-check members --fix -q m.csv
  hz-check: fixed: 18 (money_form 4, date_form 8, number_form 2, code_form 4)
  hz-check: 9 rows in = 5 used + 0 left out + 4 rejected (bad_date 1, bad_money 3)
  member,start,end,contribution,office,units
  1,2024-01-01,2024-12-31,60.00,1101,1
  2,2024-01-01,2024-12-31,60.00,1101,1
  3,2024-01-01,2024-12-31,60.00,1101,1
  4,2024-01-01,2024-12-31,60.00,1101,
  5,2024-01-01,2024-12-31,60,1101,NULL
  [1]
  $ hz-unearned --as-of 2024-06-30 --date-system 1900 m.csv 2>&1 >/dev/null | grep -c 45292
  0
  [1]
  $ printf 'start,end,contribution\n43830,44195,60\n' | hz-check members --fix --date-system 1904
  hz-check: <stdin>:2:1: start: fixed: "43830" is now 2024-01-01, by the 1904 date system
  hz-check: <stdin>:2:7: end: fixed: "44195" is now 2024-12-31, by the 1904 date system
  hz-check: fixed: 2 (date_form 2)
  start,end,contribution
  2024-01-01,2024-12-31,60
  $ printf 'start,end,contribution\n43830,44195,60\n' | u --date-system 1900
  1,60.00,60.00,0.00
  $ printf 'start,end,contribution,office\n2024-01-01,2024-12-31,60,无\n' | hz-unearned --as-of 2024-06-30 --by office --null 无
  office,count,contribution,earned,unearned
  ,1,60.00,29.84,30.16
  total,1,60.00,29.84,30.16
  $ printf 'claim,event,report,transaction,paid,ex_gratia,status\n1,2023-03-01,2023-04-01,2023-05-01,"-1,234.50",TRUE,paid\n2,2023-03-01,2023-04-01,2023-05-01,\xe2\x88\x9260,×,PAID\n3,2023-03-01,2023-04-01,2023-05-01,100,2,paid\n4,1900-01-01,2023-04-01,2023-05-01,7,,paid\n' > c.csv
  $ hz-triangle c.csv
  hz-triangle: c.csv:4:40: ex_gratia: "2" is neither yes nor no: expected 1, true, yes or 是, or 0, false, no, 否 or nothing
  hz-triangle: c.csv:5:3: event: warning: "1900-01-01" is what programs write where they have no day
  hz-triangle: c.csv:5:3: event: "1900-01-01" is more than a hundred years before what was done about it: no day of this claim
  hz-triangle: warnings: 1 (placeholder_date 1)
  hz-triangle: 4 rows in = 1 used + 1 left out + 2 rejected (bad_flag 1, century 1)
  origin,development,value
  2023,1,-60.00
  [1]
  $ hz-check claims c.csv > /dev/null
  hz-check: c.csv:2:37: paid: "-1,234.50" should be -1234.50: --fix does that
  hz-check: c.csv:3:36: paid: "−60" should be -60.00: --fix does that
  hz-check: c.csv:4:40: ex_gratia: "2" is neither yes nor no: expected 1, true, yes or 是, or 0, false, no, 否 or nothing
  hz-check: c.csv:5:3: event: warning: "1900-01-01" is what programs write where they have no day
  hz-check: c.csv:5:3: event: "1900-01-01" is more than a hundred years before what was done about it: no day of this claim
  hz-check: warnings: 1 (placeholder_date 1)
  hz-check: 4 rows in = 0 used + 0 left out + 4 rejected (money_form 2, bad_flag 1, century 1)
  [1]

What the others refuse, hz-check refuses: covers of a thousand years, no units, numbers that have lost their
digits; a word that is no kind of enrolment is told:

  $ printf 'member,start,end,contribution,units,enter_type\nM1,2024-01-01,2999-12-31,60,1,new\nM2,2024-01-01,2024-12-31,60,0,new\n1.10101E+17,2024-01-01,2024-12-31,60,1,new\nM4,2024-01-01,2024-12-31,60,1,rnew\n' > n.csv
  $ hz-check members n.csv > passed.csv
  hz-check: n.csv:2:15: end: "2999-12-31" is more than a hundred years after the start: expected the last day of the cover
  hz-check: n.csv:3:29: units: "0" is no whole number from 1 to 1000000
  hz-check: n.csv:4:1: member: "1.*********" is a number in the short form of a workbook, which has lost digits: enter the column as text
  hz-check: n.csv:5:31: enter_type: warning: "rnew" is no kind of enrolment: expected new, renew, swap or gift
  hz-check: warnings: 1 (bad_enter_type 1)
  hz-check: 4 rows in = 1 used + 0 left out + 3 rejected (term_too_long 1, bad_integer 1, code_short 1)
  [1]
  $ hz-unearned --as-of 2024-06-30 passed.csv
  count,contribution,earned,unearned
  1,60.00,29.84,30.16
  $ hz-unearned --as-of 2024-06-30 --by member n.csv
  hz-unearned: n.csv:2:15: end: "2999-12-31" is more than a hundred years after the start: expected the last day of the cover
  hz-unearned: n.csv:4:1: member: "1.*********" is a number in the short form of a workbook, which has lost digits: enter the column as text
  hz-unearned: 4 rows in = 2 used + 0 left out + 2 rejected (term_too_long 1, code_short 1)
  member,count,contribution,earned,unearned
  M2,1,60.00,29.84,30.16
  M4,1,60.00,29.84,30.16
  total,2,120.00,59.67,60.33
  [1]
  $ printf 'claim,event,transaction,paid,ex_gratia\nC1,2023-03-01,2023-05-01,100,True\nC2,2023-03-01,2023-05-01,40,f\n' | hz-check claims --fix
  hz-check: <stdin>:2:30: ex_gratia: fixed: "True" is now 1
  hz-check: <stdin>:3:29: ex_gratia: fixed: "f" is now 0
  hz-check: fixed: 2 (flag_form 2)
  claim,event,transaction,paid,ex_gratia
  C1,2023-03-01,2023-05-01,100,1
  C2,2023-03-01,2023-05-01,40,0

Where a comma is the decimal sign, 60.00 is no amount in any command, for 1.060 is one thousand and sixty:

  $ printf 'start;end;contribution\n2024-01-01;2024-12-31;60.00\n2024-01-01;2024-12-31;1.060\n' > p.csv
  $ hz-unearned --as-of 2024-06-30 --decimal-comma p.csv
  hz-unearned: p.csv:2:23: contribution: "60.00" is not one number: expected plain digits, or groups of three
  hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (bad_money 1)
  count,contribution,earned,unearned
  1,1060.00,527.10,532.90
  [1]
  $ hz-check members --decimal-comma --fix p.csv
  hz-check: p.csv:2:23: contribution: "60.00" is not one number: expected plain digits, or groups of three
  hz-check: p.csv:3:23: contribution: fixed: "1.060" is now 1060.00
  hz-check: fixed: 1 (money_form 1)
  hz-check: 2 rows in = 1 used + 0 left out + 1 rejected (bad_money 1)
  start;end;contribution
  2024-01-01;2024-12-31;1060.00
  [1]

A header in a file where each row is refused is looked for without a look at all names (the sentence of a
finding is built only where it is shown, which changes nothing of the counts):

  $ (echo start,end,contribution; yes x,y,z | head -n 3000; echo start,end,contribution) > refused.csv
  $ for b in 1 5000 1048576; do hz-unearned --as-of 2024-06-30 --block $b refused.csv 2>&1 | md5sum; done | uniq | wc -l
  1
  $ hz-unearned --as-of 2024-06-30 refused.csv 2>&1 | tail -n 4
  hz-unearned: fixed: 1 (repeated_header 1)
  hz-unearned: 3001 rows in = 0 used + 1 left out + 3000 rejected (bad_date 3000)
  count,contribution,earned,unearned
  0,0.00,0.00,0.00
  $ hz-unearned -q --as-of 2024-06-30 --reject r.csv refused.csv > out 2>&1; grep -c '""x"" is not a date' r.csv
  3000

Amounts in another unit than yuan, by the name of their column; a hint of another delimiter than the file's; a
delimiter that nobody guesses; the same header in another language, which is left out as the same; line ends
of old machines:

  $ printf 'start,end,会费（单位：万元）\n2024-01-01,2024-12-31,0.006\n' | hz-check members
  hz-check: <stdin>:1: the column "会费（单位：万元）" is in 万元: amounts are read in yuan (元): convert them, and take the unit out of the name
  [1]
  $ printf 'claim,event,transaction,paid,case_estimate(千元)\n1,2023-03-01,2023-05-01,100,1\n' | hz-triangle
  hz-triangle: <stdin>:1: the column "case_estimate(千元)" is in 千元: amounts are read in yuan (元): convert them, and take the unit out of the name
  [1]
  $ printf 'sep=|\nstart;end;contribution\n2024-01-01;2024-12-31;60\n' | u
  1,60.00,29.84,30.16
  $ printf 'start^end^contribution\n2024-01-01^2024-12-31^60\n' | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:1: this is no header: it is one field, and no known column (wanted "start"; --delimiter SIGN says what splits it, --header-row N names its line)
  [1]
  $ printf 'start^end^contribution\n2024-01-01^2024-12-31^60\n' | u --delimiter '^'
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n生效日期,到期日期,会费\n2024-01-01,2024-12-31,60\n' | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:2: fixed: the header once more: left out
  hz-unearned: fixed: 1 (repeated_header 1)
  count,contribution,earned,unearned
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n到期日期,生效日期,会费\n2024-12-31,2024-01-01,60\n' | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:2: another header: the rows behind it would be read by the wrong columns. Split the file here
  [1]
  $ printf 'origin,development,value\r2021,1,5\r' | hz-reserve
  hz-reserve: <stdin>:1: lines end with a lone carriage return: use tr '\r' '\n' < FILE | ...
  [1]

In a small table, a row that is lost is no zero, so that a stray quote ends the run with its line; so does a
row of totals in a triangle:

  $ printf 'origin,development,value\n2021,1,"5\n2021,2,7\n2022,1,6\n' | hz-reserve
  hz-reserve: <stdin>:2:8: a quote is opened and never closed: double a quote that is meant, take out one that is not
  [1]
  $ printf 'office,origin,development,value\n"A,2021,1,5\nA,2021,2,7\nB",2022,1,6\n' | hz-reserve --by office
  hz-reserve: <stdin>:2:1: a quote is opened here, and what it holds looks like rows: double a quote that is meant, take out one that is not
  [1]
  $ printf 'origin,development,value\n2021,1,5\n2021,2,7\n2022,1,6\n合计：,,18\n' | hz-reserve
  hz-reserve: <stdin>:5:1: this row looks like the sum of the others: leave it out
  [1]
  $ printf 'origin,1,2\n2021,5,7\n2022,6,\nTotal:,11,7\n' | hz-reserve
  hz-reserve: <stdin>:4:1: this row looks like the sum of the others: leave it out
  [1]

A workbook that is locked by a password is a compound file with a stream of the name EncryptedPackage:

  $ (printf '\320\317\021\340'; head -c 508 /dev/zero; printf EncryptedPackage | iconv -t UTF-16LE; printf '\0\0') > locked.xlsx
  $ hz-unearned --as-of 2024-06-30 locked.xlsx
  hz-unearned: locked.xlsx: this workbook is locked by a password: open it in its program, and save it without one
  [1]
  $ (printf '\320\317\021\340'; head -c 2000 /dev/zero) | hz-reserve
  hz-reserve: <stdin>: this is an old .xls workbook, not CSV: use soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' FILE
  [1]

All faults of a row are in --findings, its messages and counts have the first:

  $ printf 'start,end,contribution\nx,y,z\n' | hz-check members --findings f.csv
  hz-check: <stdin>:2:5: contribution: "z" is not an amount: expected yuan in plain digits, such as 1234.50
  hz-check: 1 rows in = 0 used + 0 left out + 1 rejected (bad_money 1)
  start,end,contribution
  [1]
  $ cut -d, -f 1-4 f.csv
  line,column,field,code
  2,5,contribution,bad_money
  2,1,start,bad_date
  2,3,end,bad_date

Rejected rows of two files:

  $ printf 'start,end,contribution\nx,2024-12-31,60\n' > a.csv; printf 'contribution,end,start\n60,y,2024-01-01\n' > b.csv
  $ hz-unearned -q --as-of 2024-06-30 --reject r.csv a.csv b.csv && false; cut -d, -f 1-3,7- r.csv
  hz-unearned: 2 rows in = 0 used + 0 left out + 2 rejected (bad_date 2)
  count,contribution,earned,unearned
  0,0.00,0.00,0.00
  reject_code,reject_file,reject_line,start,end,contribution
  bad_date,a.csv,2,x,2024-12-31,60
  reject_code,reject_file,reject_line,contribution,end,start
  bad_date,b.csv,2,60,y,2024-01-01

Out again:

  $ printf 'start,end,contribution\n'"$one" | hz-unearned --as-of 2024-06-30 --bom | head -c 8 | od -An -c
   357 273 277   c   o   u   n   t
  $ printf 'start,end,contribution,office\n2024-01-01,2024-12-31,60,=1+1\n' | hz-unearned --as-of 2024-06-30 --by office --safe-cells
  office,count,contribution,earned,unearned
  '=1+1,1,60.00,29.84,30.16
  total,1,60.00,29.84,30.16
  $ printf "start,end,contribution,note,back\n2024-01-01,2024-12-31,60,\"@a,b\",-5\n" | hz-check members --safe-cells
  start,end,contribution,note,back
  2024-01-01,2024-12-31,60,"'@a,b",-5
  $ printf 'start,end,contribution\n'"$one" | hz-unearned --as-of 2024-06-30 -f jsonl
  {"count":1,"contribution":60.00,"earned":29.84,"unearned":30.16}
