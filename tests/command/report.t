A document of a description: prose, a table, a figure that is quoted, and behind the table the command, the
input and its digest. 76,041.36 and 24,831.31 are the reserve and error that hz-reserve prints:

  $ cp "$ROOT"/data/sample/claims.csv "$ROOT"/data/sample/members.csv .
  $ sha() { sed -E 's/[0-9a-f]{64}/SHA-256/g'; }
  $ cat >reserve.yaml <<'END'
  > title: Reserve at the end of {{ year }}
  > inputs: {claims: claims.csv}
  > parameters: {year: 2024}
  > parts:
  >   - heading: Reserve
  >     text: |
  >       It is **{{ reserve.total.ibnr }}**, with an error of {{ reserve.total.se | wan 1 }};
  >       cv {{ reserve.last.cv }}, of {{ reserve.@year.latest | 0 }} paid.
  >   - name: reserve
  >     heading: By year
  >     run: hz-triangle --as-of={{ year }}-12-31 {{ claims }} | hz-reserve --method=mack
  >     columns: [origin, latest, ultimate, ibnr, se]
  >     where: {origin: "!2020"}
  >     picture: true
  >     definition: IBNR is the ultimate less the latest.
  >     source: Mack (1993)
  >   - sign: [Prepared by, Reviewed by]
  > END
  $ hz-report --format md reserve.yaml | sha
  # Reserve at the end of 2024
  
  ## Reserve
  
  It is **76,041.36 yuan**, with an error of 2.5 ten thousand yuan;
  cv 0.3266, of 136,194 yuan paid.
  
  ## By year
  
  | Origin | Paid to date (yuan) | Ultimate (yuan) | Reserve (yuan) | Standard error (yuan) |
  | --- | ---: | ---: | ---: | ---: |
  | 2021 | 131,850.66 | 131,850.66 | 0.00 | 0.00 |
  | 2022 | 153,720.08 | 153,720.08 | 0.00 | 0.00 |
  | 2023 | 156,486.79 | 160,847.98 | 4,361.19 | 1,279.81 |
  | 2024 | 136,193.67 | 207,873.84 | 71,680.17 | 24,771.91 |
  | total | 652,216.80 | 728,258.16 | 76,041.36 | 24,831.31 |
  
  IBNR is the ultimate less the latest.
  
  ```sh
  hz-triangle --as-of=2024-12-31 claims.csv |
      hz-reserve --method=mack
  ```
  
  `claims.csv` SHA-256 `SHA-256`
  
  Prepared by: ____________________
  
  Reviewed by: ____________________
  $ hz-report reserve.yaml --no-pictures -o report.html
  $ sed -n '/<main>/,/<section id="proof">/p' report.html | sha
  <main>
  <section id="p-part-1">
  <h2>Reserve</h2>
  <p>It is <strong><a class="figure" href="#p-reserve">76,041.36 yuan</a></strong>, with an error of <a class="figure" href="#p-reserve">2.5 ten thousand yuan</a>;
  cv <a class="figure" href="#p-reserve">0.3266</a>, of <a class="figure" href="#p-reserve">136,194 yuan</a> paid.</p>
  </section>
  <section id="p-reserve">
  <h2>By year</h2>
  <figure class="table">
  <div class="scroll">
  <table>
  <caption>Table 1. By year</caption>
  <thead>
  <tr><th scope="col">Origin</th><th scope="col" class="n">Paid to date (yuan)</th><th scope="col" class="n">Ultimate (yuan)</th><th scope="col" class="n">Reserve (yuan)</th><th scope="col" class="n">Standard error (yuan)</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row">2021</th><td class="n">131,850.66</td><td class="n">131,850.66</td><td class="n">0.00</td><td class="n">0.00</td></tr>
  <tr><th scope="row">2022</th><td class="n">153,720.08</td><td class="n">153,720.08</td><td class="n">0.00</td><td class="n">0.00</td></tr>
  <tr><th scope="row">2023</th><td class="n">156,486.79</td><td class="n">160,847.98</td><td class="n">4,361.19</td><td class="n">1,279.81</td></tr>
  <tr><th scope="row">2024</th><td class="n">136,193.67</td><td class="n">207,873.84</td><td class="n">71,680.17</td><td class="n">24,771.91</td></tr>
  <tr class="total"><th scope="row">total</th><td class="n">652,216.80</td><td class="n">728,258.16</td><td class="n">76,041.36</td><td class="n">24,831.31</td></tr>
  </tbody>
  </table>
  </div>
  </figure>
  <details class="proof">
  <summary>Definition, commands and inputs</summary>
  <dl>
  <dt>Definition</dt>
  <dd><p>IBNR is the ultimate less the latest.</p>
  </dd>
  <dt>Source of the method</dt>
  <dd><p>Mack (1993)</p>
  </dd>
  <dt>Commands</dt>
  <dd><code>hz-triangle --as-of=2024-12-31 claims.csv | hz-reserve --method=mack</code></dd>
  <dt>Inputs and their SHA-256 digests</dt>
  <dd><code>claims.csv</code> (130138 Bytes) <code>SHA-256</code></dd>
  </dl>
  </details>
  </section>
  <section id="p-part-3">
  <table class="sign">
  <thead>
  <tr><th scope="col">Role</th>
  <th scope="col">Signature</th>
  <th scope="col">Date</th>
  </tr>
  </thead>
  <tbody>
  <tr><th scope="row">Prepared by</th>
  <td></td><td></td></tr>
  <tr><th scope="row">Reviewed by</th>
  <td></td><td></td></tr>
  </tbody>
  </table>
  </section>
  </main>
  <section id="proof">
  $ hz-audit verify report.html | cut -d, -f1-4
  manifest,program,item,verdict
  report.html,hz-triangle,input claims.csv,same
  report.html,hz-triangle,output result,same
  report.html,hz-reserve,input <stdin>,same
  report.html,hz-reserve,output result,same
  report.html,hz-report,page,same

