Workbooks in and out. Those in tests/workbooks were made by openpyxl, XlsxWriter and LibreOffice, as
their make.py says: a merged title over the header, a hidden row and a filter, an identity number typed
as a number, a formula, a day that is none, and a second sheet.

  $ cp "$ROOT"/tests/workbooks/*.xlsx .

In the shared strings of openpyxl, with days as days. Of the four covers, two are half over on 30 June
(181 of 365 days): 99 x 181 / 365 is 49.09, 99.50 x 181 / 365 is 49.34. A formula that nobody has computed
is no amount:

  $ hz-unearned --as-of 2022-06-30 roster_openpyxl.xlsx
  hz-unearned: roster_openpyxl.xlsx:名单: the sheet "名单" is read, of 2 (--sheet NAME reads another: notes); line 2 is the header; what stands before it is skipped (--header-row N says otherwise)
  hz-unearned: roster_openpyxl.xlsx:名单!F5: contribution: "=99+1" is not an amount: expected yuan in plain digits, such as 1234.50
  hz-unearned: roster_openpyxl.xlsx:名单!D6: start: "2022-02-30" is not a date (expected YYYY-MM-DD)
  hz-unearned: roster_openpyxl.xlsx:名单: rows hidden: 1 (a filter is set), the first is row 3; they are read like the others; numbers of more than 15 digits: 1, the first is B4; the workbook has damaged them: enter the column as text; formulas without a value: 1, the first is F5; open the workbook in its program and save it
  hz-unearned: 4 rows in = 2 used + 0 left out + 2 rejected (bad_money 1, bad_date 1)
  count,contribution,earned,unearned
  2,198.50,98.43,100.07
  [1]
  $ hz-unearned --as-of 2022-06-30 --quiet --reject rejected.csv - < roster_openpyxl.xlsx
  hz-unearned: 4 rows in = 2 used + 0 left out + 2 rejected (bad_money 1, bad_date 1)
  count,contribution,earned,unearned
  2,198.50,98.43,100.07
  [1]
  $ cat rejected.csv
  reject_code,reject_file,reject_line,reject_column,reject_field,reject_message,member,id_no,plan,start,end,contribution
  bad_money,<stdin>,5,6,contribution,"""=99+1"" is not an amount: expected yuan in plain digits, such as 1234.50",M3,,hospital,2022-01-01,2022-12-31,=99+1
  bad_date,<stdin>,6,4,start,"""2022-02-30"" is not a date (expected YYYY-MM-DD)",M4,,hospital,2022-02-30,2022-12-31,99
  $ cat roster_openpyxl.xlsx | hz-unearned --as-of 2022-06-30 --quiet
  hz-unearned: 4 rows in = 2 used + 0 left out + 2 rejected (bad_money 1, bad_date 1)
  count,contribution,earned,unearned
  2,198.50,98.43,100.07
  [1]

LibreOffice has computed the formula, 100.00. The other workbook counts its days from 1904:

  $ hz-unearned --as-of 2022-06-30 --quiet roster_libreoffice.xlsx
  hz-unearned: 4 rows in = 3 used + 0 left out + 1 rejected (bad_date 1)
  count,contribution,earned,unearned
  3,298.50,148.02,150.48
  [1]
  $ hz-unearned --as-of 2022-06-30 --quiet roster_1904.xlsx
  hz-unearned: 4 rows in = 2 used + 0 left out + 2 rejected (bad_money 1, bad_date 1)
  count,contribution,earned,unearned
  2,198.50,98.43,100.07
  [1]

A number typed into the column of identity numbers:

  $ hz-check members roster_openpyxl.xlsx 2>&1 > /dev/null | grep -e 'B4' -e digits
  hz-check: roster_openpyxl.xlsx:名单!B4: id_no: "4.4030**********E+17" is damaged by a workbook, which keeps 15 digits: enter the column as text
  hz-check: roster_openpyxl.xlsx:名单!F5: contribution: "=99+1" is not an amount: expected yuan in plain digits, such as 1234.50
  hz-check: roster_openpyxl.xlsx:名单: rows hidden: 1 (a filter is set), the first is row 3; they are read like the others; numbers of more than 15 digits: 1, the first is B4; the workbook has damaged them: enter the column as text; formulas without a value: 1, the first is F5; open the workbook in its program and save it

A triangle as people draw it, in the second sheet: its factors are 320/210 and 165/150.

  $ hz-reserve --sheet paid wide_xlsxwriter.xlsx
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2020,165.00,1.000000,165.00,0.00,,
  2021,170.00,1.100000,187.00,17.00,,
  2022,121.50,1.676190,203.66,82.16,,
  total,456.50,,555.66,99.16,,
  $ hz-reserve --sheet Paid wide_xlsxwriter.xlsx
  hz-reserve: wide_xlsxwriter.xlsx: there is no sheet "Paid"; the workbook has: notes,paid
  try: hz-reserve --help
  [2]
  $ hz-reserve wide_xlsxwriter.xlsx
  hz-reserve: wide_xlsxwriter.xlsx:notes: the sheet "notes" is read, of 2 (--sheet NAME reads another: paid)
  hz-reserve: wide_xlsxwriter.xlsx:notes: there is no column "origin"; the header has: none that is known, of 1: is it a header?
  [1]
  $ printf 'origin,development,value\n2020,1,2\n' | hz-reserve --sheet paid
  hz-reserve: <stdin>: --sheet "paid": this is no workbook (.xlsx)
  try: hz-reserve --help
  [2]
  $ printf 'member,start,end,contribution\n' | hz-unearned --as-of 2022-06-30 --sheet paid
  hz-unearned: <stdin>: --sheet "paid": this is no workbook (.xlsx)
  try: hz-unearned --help
  [2]

Tables as workbooks are read as the CSV is, and the same table is the same bytes:

  $ hz-triangle --origin event --grain Y --measure paid --as-of 2024-12-31 "$ROOT/data/sample/claims.csv" > triangle.csv
  $ hz-triangle --origin event --grain Y --measure paid --as-of 2024-12-31 -f xlsx -o triangle.xlsx "$ROOT/data/sample/claims.csv"
  $ hz-triangle --origin event --grain Y --measure paid --as-of 2024-12-31 -f xlsx "$ROOT/data/sample/claims.csv" | cmp - triangle.xlsx
  $ hz-reserve triangle.csv > by_csv
  $ hz-reserve triangle.xlsx | cmp - by_csv

Workbooks that are cut off, and what only looks like one:

  $ head -c 3000 roster_openpyxl.xlsx | hz-unearned --as-of 2022-06-30
  hz-unearned: <stdin>: the workbook or zip file is damaged or cut off: save it again, or fetch it anew
  [1]
  $ head -c 3000 triangle.xlsx > cut.xlsx; hz-reserve cut.xlsx
  hz-reserve: cut.xlsx: the workbook or zip file is damaged or cut off: save it again, or fetch it anew
  [1]
  $ printf 'PK\003\004' | hz-reserve
  hz-reserve: <stdin>: the workbook or zip file is damaged or cut off: save it again, or fetch it anew
  [1]

For pages and notes:

  $ printf 'year,amount\n2021,100\n2022,110\n2023,121\n' > years.csv
  $ hz-growth -f md years.csv
  | series | method     | base_year | last_year | years | rate_percent |
  | ------ | ---------- | --------: | --------: | ----: | -----------: |
  | amount | level      |      2021 |      2023 |     2 |      10.0000 |
  | amount | cumulative |      2021 |      2023 |     2 |      10.0000 |
  | amount | arithmetic |      2021 |      2023 |     2 |      10.0000 |
  $ hz-growth -f html years.csv
  <table>
  <caption>growth</caption>
  <thead>
  <tr><th scope="col">series</th><th scope="col">method</th><th scope="col">base_year</th><th scope="col">last_year</th><th scope="col">years</th><th scope="col">rate_percent</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row">amount</th><td>level</td><td style="text-align: right">2021</td><td style="text-align: right">2023</td><td style="text-align: right">2</td><td style="text-align: right">10.0000</td></tr>
  <tr><th scope="row">amount</th><td>cumulative</td><td style="text-align: right">2021</td><td style="text-align: right">2023</td><td style="text-align: right">2</td><td style="text-align: right">10.0000</td></tr>
  <tr><th scope="row">amount</th><td>arithmetic</td><td style="text-align: right">2021</td><td style="text-align: right">2023</td><td style="text-align: right">2</td><td style="text-align: right">10.0000</td></tr>
  </tbody>
  </table>
  $ hz-growth -f jsonl years.csv
  {"series":"amount","method":"level","base_year":2021,"last_year":2023,"years":2,"rate_percent":10.0000}
  {"series":"amount","method":"cumulative","base_year":2021,"last_year":2023,"years":2,"rate_percent":10.0000}
  {"series":"amount","method":"arithmetic","base_year":2021,"last_year":2023,"years":2,"rate_percent":10.0000}

LibreOffice's own workbooks are read as the CSV they were made of is; ours are read by it; and what is told for its other
formats works as it is told:

needs: soffice

  $ convert() { soffice --headless --convert-to "$@" >/dev/null 2>&1; }
  $ hz-simulate members --rows 300 > m.csv; hz-simulate claims --rows 300 > c.csv; convert xlsx m.csv c.csv
  $ hz-unearned --as-of 2022-12-31 --by plan,office m.xlsx | cmp - <(hz-unearned --as-of 2022-12-31 --by plan,office m.csv)
  $ hz-triangle --by plan c.xlsx | cmp - <(hz-triangle --by plan c.csv)
  $ printf 'origin,development,value\n2019,1,100.50\n2019,2,150.25\n2020,1,110\n' > t.csv; mkdir back
  $ hz-reserve -f xlsx -o r.xlsx t.csv; convert csv --outdir back r.xlsx; cut -d, -f 1-3,5 back/r.csv
  origin,latest,development_to_ultimate,ibnr
  2019,150.25,1,0
  2020,110,1.495025,54.45
  total,260.25,,54.45
  $ for kind in ods xls; do convert $kind --outdir back t.csv; told=$(hz-reserve back/t.$kind 2>&1 | sed -n 's/.*: use //p')
  >   eval "${told/FILE/--outdir again back/t.$kind}" >/dev/null 2>&1; hz-reserve again/t.csv | cmp - <(hz-reserve t.csv); done

needs:
