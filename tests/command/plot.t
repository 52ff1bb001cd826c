A table is known by its columns. What is drawn of it stands in the script: here a reserve of two origins,
of which one has come down, with the error of the other:

  $ printf 'origin,latest,development_to_ultimate,ultimate,ibnr,se,cv\n2022,100.00,0.95,95.00,-5.00,,\n2023,50.00,2,100.00,50.00,20.00,0.4\ntotal,150.00,,195.00,45.00,20.00,0.4\n' >reserve.csv
  $ hz-plot --script reserve.csv | sed -n '/^set title/,$p'
  set title 'Ultimate claims by origin'
  $d0 << END
  0 0 100 95 0 NaN
  1 1 50 100 0 20
  END
  set xtics norotate ('2022' 0, '2023' 1)
  set xrange [-0.6:1.6]
  unit = 1
  set ylabel 'amount'
  plot $d0 using 2:($3/unit):($2-.35):($2+.35):(0):($3/unit) with boxxyerror lt 1 title 'to date', \
      $d0 using 2:($4 >= $3 ? ($3+$4)/2/unit : NaN):($2-.35):($2+.35):($3/unit):($4/unit) with boxxyerror lt 2 title 'to come', \
      $d0 using 2:($4 < $3 ? ($3+$4)/2/unit : NaN):($2-.35):($2+.35):($3/unit):($4/unit) with boxxyerror lt 6 title 'expected back', \
      $d0 using ($5 == 0 ? $2+0.000 : NaN):($4/unit):(valid(6) ? $6/unit : 0) with yerrorbars lt 7 dt 1 title 'ultimate ± standard error'

The terminal is chosen by -T, by the name of the output, or by what the output is:

  $ for t in svg png pdf terminal block; do hz-plot -T $t --script reserve.csv | grep '^set terminal'; done
  set terminal svg noenhanced size 820,500 background '#FFFFFF' font 'sans-serif,12'
  set terminal pngcairo noenhanced size 820,500 background '#FFFFFF' font 'sans-serif,12'
  set terminal pdfcairo noenhanced size 8.54in,5.21in background '#FFFFFF' font 'sans-serif,12'
  set terminal dumb noenhanced mono size 80,24
  set terminal block noenhanced mono size 80,24
  $ hz-plot --script -o picture.PNG reserve.csv; grep '^set terminal' picture.PNG
  set terminal pngcairo noenhanced size 820,500 background '#FFFFFF' font 'sans-serif,12'
  $ hz-plot --script --width 400 --height 300 --font Song --terminal svg reserve.csv | grep '^set terminal'
  set terminal svg noenhanced size 400,300 background '#FFFFFF' font 'Song,12'

A triangle is drawn in two ways, long or wide; of a cell that is empty there is nothing:

  $ printf 'origin,1,2,3\n2021,10,15,16\n2022,20,,25\n2023,-5,,\n' >wide.csv
  $ hz-plot -s wide.csv | sed -n '/^set title/,$p'
  set title 'Link ratios by origin and age'
  $d0 << END
  0 0 0 1.5 0.5
  1 1 0 1.06666666667 0.5
  END
  set xtics norotate ('1' 0, '2' 1)
  set xrange [-0.6:1.6]
  set ytics norotate ('2021' 0, '2022' 1, '2023' 2)
  set palette defined (0 '#DEEBF7', 0.25 '#BDD7EE', 0.5 '#6BAED6', 0.75 '#2171B5', 1 '#08306B')
  set cbrange [0:1]
  unset colorbox
  unset grid
  unset xzeroaxis
  set yrange [2.5:-0.5]
  set key off
  set xlabel 'age, from which to the next'."\n"
  set ylabel 'origin'
  plot $d0 using 2:3:($2-.5):($2+.5):($3-.5):($3+.5):5 with boxxyerror fs solid 1 border lc rgb '#FFFFFF' lc palette z, \
      $d0 using 2:3:(sprintf('%.3f', $4)):($5 > 0.6 ? 0xFFFFFF : 0) with labels tc rgb variable
  $ hz-plot -s --draw development --title 'A & B <script>' wide.csv | sed -n '/^set title/,/^END/p'
  set title 'A & B <script>'
  $d0 << END
  0 10 20 -5
  1 15 NaN NaN
  2 16 25 NaN
  END
  $ hz-plot -s --draw fan wide.csv
  hz-plot: --draw "fan": this table is drawn as one of: link-ratios, development, lines
  try: hz-plot --help
  [2]
  $ hz-plot -s -d lines reserve.csv | grep ^plot
  plot $d0 using 1:($2/unit) with linespoints lt 1 title 'latest', \