The same bytes again, and from another folder, with the input as it is seen from there; a workbook:

  $ hz-report --no-pictures reserve.yaml | cmp - report.html && echo same
  same
  $ mkdir -p here; cp reserve.yaml here
  $ hz-report --no-pictures here/reserve.yaml
  hz-report: here/reserve.yaml:11:10: run: part reserve: hz-triangle has failed (status 3): hz-triangle: claims.csv: cannot open: No such file or directory
  [3]
  $ hz-report --no-pictures -i claims=claims.csv here/reserve.yaml -f md | grep -v SHA | sed -n '3p;/^hz-triangle/p'
  ## Reserve
  hz-triangle --as-of=2024-12-31 ../claims.csv |
  $ (cd here && hz-report --no-pictures --input claims="$PWD/../claims.csv" ../here/reserve.yaml -f md | sed -n 3p)
  ## Reserve
  $ hz-report reserve.yaml --set year=2023 -f xlsx | hz-growth --sheet '2 By year' 2>&1 | cut -c1-70
  hz-growth: <stdin>:2 By year: there is no column "year"; the header ha
  $ ln -s ../claims.csv here/claims.csv
  $ hz-report --no-pictures here/reserve.yaml 2>&1 | sed -E 's/folder .*cwd/folder DIR/'
  hz-report: here/reserve.yaml:11:10: run: part reserve: hz-triangle: claims.csv: lies outside of the folder DIR/here of the file that names it: it is read only with --allow-outside
  $ hz-report --no-pictures --allow-outside here/reserve.yaml -f md | sed -n 3p
  ## Reserve

What was changed since, in the page, in an input, in the description that it holds:

  $ sed 's/76,041.36/76,041.37/' report.html >forged.html; hz-audit verify forged.html 2>/dev/null | tail -n 1 | cut -d, -f2-5 | sha
  hz-report,"page, line 71",differs
  $ sed 's/end of {{ year/End of {{ year/' report.html >forged.html; hz-audit verify forged.html 2>/dev/null | tail -n 1 | cut -d, -f2-5 | sha
  hz-report,"page, line 9",differs
  $ sed 's/--method=mack<\/code>/--method=odp<\/code>/' report.html >forged.html; hz-audit verify forged.html 2>/dev/null | tail -n 1 | cut -d, -f2-5 | sha
  hz-report,"page, line 103",differs
  $ sed '/^    run:/s/mack/odp/' report.html >forged.html; hz-audit verify forged.html 2>/dev/null | tail -n 1 | cut -d, -f2-5 | sha
  hz-reserve,arguments,differs,"[""--format=csv""
  $ sed 's/class="hz-manifest"/class="manifest"/' report.html >forged.html; hz-audit verify forged.html 2>&1 | tail -n 1 | sha
  hz-audit: reserve.yaml:11:10: run: part reserve: its manifest is missing
  $ sed '/hz-description/d' report.html >forged.html; hz-audit verify forged.html
  hz-audit: forged.html: this is no report that hz-report has written, or a part of one: its description is missing
  [1]
  $ cp claims.csv kept; sed -i '3s/600.00/600.01/' claims.csv; hz-audit verify report.html 2>/dev/null | tail -n 1 | cut -d, -f2-4 | sha; mv kept claims.csv
  hz-triangle,input claims.csv: sha256,differs
  $ hz-audit verify report.html report.html 2>&1 | tail -n 1
  try: hz-audit --help

Text is text: HTML in prose, in cells and in names is shown, not run; a picture by address is a link, and a
link does nothing but lead away:

  $ printf 'year,x\n2023,1\n2024,2\n' | sed '1s/x/"<b>x<\/b>"/' >years.csv
  $ cat >html.yaml <<'END'
  > title: <script>alert(1)</script> & more
  > parts:
  >   - heading: "\"<i>\""
  >     text: |
  >       A <b onclick="x()">bold</b> word, ![p](http://a.example/p.png), [l](javascript:alert(1)), `{{ t.last.level }}`.
  > 
  >       <script>alert(2)</script>
  >   - name: t
  >     caption: <u>
  >     run: hz-growth --year-on-year years.csv
  > END
  $ hz-report html.yaml | grep -v '^[ *a-z.:@{}].*{' | sed -n '/<title>/p;/<main>/,/<\/tbody>/p' | cut -c1-150
  <title>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</title>
  <main>
  <section id="p-part-1">
  <h2>&quot;&lt;i&gt;&quot;</h2>
  <p>A &lt;b onclick=&quot;x()&quot;&gt;bold&lt;/b&gt; word, <a href="http://a.example/p.png">p</a>, <a href="">l</a>, <code>2</code>.</p>
  <p>&lt;script&gt;alert(2)&lt;/script&gt;
  </p>
  </section>
  <section id="p-t">
  <figure class="table">
  <div class="scroll">
  <table>
  <caption>Table 1. &lt;u&gt;</caption>
  <thead>
  <tr><th scope="col">Series</th><th scope="col">Year</th><th scope="col" class="n">Level</th><th scope="col" class="n">Growth (%)</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row">&lt;b&gt;x&lt;/b&gt;</th><th scope="row">2023</th><td class="n">1</td><td class="n"></td></tr>
  <tr><th scope="row">&lt;b&gt;x&lt;/b&gt;</th><th scope="row">2024</th><td class="n">2</td><td class="n">100.0000</td></tr>
  </tbody>
  $ hz-report html.yaml | sed 's/hz-report 1//' | grep -ciE '<(script|img|iframe|object|embed|u|i|b)[ >]|src=|http-equiv="refresh'
  0
  [1]

What a report quotes for a shell is one word to it, and a line; Markdown has the same text:

  $ cat >words.yaml <<'END'
  > title: "<b>t</b>\nsecond # line"
  > parts:
  >   - name: w
  >     heading: <img src=x onerror=alert(1)>
  >     run: hz-growth --method=level {{ file }}
  >   - sign: ["<i>"]
  > inputs: {file: "a'; touch taken; '.csv"}
  > END
  $ printf 'year,x\n2023,1\n2024,2\n' | tee "a'; touch taken; '.csv" >"$(printf 'b`\n```\n<b>.csv')"
  $ hz-report -f md words.yaml | sha; hz-report words.yaml | grep -F 'touch taken' | head -n 1
  # &lt;b>t&lt;/b> second # line
  
  ## &lt;img src=x onerror=alert(1)>
  
  | Series | Method | Base year | Last year | Number of years | Rate (%) |
  | --- | --- | --- | --- | --- | ---: |
  | x | level | 2023 | 2024 | 1 | 100.0000 |
  
  ```sh
  hz-growth --method=level 'a'\''; touch taken; '\''.csv'
  ```
  
  `a'; touch taken; '.csv` SHA-256 `SHA-256`
  
  &lt;i>: ____________________
  <dd><code>hz-growth --method=level &#39;a&#39;\&#39;&#39;; touch taken; &#39;\&#39;&#39;.csv&#39;</code></dd>
  $ eval "set -- $(hz-report -f md words.yaml | sed -n 's/^hz-growth //p')"; printf '%s|' "$@"; ls taken
  --method=level|a'; touch taken; '.csv|ls: cannot access 'taken': No such file or directory
  [2]
  $ hz-report -f md words.yaml -i "file=$(printf 'b`\n```\n<b>.csv')" | sed -n '/sh$/,/SHA/p' | sha
  ```sh
  hz-growth --method=level $'b`\x0a```\x0a<b>.csv'
  ```
  
  `` b`?```?<b>.csv `` SHA-256 `SHA-256`

Units, rows and columns of a table, and a table that is spread out; what is no amount is left as it is:

  $ cat >tables.yaml <<'END'
  > title: 表
  > language: zh
  > unit: wan
  > inputs: {claims: claims.csv}
  > parts:
  >   - run: hz-years claims --count=claims --by=plan {{ claims }}
  >     where: {year: 2024}
  >     columns: [plan, claims, amount, mean_claim]
  >     sort: -amount
  >     first: 3
  >     rank: true
  >   - run: hz-triangle --as-of=2024-12-31 {{ claims }}
  >     across: development
  >     cells: value
  >   - run: hz-triangle --as-of=2024-12-31 {{ claims }} | hz-reserve --method=mack --factors
  >   - run: hz-triangle --as-of=2024-12-31 {{ claims }} | hz-reserve --method=mack
  >     where: {origin: 2023..}
  >     unit: yuan
  > END
  $ hz-report tables.yaml --format=md | grep '^|'
  | 位次 | 计划 | 案件数 | 金额（万元） | 案均金额（元） |
  | --- | --- | ---: | ---: | ---: |
  | 1 | hospital | 94 | 10.31 | 1,096.28 |
  | 2 | critical3 | 2 | 3.00 | 15,000.00 |
  | 3 | critical | 2 | 2.00 | 10,000.00 |
  | 出险期 | 1 | 2 | 3 | 4 | 5 |
  | --- | ---: | ---: | ---: | ---: | ---: |
  | 2020 | 4.41 | 7.23 | 7.40 | 7.40 | 7.40 |
  | 2021 | 8.29 | 12.90 | 13.19 | 13.19 |  |
  | 2022 | 11.76 | 14.85 | 15.37 |  |  |
  | 2023 | 9.64 | 15.65 |  |  |  |
  | 2024 | 13.62 |  |  |  |  |
  | 年龄或进展期 | 因子 | 标准误 | 西格玛 | 累计进展因子 |
  | --- | ---: | ---: | ---: | ---: |
  | 1 | 1.484927 | 0.094363 | 55.099064 | 1.526311 |
  | 2 | 1.027869 | 0.004547 | 2.689155 | 1.027869 |
  | 3 | 1.000000 | 0.000000 | 0.000000 | 1.000000 |
  | 4 | 1.000000 | 0.000000 | 0.000000 | 1.000000 |
  | 5 | 1.000000 | 0.000000 | 0.000000 | 1.000000 |
  | 出险期 | 最近累计额（元） | 至最终进展因子 | 最终额（元） | 未决准备金（元） | 标准误（元） | 变异系数 |
  | --- | ---: | ---: | ---: | ---: | ---: | ---: |
  | 2023 | 156,486.79 | 1.027869 | 160,847.98 | 4,361.19 | 1,279.81 | 0.2935 |
  | 2024 | 136,193.67 | 1.526311 | 207,873.84 | 71,680.17 | 24,771.91 | 0.3456 |
  | 合计 | 652,216.80 |  | 728,258.16 | 76,041.36 | 24,831.31 | 0.3266 |

Where a figure comes from, behind it, is no period of occurrence:

  $ cp "$ROOT"/data/classical_synthetic.yaml .
  $ printf 'title: t\nlanguage: zh\ninputs: {terms: classical_synthetic.yaml}\nparts:\n  - run: hz-fund --classical={{ terms }}\n' >terms.yaml
  $ hz-report terms.yaml --format=md | grep -m 1 '^|'
  | 数量 | 数值 | 来源 |

Rejected records are told in the report, and the status is 1; --strict writes none:

  $ (head -n 3 members.csv; sed -n 3p members.csv | sed 's/2021-01-01/2021-13-01/') >faulty.csv
  $ printf 'title: t\nparts:\n  - {name: m, run: hz-years members faulty.csv}\n' >faulty.yaml
  $ hz-report faulty.yaml -o faulty.html; echo $?; grep warning faulty.html | tail -n 1
  1
  <p class="note warning">Records read 3, rejected 1; bad_date 1</p>
  $ hz-report --strict faulty.yaml -o strict.html; echo $?; ls strict.html
  hz-report: faulty.yaml:3:20: run: part m: --strict: hz-years: faulty.csv:4:27: start: "2021-13-01" is not a date (expected YYYY-MM-DD)
  1
  ls: cannot access 'strict.html': No such file or directory
  [2]

What a description may not say; nothing is written then:

  $ try() { printf 'title: t\nparts:\n' >bad.yaml; cat >>bad.yaml; rm -f bad.html; hz-report "$@" bad.yaml -o bad.html; echo $?; ls bad.html 2>/dev/null || true; }
  $ try <<<'  - {txt: a}'
  hz-report: bad.yaml:3:11: txt: no such key here: did you mean "text"?; bad.yaml:3:5: a part has a "text", a pipeline ("run") or a box ("sign")
  1
  $ try <<<'  - {heading: a}'
  hz-report: bad.yaml:3:5: a part has a "text", a pipeline ("run") or a box ("sign")
  1
  $ try <<<'  - {text: a, sort: b}'
  hz-report: bad.yaml:3:5: columns, where, headings, sort, first, rank, caption and picture are of a table: they want "run"
  1
  $ try <<<'  - {text: a, needs: [x], otherwise: b}'
  hz-report: bad.yaml:3:5: needs: "x" is not among "optional"
  1
  $ printf 'title: [t]\nunit: fen\npart: []\n' >bad.yaml; hz-report bad.yaml
  hz-report: bad.yaml:1:8: title: a list, where a text is wanted; bad.yaml:2:7: unit: "fen", where one of yuan, wan, yi, none is wanted; bad.yaml:3:7: part: no such key here: did you mean "parts"?; bad.yaml:1:1: the key "parts" is missing
  [1]
  $ try <<<'  - {name: r, run: ls -l}'
  hz-report: bad.yaml:3:20: run: part r: "ls" is none of the commands that a report may run
  1
  $ try <<<'  - {name: r, run: /bin/sh x}'
  hz-report: bad.yaml:3:20: run: part r: "/bin/sh" is none of the commands that a report may run
  1
  $ try <<<'  - {name: r, run: hz-merge a.state}'
  hz-report: bad.yaml:3:20: run: part r: "hz-merge" is none of the commands that a report may run
  1
  $ try <<<'  - {name: r, run: hz-report reserve.yaml}'
  hz-report: bad.yaml:3:20: run: part r: "hz-report" is none of the commands that a report may run
  1
  $ try <<<'  - {name: r, run: hz-years members members.csv > x}'
  hz-report: bad.yaml:3:20: run: there is no shell, to which ">" means something: put it in quotes if it is a sign of a name
  1
  $ try <<<'  - {name: r, run: hz-years members $(id)}'
  hz-report: bad.yaml:3:20: run: there is no shell, to which "$" means something: put it in quotes if it is a sign of a name
  1
  $ try <<<'  - {name: r, run: "hz-years members members.csv |"}'
  hz-report: bad.yaml:3:20: run: a command is missing between pipe signs
  1
  $ try <<<"  - {name: r, run: hz-years 'members}"
  hz-report: bad.yaml:3:20: run: a quote has no end: '
  1
  $ try <<<'  - {name: r, run: hz-years members --out=x members.csv}'
  hz-report: bad.yaml:3:20: run: part r: hz-years: "--out=x": no option that shapes what hz-years prints
  1
  $ try <<<'  - {name: r, run: hz-years members --reject=x members.csv}'
  hz-report: bad.yaml:3:20: run: part r: hz-years: "--reject=x": no option that shapes what hz-years prints
  1
  $ try <<<'  - {name: r, run: hz-years members -b plan members.csv}'
  hz-report: bad.yaml:3:20: run: part r: hz-years: "-b": expected --NAME=VALUE, or --NAME of a flag
  1
  $ try <<<'  - {name: r, run: hz-years members /etc/passwd}' 2>&1 | sed -E 's/folder .*cwd/folder DIR/'
  hz-report: bad.yaml:3:20: run: part r: hz-years: /etc/passwd: lies outside of the folder DIR of the file that names it: it is read only with --allow-outside
  1
  $ try <<<'  - {name: r, run: hz-years members none.csv}'
  hz-report: bad.yaml:3:20: run: part r: hz-years has failed (status 3): hz-years: none.csv: cannot open: No such file or directory
  3
  $ try <<<'  - {name: r, run: "hz-years members {{ none }}"}'
  hz-report: bad.yaml:3:20: run: {{ none }} is neither an input nor a parameter
  1
  $ try <<<'  - {name: r, run: hz-triangle claims.csv | hz-reserve --method=makc}' 2>&1 | cut -c1-100
  hz-report: bad.yaml:3:20: run: part r: hz-reserve: --method: "makc" is none of: chain-ladder, mack, 
  1
  $ printf 'origin,development,value\n1,1,2\n1,2,x\n' >odd.csv
  $ try <<<'  - {name: r, run: hz-reserve odd.csv}'
  hz-report: bad.yaml:3:20: run: part r: hz-reserve: odd.csv:3:5: value: "x" is not a number (expected 1234.5, without separators)
  1
  $ try <<<'  - {name: r, columns: [x], run: hz-triangle claims.csv}'
  hz-report: bad.yaml:3:5: the table has no column "x", only origin,development,value
  1
  $ try <<<'  - {name: r, across: development, cells: x, run: hz-triangle claims.csv}'
  hz-report: bad.yaml:3:5: the table has no column "x", only origin,development,value
  1
  $ try <<<'  - {name: r, across: plan, cells: claims, columns: [year], run: "hz-years claims --count=claims --by=plan,office claims.csv"}'
  hz-report: bad.yaml:3:5: across: two rows of the table have "accident" for one cell: name in "columns" what tells them apart
  1
  $ try <<<'  - {name: r, picture: pie, run: hz-triangle claims.csv}'
  hz-report: bad.yaml:3:34: run: part r: --draw "pie": this table is drawn as one of: link-ratios, development, lines
  1

A figure that does not exist, or is not one cell:

  $ quote() { try <<<"  - {name: r, show: nothing, run: hz-triangle --as-of=2024-12-31 claims.csv}
  >   - text: \"{{ $1 }}\""; }
  $ quote r.2020.1.value
  0
  bad.html
  $ quote 'r.development=2.origin=2021.value | 0'
  0
  bad.html
  $ quote r.2020.value
  hz-report: bad.yaml:4:5: {{ r.2020.value }}: is not one cell but 5 rows: name more of the first columns, or COLUMN=TEXT
  1
  $ quote r.2020.9.value
  hz-report: bad.yaml:4:5: {{ r.2020.9.value }}: the table has no such row
  1
  $ quote r.2020.1.amount
  hz-report: bad.yaml:4:5: {{ r.2020.1.amount }}: the table has no column "amount", only origin,development,value
  1
  $ quote q.2020.1.value
  hz-report: bad.yaml:4:5: {{ q.2020.1.value }}: no part has the name "q"; there are: r
  1
  $ quote r
  hz-report: bad.yaml:4:5: {{ r }}: is neither PART.ROW.COLUMN nor the name of an input or a parameter
  1
  $ quote 'r.2020.1.value | fen'
  hz-report: bad.yaml:4:5: {{ r.2020.1.value | fen }}: "fen": expected plain, yuan, wan, yi or a digit
  1
  $ quote r..value
  hz-report: bad.yaml:4:5: {{ r..value }}: expected PART.ROW.COLUMN or the name of a parameter
  1
  $ quote 'r.@year.1.value'
  hz-report: bad.yaml:4:5: {{ r.@year.1.value }}: there is no parameter "year"
  1
  $ try <<<'  - {text: "{{ a"}'
  hz-report: bad.yaml:3:5: "{{" has no "}}"
  1
  $ try <<<'  - {name: r, run: "hz-years claims claims.csv"}
  >   - text: "{{ r.first.beneficiaries }}"'
  hz-report: bad.yaml:4:5: {{ r.first.beneficiaries }}: is an empty cell
  1
  $ try <<<'  - {heading: "{{ r.first.year }}", name: r, run: "hz-years claims claims.csv"}' -f md
  0
  bad.html

Nobody's name or number is printed by chance:

  $ try <<<'  - {name: r, run: hz-years members --by=member members.csv}'
  hz-report: bad.yaml:3:5: part r: the column "member" names persons: it is printed only with --personal; or choose others in "columns"
  1
  $ try <<<'  - {name: r, columns: [year, enrolments], first: 1, run: hz-years members --by=member members.csv}'
  0
  bad.html
  $ try <<<'  - {text: 身份证号 11010519491231002X。}'
  hz-report: bad.yaml:3:5: part 1: the number of an identity card would be printed: it is printed only with --personal
  1
  $ try <<<'  - {text: number 110105194912310021 is none}'
  0
  bad.html
  $ printf 'title: t\nparts:\n  - {columns: [member], first: 1, run: hz-years members --by=member members.csv}\n' >persons.yaml
  $ hz-report --personal persons.yaml -f md | grep '^| M'
  | Member |
  | M0000000029 |

Inputs are given by name, once, and must be there:

  $ printf 'title: t\ninputs: {claims: }\nparameters: {year: }\noptional: [more]\nparts:\n  - {needs: [more], otherwise: no more, run: "hz-years claims {{ more }}"}\n  - {name: c, run: "hz-years claims {{ claims }}", where: {year: "{{ year }}"}}\n' >given.yaml
  $ hz-report given.yaml
  hz-report: given.yaml:2:18: claims: this report wants a file: --input claims=FILE
  try: hz-report --help
  [2]
  $ hz-report given.yaml --input claims=claims.csv
  hz-report: given.yaml:3:20: year: this report wants a value: --set year=VALUE
  try: hz-report --help
  [2]
  $ hz-report given.yaml --input claims=claims.csv,claims=claims.csv --set year=2024
  hz-report: --input: "claims" is given twice
  try: hz-report --help
  [2]
  $ hz-report given.yaml --input claim=claims.csv
  hz-report: --input: the description has no "claim", only: claims, more
  try: hz-report --help
  [2]
  $ hz-report given.yaml --input claims.csv
  hz-report: --input: "claims.csv": expected NAME=VALUE, with commas between them
  try: hz-report --help
  [2]
  $ hz-report given.yaml --input claims=claims.csv --set year=2024 --format md | sed -n '3p;/^|/p'
  no more
  | Year | Payments | Beneficiaries | Amount (yuan) | Mean payment (yuan) | Service cost (yuan) | Ex gratia payments | Ex gratia amount (yuan) |
  | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
  | 2024 | 207 |  | 201,553.17 | 973.69 | 0.00 | 1 | 911.78 |
  $ cp claims.csv 'a, b=c d.csv'; hz-report given.yaml --input 'claims=a, b=c d.csv,more=claims.csv' --set year=2024 --format md | grep -c '^|'
  10
  $ hz-report given.yaml other.yaml
  hz-report: expected one DESCRIPTION.yaml, not 2
  try: hz-report --help
  [2]
  $ hz-report given.yaml --year 2024
  hz-report: --year goes with --bulletin; of a description, --set year=2024
  try: hz-report --help
  [2]
  $ hz-report --timeout 1000 --memory 4000 given.yaml --input claims=none.csv --set year=2024
  hz-report: given.yaml:7:20: run: part c: hz-years has failed (status 3): hz-years: none.csv: cannot open: No such file or directory
  [3]

The bulletin of a year of two files and nothing else; with what it can be given beside:

  $ hz-report --bulletin members.csv claims.csv --year 2024 --no-pictures -o bulletin.html
  $ hz-audit verify bulletin.html | cut -d, -f4 | sort | uniq -c | sed 's/^ *//'
  29 same
  1 verdict
  $ sed -n '/<h2>Summary/,/<\/section>/p' bulletin.html | sed 's/<[^>]*>//g'
  Summary
  In 2024 there were 503 enrolments, of
  503 persons; their growth over the year before was
  11.53%. Contributions of
  38,039.00 yuan were received, a growth of
  13.96%.
  Aid was paid for 155 claims of 148 persons. It came
  to 201,553.17 yuan, a growth of
  54.90%, and to
  1,300.34 yuan a claim on average.
  
  $ printf 'office,province\n' >offices.csv; (cut -d, -f3 members.csv; cut -d, -f4 claims.csv) | grep -v office | sort -u | sed -E 's/^(..).*/&,\1/' >>offices.csv
  $ printf 'office,target\n' >targets.csv; cut -d, -f3 members.csv | grep -v office | sort -u | sed 's/$/,20/' >>targets.csv
  $ hz-report --lang zh --bulletin members.csv claims.csv --year 2024 --input offices=offices.csv,targets=targets.csv -f md | sed -n '/^全年计划/,/^$/p;/^| 61 /p'
  | 61 | 111 | 111 | 0.86 |
  | 61 | 27 | 27 | 3.92 | 1,450.13 |
  全年计划参保 740 人次，实际完成 503 人次，计划完成率
  67.97%。
  
  $ hz-report --bulletin members.csv --year 2024
  hz-report: --bulletin wants two files, MEMBERS and CLAIMS, not 1
  try: hz-report --help
  [2]
  $ hz-report --bulletin members.csv claims.csv
  hz-report: --bulletin wants --year YEAR
  try: hz-report --help
  [2]
  $ hz-report --bulletin members.csv claims.csv --year 1999
  hz-report: bulletin.en.yaml:33:10: run: part enrolled-growth: hz-growth: --to 1999: the table has the years 2020 to 2024
  [1]

A picture in a page is shapes and texts, drawn again when the page is verified; what does not come from gnuplot is
refused, or told where it is a drawing:

needs: gnuplot
  $ hz-report reserve.yaml -o pictured.html; hz-audit verify pictured.html | cut -d, -f3-4 | tail -n 2
  picture 1,same
  page,same
  $ for forged in 's/<svg/<svg onload=alert(1)/' "s/<svg/<svg\n onload = 'x'/" 's/<\/svg>/<script>alert(1)<\/script>&/' 's/<circle/<img src=x onerror=x>&/' \
  >     "s/<use /&HREF='http:\/\/a.example' /" "s/<rect /&style='background:url(http:\/\/a.example)' /" 's/<g /<g\/onclick="x" /' 's/<defs>/<title><b>&/' \
  >     's/^<!-- picture -->/&<p>/' '/<!-- end of picture/d' "s/<defs>/<a href='#x'>&/" 's/<defs>/<!-- x -->&/' "s/<g /&filter='URL(x)' /" 's/<defs>/<p class="note">x<\/p>&/'; do
  >   sed "$forged" pictured.html >forged.html; hz-audit verify forged.html 2>&1 >/dev/null | sed 's/.*part reserve: //'; done | sort | uniq -c | sed 's/^ *//'
  12 in the place of its picture stands something else than shapes and texts
  2 its picture is missing
  $ sed 's/<text>2022/<text>2032/' pictured.html >forged.html; hz-audit verify forged.html 2>told | cut -d, -f3-4 | tail -n 2; cat told
  picture 1,unproved
  page,same
  hz-audit: forged.html: picture 1 is not proved: gnuplot draws another here, of this version at least; the figures of its table are
  $ (mkdir none; ln -s "$(command -v hz-audit)" "$(command -v hz-triangle)" "$(command -v hz-reserve)" none; PATH=$PWD/none; hz-audit verify pictured.html; echo "status $?") 2>&1 | cut -d, -f3-4 | tail -n 3
  picture 1,unproved
  page,same
  status 1
needs:

Pictures of persons are pictures, and a phone's number is known by itself:

  $ run_of() { case $1 in persons) echo "hz-years members --by=member members.csv" ;; *) printf 'year,%s\n2023,1\n2024,2\n' "$1" >series.csv; echo "hz-growth --year-on-year series.csv" ;; esac; }
  $ for what in persons 110101199003074477 No110101199003074477 13912345678; do for show in nothing result; do
  >   printf 'title: t\nparts:\n  - {name: p, show: %s, picture: lines, run: %s}\n' $show "$(run_of $what)" >p.yaml
  >   hz-report p.yaml --no-pictures >page 2>told; echo "$? $(cut -c1-110 told)"; grep -c -e "<th.*$what" -e 110101 page; done; done
  1 hz-report: p.yaml:3:5: part p: the column "member" names persons: it is printed only with --personal; or choos
  0
  1 hz-report: p.yaml:3:5: part p: the column "member" names persons: it is printed only with --personal; or choos
  0
  1 hz-report: p.yaml:3:5: part p: the number of an identity card would be printed: it is printed only with --pers
  0
  1 hz-report: p.yaml:3:5: part p: the number of an identity card would be printed: it is printed only with --pers
  0
  1 hz-report: p.yaml:3:5: part p: the number of an identity card would be printed: it is printed only with --pers
  0
  1 hz-report: p.yaml:3:5: part p: the number of an identity card would be printed: it is printed only with --pers
  0
  1 hz-report: p.yaml:3:5: part p: the number of a phone would be printed: it is printed only with --personal
  0
  1 hz-report: p.yaml:3:5: part p: the number of a phone would be printed: it is printed only with --personal
  0
  [1]