Claims by year, counted either way, have a panel for each figure, whose units are not the others':

  $ printf 'year,claims,beneficiaries,amount,mean_claim\n2023,2,2,100.00,50.00\n2024,3,2,90.00,30.00\n' >claims_by_year.csv
  $ hz-plot -s claims_by_year.csv | grep '^set title'
  set title 'Claims'
  set title 'Beneficiaries'
  set title 'Amount'
  set title 'Mean claim'

A panel for each group; a table of many says how to choose:

  $ printf 'plan,origin,latest,ultimate,ibnr\na,1,1,2,1\nb,1,1,2,1\nc,1,1,2,1\n' >plans.csv
  $ hz-plot -s plans.csv | grep -E 'multiplot|^set title'
  set multiplot layout 1,3 title 'Ultimate claims by origin'
  set title 'a'
  set title 'b'
  set title 'c'
  unset multiplot
  $ hz-plot -s --only plan=b,c plans.csv | grep -E 'multiplot|^set title'
  set multiplot layout 1,2 title 'Ultimate claims by origin'
  set title 'b'
  set title 'c'
  unset multiplot
  $ hz-plot -s --only plan=d plans.csv
  hz-plot: --only "plan=d": no row is left
  try: hz-plot --help
  [2]
  $ hz-plot -s --only b plans.csv
  hz-plot: --only "b": expected COLUMN=VALUE,..., as in plan=hospital
  try: hz-plot --help
  [2]
  $ hz-plot -s --only office=b plans.csv
  hz-plot: plans.csv: there is no column "office"; the header has: plan,origin,latest,ultimate,ibnr
  [1]
  $ (echo plan,origin,latest,ultimate,ibnr; seq -f 'p%g,1,1,2,1' 13) | hz-plot -s
  hz-plot: <stdin>:14:1: more than 12 groups, by plan: choose some, as in --only plan=p1, or take totals
  [1]

Nothing of a table is interpreted: quotes are doubled, controls are blanks, long labels are cut:

  $ printf "origin,latest,ultimate,ibnr\n\"'; system 'id'; '\",1,2,1\n\"\`id\` @x {/Bold y} \\\\n\",1,2,1\n非常非常非常非常非常非常非常长的机构名称,1,2,1\n" | hz-plot -s | grep xtics
  set xtics norotate ('''; system ''id''; ''' 0, '`id` @x {/Bold y} \n' 1, '非常非常非常非常非常非…' 2)

Other tables are lines; what is no table is refused:

  $ printf 'week,visits,waits\n1,10,2\n2,,3\n' | hz-plot -s | sed -n '/^\$d0/,$p'
  hz-plot: a table of no known kind: each column of numbers is a line
  $d0 << END
  0 10 2
  1 NaN 3
  END
  set xtics norotate ('1' 0, '2' 1)
  set xrange [-0.6:1.6]
  unit = 1
  set ylabel ''
  plot $d0 using 1:($2/unit) with linespoints lt 1 title 'visits', \
      $d0 using 1:($3/unit) with linespoints lt 2 title 'waits'
  $ printf 'a,b\nx,y\n' | hz-plot -s
  hz-plot: <stdin>: no column of numbers behind the first: there is nothing to draw
  [1]
  $ printf 'origin,latest,ultimate,ibnr\n' | hz-plot -s
  hz-plot: <stdin>: no rows: there is nothing to draw
  [1]
  $ printf 'origin,latest,ultimate,ibnr\n1,2,x,4\n' | hz-plot -s
  hz-plot: <stdin>:2:5: ultimate: "x" is not a number (expected 1234.5, without separators)
  [1]
  $ hz-plot -T png --manifest m.json reserve.csv
  hz-plot: --manifest: pictures differ between gnuplot's versions: prove the table, or --script
  try: hz-plot --help
  [2]

Without gnuplot it says what is missing:

  $ mkdir empty; (plot=$(command -v hz-plot); PATH=$PWD/empty; "$plot" reserve.csv)
  hz-plot: there is no gnuplot in PATH, which draws pictures: install the package gnuplot-nox (Debian, Ubuntu) or gnuplot (elsewhere)
  [3]

In Chinese:

  $ hz-plot -s --lang zh -d development wide.csv | grep -E "title '|label"
  set xlabel ' '
  set title '按进展期的累计发展'
  set ylabel '金额'
  set xlabel '进展期'."\n"
  plot $d0 using 1:($2/unit) with linespoints lt 1 dt 1 lc rgb '#a9cfe8' title '2021', \
      $d0 using 1:($3/unit) with linespoints lt 2 dt 1 lc rgb '#5976a0' title '2022', \
      $d0 using 1:($4/unit) with linespoints lt 3 dt 1 lc rgb '#081d58' title '2023'

Kinds of tables, each by a table of its own; what is drawn is computed by hand here:

  $ plots() { hz-plot -s "$@" | sed -n '/^\$d/,$p' | grep -v -e '^set xtics' -e '^set xrange' -e '^unit'; }

A fan is a bar from quantile to quantile, in the order of their numbers; a density is the share of
chance between two quantiles over their distance, (75 - 50) / (30 - 20) and (95 - 75) / (40 - 30):

  $ printf 'origin,ibnr,q75,q50,q95\n2023,8,9,7,12\ntotal,25,30,20,40\n' >quantiles.csv
  $ plots quantiles.csv
  $d0 << END
  0 8 7 9 12
  END
  set ylabel 'reserve'
  plot $d0 using 1:($3/unit):($1-.35):($1+.35):($3/unit):($4/unit) with boxxyerror lt 1 lc rgb '#3e75a5' title '50–75 %', \
      $d0 using 1:($4/unit):($1-.35):($1+.35):($4/unit):($5/unit) with boxxyerror lt 1 lc rgb '#99b9d4' title '75–95 %', \
      $d0 using 1:($2/unit) with points lt 7 title 'best estimate'
  $ plots -d density quantiles.csv
  $d0 << END
  0 20 30 2.5
  1 30 40 2
  END
  $d1 << END
  0 25 2.5
  END
  set xlabel 'reserve'."\n"
  set ylabel 'density, % of chance a unit'
  set yrange [0:*]
  plot $d0 using ($2/unit):($4*unit):($2/unit):($3/unit):(0):($4*unit) with boxxyerror lt 1 title '50–95 %', \
      $d1 using ($2/unit):($3*unit) with impulses lt 5 lw 2 dt 1 title 'best estimate'