So are they where they stand above a column, whose name a picture has as its legend, and an amount of as many digits is
none:

  $ phones() { printf 'title: t\nparts:\n  - {show: %s, picture: lines, run: hz-years claims %s --count=claims c.csv}\n' $1 "$2" >p.yaml
  >   hz-report p.yaml --no-pictures 2>&1 >page | cut -c1-110 | grep . || echo made; }
  $ printf 'claim,event,report,transaction,paid,case_estimate,status,who\nA,2024-01-01,2024-01-02,2024-02-01,13912345678,0,paid,13912345678\n' >c.csv
  $ phones nothing; phones result; phones nothing --by=who; phones result --by=who
  made
  made
  hz-report: p.yaml:3:5: part 1: the number of a phone would be printed: it is printed only with --personal
  hz-report: p.yaml:3:5: part 1: the number of a phone would be printed: it is printed only with --personal

Headings of a part's own; a column that is shown if it is there; an option of an input that was not given is
left out, and only an option is. A heading of a column that is not there is refused:

  $ printf 'plan,name\nhospital,Stay in hospital\n' >names.csv
  $ cat >named.yaml <<'END'
  > title: t
  > inputs: {claims: claims.csv}
  > optional: [names, more]
  > parts:
  >   - run: hz-years claims --by=plan --count=claims --labels={{ names }} {{ claims }}
  >     where: {year: 2024, plan: hospital}
  >     columns: [plan, "plan_name?", claims, amount]
  >     headings: {claims: Cases, amount: 'Paid <b>'}
  > END
  $ hz-report -f md named.yaml | grep -e '^|' -e years
  | Plan | Cases | Paid &lt;b\> (yuan) |
  | --- | ---: | ---: |
  | hospital | 94 | 103,050.37 |
  hz-years --by=plan --count=claims claims claims.csv
  $ hz-report -f md named.yaml -i names=names.csv | grep -e '^|' -e years
  | Plan | Plan name | Cases | Paid &lt;b\> (yuan) |
  | --- | --- | ---: | ---: |
  | hospital | Stay in hospital | 94 | 103,050.37 |
  hz-years --by=plan --count=claims --labels=names.csv claims claims.csv
  $ sed -i 's/{claims: Cases, /{cases: Cases, /' named.yaml; hz-report -f md named.yaml 2>&1 | cut -c1-80
  hz-report: named.yaml:5:5: the table has no column "cases", only year,plan,claim
  $ sed -i 's/{{ claims }}/{{ more }}/' named.yaml; hz-report -f md named.yaml
  hz-report: named.yaml:5:10: run: {{ more }} was not given: the part wants it among "needs"
  [1]
  $ printf 'title: t\nparts:\n  - run: hz-audit sample --size=2 members.csv\n    columns: ["member?"]\n' >person.yaml; hz-report -f md person.yaml 2>&1 | cut -c1-90
  hz-report: person.yaml:3:5: part 1: the column "member" names persons: it is printed only 