The steps of a waterfall join: 100 + 50 - 30 is 120; a close that they do not explain has one more step:

  $ printf 'year,line,amount,origin\n2023,opening_assets,100.00,x\n2023,contributions,50.00,x\n2023,earned,45.00,x\n2023,payouts,-30.00,x\n2023,yield,0.00,x\n2023,closing_assets,120.00,x\n' >fund.csv
  $ plots fund.csv; hz-plot -s fund.csv | grep xtics
  $d0 << END
  0 0 100 0
  1 100 150 1
  2 150 120 -1
  3 0 120 0
  END
  set ylabel 'amount'
  plot $d0 using 1:($4 == 0 ? $3/unit : NaN):($1-.38):($1+.38):($2/unit):($3/unit) with boxxyerror lt 1 title 'level', \
      $d0 using 1:($4 == 1 ? $3/unit : NaN):($1-.38):($1+.38):($2/unit):($3/unit) with boxxyerror lt 4 title 'more', \
      $d0 using 1:($4 == -1 ? $3/unit : NaN):($1-.38):($1+.38):($2/unit):($3/unit) with boxxyerror lt 5 title 'less'
  set xtics norotate ('opening' 0, 'contributions' 1, 'payouts' 2, 'closing' 3)
  $ sed 's/120/125/' fund.csv | hz-plot -s | grep xtics
  set xtics norotate ('opening' 0, 'contributions' 1, 'payouts' 2, 'other' 3, 'closing' 4)
  $ printf 'year,line,amount,origin\n2023,contributions,50.00,x\n' | hz-plot -s
  hz-plot: <stdin>: the lines opening_assets and closing_assets are wanted, as hz-fund prints them
  [1]
  $ printf 'origin,opening,expected,paid,experience,factors,selections,prior,method,new,closing\n1,9,0,0,0,0,0,0,0,0,9\ntotal,100,-40,-5,10,0,0,0,0,20,85\n' | hz-plot -s | sed -n '/^\$d/,/^set xtics/p'
  $d0 << END
  0 0 100 0
  1 100 60 -1
  2 60 55 -1
  3 55 65 1
  4 65 85 1
  5 0 85 0
  END
  set xtics norotate ('Opening' 0, 'Expected' 1, 'Paid' 2, 'Experience' 3, 'New' 4, 'Closing' 5)

Residuals have means at each place: of 1 and -3 it is -1; percentiles are put in order beside even ones:

  $ printf 'origin,development,diagonals_ago,link_ratio,residual,remark\n2021,1,1,2,1,\n2021,2,0,1,0.5,\n2022,1,0,2,-3,\n' | plots | grep -v set
  $d0 << END
  0 0 1
  1 0 0.5
  2 1 -3
  END
  $d1 << END
  0 0.75
  1 -3
  END
  plot $d0 using 2:3 with points lt 1 title 'residual', \
      $d1 using 1:2 with lines lt 5 dt 1 title 'mean', \
      2 with lines lt 7 lw 0.7 notitle, -2 with lines lt 7 lw 0.7 title '± 2'
  $d100 << END
  0 0 1
  1 1 0.5
  2 0 -3
  END
  $d101 << END
  0 -1
  1 0.5
  END
  plot $d100 using 2:3 with points lt 1 title 'residual', \
      $d101 using 1:2 with lines lt 5 dt 1 title 'mean', \
      2 with lines lt 7 lw 0.7 notitle, -2 with lines lt 7 lw 0.7 title '± 2'
  $d200 << END
  0 0 1
  1 1 0.5
  2 1 -3
  END
  $d201 << END
  0 1
  1 -1.25
  END
  plot $d200 using 2:3 with points lt 1 title 'residual', \
      $d201 using 1:2 with lines lt 5 dt 1 title 'mean', \
      2 with lines lt 7 lw 0.7 notitle, -2 with lines lt 7 lw 0.7 title '± 2'
  $ printf 'method,rank,expected,percentile\na,1,25,90\na,2,75,10\nb,1,50,40\n' | plots | head -n 10
  $d0 << END
  0 25 10
  1 75 90
  END
  $d1 << END
  0 50 40
  END
  set yrange [0:100]
  set xlabel 'foretold, %'."\n"
  set ylabel 'came, %'
  $ printf 'test,statistic,expected,lower,upper,verdict\ncalendar-year,14,12,8,16,none\n' | plots | head -n 3
  $d0 << END
  0 0.5
  END

Sums by period and plan; findings are counted; years have their growth, 110 / 100 - 1:

  $ printf 'plan,period,item,amount\na,2022,paid,1\na,2023,paid,2\nb,2023,paid,5\nb,2022,paid,3\nb,2022,covers,9\n' >ledger.csv
  $ plots ledger.csv | head -n 4
  $d0 << END
  0 0 3 3 4
  1 0 5 5 7
  END
  $ plots --only item=covers ledger.csv | head -n 3
  $d0 << END
  0 0 9
  END
  $ printf 'line,column,field,code,severity,value,message\n2,1,a,bad_date,error,x,y\n3,1,a,bad_date,warning,x,y\n5,1,a,no_cover,error,x,y\n' | plots | head -n 4
  $d0 << END
  0 0 1 1 2
  1 0 1 1 1
  END
  $ printf 'year,enrolments,persons,contribution\n2022,100,,5\n2023,110,,\n' | plots | grep -e '^[0-9]' -e title
  0 100 NaN
  1 110 10
  set title 'Contribution'
  0 5 NaN
  1 NaN NaN
  $ printf 'year,plan,payments,amount\n2022,a,1,5\n2022,b,2,5\n2023,a,4,1\n' | plots | head -n 4
  $d0 << END
  0 0 1 1 3
  1 0 4 4 4
  END
  $ printf 'series,method,base_year,last_year,years,rate_percent\nx,level,1,2,1,3\ny,level,1,2,1,4\ny,log,1,2,1,5\n' | plots
  $d0 << END
  0 3 NaN
  1 4 5
  END
  set ylabel '%'
  plot $d0 using 1:($2/unit):($1-0.400):($1-0.032):(0):($2/unit) with boxxyerror lt 1 title 'level', \
      $d0 using 1:($3/unit):($1+0.000):($1+0.368):(0):($3/unit) with boxxyerror lt 2 title 'log'

Several methods stand beside each other:

  $ printf 'method,origin,latest,ultimate,ibnr,se\na,1,5,7,2,1\nb,1,5,8,3,\na,total,5,7,2,1\n' | plots
  $d0 << END
  0 0 5 7 0 1
  1 0 5 8 1 NaN
  END
  set ylabel 'amount'
  plot $d0 using 2:($3/unit):($2-.35):($2+.35):(0):($3/unit) with boxxyerror lt 1 title 'to date', \
      $d0 using ($5 == 0 ? $2-0.175 : NaN):($4/unit):(valid(6) ? $6/unit : 0) with yerrorbars lt 2 dt 1 title 'a', \
      $d0 using ($5 == 1 ? $2+0.175 : NaN):($4/unit):(valid(6) ? $6/unit : 0) with yerrorbars lt 3 dt 1 title 'b'

What is below nothing hangs from nothing, and does not hide what is above: of 5, -2, 1 and -1, in the
order of their sizes, 0 to 5, 0 to -2, 5 to 6 and -2 to -3. Areas cannot show that, and are bars then:

  $ printf 'plan,period,item,amount\na,1,paid,5\nb,1,paid,-2\nc,1,paid,1\nd,1,paid,-1\na,2,paid,1\na,3,paid,1\n' >below.csv
  $ plots below.csv | sed -n '2p;/^plot/{s/ with.*//;s/.*lt//;p;}'
  0 0 5 0 -2 5 6 -2 -3
  plot $d0 using 1:($3/unit):($1-.35):($1+.35):($2/unit):($3/unit)