An input that is a folder is read with what lies in it, and nothing beside it:

  $ mkdir -p in/side other; cp years.csv in/side; cp years.csv other; ln -s ../other/years.csv in/link.csv; mkdir apart
  $ printf 'title: t\ninputs: {folder: }\nparts:\n  - run: hz-growth --year-on-year {{ folder }}/side/years.csv\n' >apart/a.yaml
  $ hz-report -f md apart/a.yaml -i folder=in | grep -c '^|'
  4
  $ for f in link.csv ../other/years.csv; do sed "s,side/years.csv,$f," apart/a.yaml >apart/b.yaml; hz-report -f md apart/b.yaml -i folder=in 2>&1 | grep -o 'lies outside'; done
  lies outside
  lies outside

A workbook has charts, and sheets of definitions and of commands at its end:

  $ hz-report -f xlsx reserve.yaml -o book.xlsx --no-pictures; grep -c 'xl/charts/chart1.xml' -a book.xlsx
  2
  $ hz-growth --sheet definitions book.xlsx 2>&1 | cut -c1-90
  hz-growth: book.xlsx:definitions: there is no column "year"; the header has: none that is 

The shipped audit: what was published, and three lines of defence, in both languages:

  $ for language in en zh; do hz-report --no-pictures -i members=members.csv,claims=claims.csv,figures="$ROOT/data/association.yaml",published="$ROOT/data" "$ROOT/data/reports/audit.$language.yaml" -o audit.$language.html && grep -c '<table>' audit.$language.html; done
  12
  12
  $ hz-report --no-pictures -i members=members.csv,claims=claims.csv "$ROOT/data/reports/audit.zh.yaml" -f md | grep '^## '
  ## 一、审计内容
  ## 二、公布数字核对
  ## 三、第一道防线：自查
  ## 四、第二道防线：复核
  ## 五、第三道防线：重新执行
  ## 六、重新验证的方法

A picture of a table of no known kind is refused, unless what to draw is named; a quoted figure that is not there,
not one cell or empty, names what there is:

  $ printf 'week,visits\n1,2\n2,3\n' >week.csv; printf 'title: t\ninputs: {claims: claims.csv}\nparts:\n  - {name: r, run: "hz-audit sample --size=2 week.csv", picture: true}\n' >unknown.yaml
  $ hz-report unknown.yaml -o unknown.html; ls unknown.html
  hz-report: unknown.yaml:4:20: run: part r: picture: a table of no known kind: say what is to be drawn, as in "picture: lines"
  ls: cannot access 'unknown.html': No such file or directory
  [2]
  $ quote() { printf 'title: t\ninputs: {claims: claims.csv}\nparts:\n  - text: "{{ %s }}"\n  - name: r\n    run: hz-triangle --as-of=2024-12-31 {{ claims }} | hz-reserve\n' "$1" >quote.yaml; hz-report -f md quote.yaml >/dev/null; }
  $ for figure in r.total.ibnrr r.1999.ibnr q.total.ibnr r.total r.total.cv; do quote $figure; done
  hz-report: quote.yaml:4:5: {{ r.total.ibnrr }}: the table has no column "ibnrr", only origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  hz-report: quote.yaml:4:5: {{ r.1999.ibnr }}: the table has no such row
  hz-report: quote.yaml:4:5: {{ q.total.ibnr }}: no part has the name "q"; there are: r
  hz-report: quote.yaml:4:5: {{ r.total }}: the table has no column "total", only origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  hz-report: quote.yaml:4:5: {{ r.total.cv }}: is an empty cell
  [1]

Why a figure is not derivable is said in the report's language, and codes that have a name are called by it:

  $ hz-report --no-pictures -i members=members.csv,claims=claims.csv,figures="$ROOT/data/association.yaml",published="$ROOT/data" "$ROOT/data/reports/audit.zh.yaml" -f md | grep -m 2 -e 'since 1993'
  | enrolments since 1993 | 超1.9亿 |  | 无法推导 |  | (1) | 未指明由何得出 |
  | payouts since 1993 | 近524万 |  | 无法推导 |  | (1) | 未指明由何得出 |

A report of which a command runs others, with files above the report's, is proved too:

  $ mkdir -p deep/reports deep/tables; cp years.csv deep/tables; printf 'year,x\n2023,1\n2024,2\n' >deep/tables/years.csv
  $ printf 'tables:\n  - {table: t, command: [hz-growth, --year-on-year, years.csv]}\nfigures:\n  - {figure: f, published: 2, is: {table: t, column: level, where: {year: 2024}}}\n' >deep/tables/f.yaml
  $ printf 'title: t\ninputs: {f: , all: }\nparts:\n  - run: hz-audit reconcile {{ f }}\n' >deep/reports/d.yaml
  $ hz-report deep/reports/d.yaml -i f=deep/tables/f.yaml,all=deep/tables -o deep/d.html; (cd deep/reports && hz-audit verify ../d.html | cut -d, -f 3,4)
  item,verdict
  input ../../deep/tables/f.yaml,same
  input ../../deep/tables/years.csv,same
  output result,same
  page,same