A table of odd cells is no triangle; parts of a growth are those of its last year, and a reserve looked
back at is its total:

  $ printf 'origin,development,flag,value,score\n2020,2,outlier,1.5,9\n2020,3,missing,,\n2021,1,missing,,\n' | plots | head -n 4
  $d0 << END
  0 0 1 1 2
  1 0 1 1 1
  END
  $ printf 'year,office,level,growth_percent,contribution_points\n2023,a,1,,9\n2024,a,1,,3\n2024,b,1,,-2\n2024,total,2,,1\n' | plots | head -n 5
  $d0 << END
  0 3
  1 -2
  END
  set ylabel 'Points of growth'
  $ printf 'ago,origin,reserve,paid,held\n1,2023,5,4,2\n1,total,7,6,3\n' | plots | head -n 3
  $d0 << END
  0 7 6 3
  END
  $ printf 'period,claims,amount\n2024-01,3,90.00\n2024-02,4,80.00\n' | hz-plot -s | grep -c '^set title'
  2

More than can be told apart is refused, not left out; so is a density of nothing:

  $ (echo series,method,rate_percent; seq -f 'x,m%g,1' 9) | sed '1s/$/,base_year,last_year,years/;2,$s/$/,1,2,1/' | hz-plot -s
  hz-plot: <stdin>:2:3: 9 of them beside each other, and no more than 8 can be told apart: choose some, as in --only method=m1
  [1]
  $ printf 'origin,ibnr,q50,q75\n1,0,0,0\ntotal,0,0,0\n' | hz-plot -s -d density
  hz-plot: <stdin>:3:1: the quantiles of the total are not there or all alike: there is no density (--draw fan)
  [1]

A row of codes that are names of columns is no header:

  $ printf 'series,method,base_year,last_year,years,rate_percent\namount,level,2020,2024,4,3\n' | hz-plot -s | grep xtics
  set xtics norotate ('amount' 0)

In Chinese, codes that have a name are called by it, and a table of no known kind has no title:

  $ printf 'series,method,base_year,last_year,years,rate_percent\nenrolments,level,1,2,1,3\n' | hz-plot -s --lang zh | grep -e xtics -e "title '"
  set title '年均增幅，%'
  set xtics norotate ('参保人次' 0)
  plot $d0 using 1:($2/unit):($1-0.400):($1+0.336):(0):($2/unit) with boxxyerror lt 1 title '水平法'
  $ printf 'a,b\n1,2\n' | hz-plot -s --lang zh 2>/dev/null | grep -c 'set title'
  0
  [1]

A label is a text whatever stands in it: no command of gnuplot or of a shell, no format of a number beside an axis, no
sign that a terminal would obey:

  $ printf 'plan,reserve_x,paid\n"100%%s %%n",1,3\n"%%g",4,4\n"`touch taken`",5,5\n"a\x27; system(\x27touch taken\x27); \x27",1,1\n"@m {/Bold x}^2_3",2,2\n"a\nset output \x27taken\x27",1,1\n"b\xc2\x9b31mc\xe2\x80\xaed\\",1,1\n' >labels.csv
  $ hz-plot --script labels.csv 2>/dev/null | grep xtics | sed "s/, '/\n'/g"
  set xtics rotate by 45 right ('100%%s %%n' 0
  '%%g' 1
  '`touch taken`' 2
  'a''; system(''touch taken…' 3
  '@m {/Bold x}^2_3' 4
  'a set output ''taken''' 5
  'b 31mc d\' 6)
needs: gnuplot
  $ hz-plot labels.csv -o labels.svg 2>/dev/null; sed -n 's/.*<text>\(.*\)<\/text>.*/\1/p' labels.svg | grep -v '^ *[0-9.]*$'; ls taken
  100%s %n
  %g
  `touch taken`
  a'; system('touch taken…
  @m {/Bold x}^2_3
  a set output 'taken'
  b 31mc d\
  reserve_x
  paid
  ls: cannot access 'taken': No such file or directory
  [2]
  $ hz-plot -T terminal labels.csv 2>/dev/null | grep -c -e "$(printf '\xc2\x9b')" -e "$(printf '\xe2\x80\xae')"
  0
  [1]
needs:
