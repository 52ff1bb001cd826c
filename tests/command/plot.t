A table is known by its columns. What is drawn of it stands in the script: here a reserve of two origins,
of which one has come down, with the error of the other:

  $ printf 'origin,latest,development_to_ultimate,ultimate,ibnr,se,cv\n2022,100.00,0.95,95.00,-5.00,,\n2023,50.00,2,100.00,50.00,20.00,0.4\ntotal,150.00,,195.00,45.00,20.00,0.4\n' >reserve.csv
  $ hz-plot --script reserve.csv | sed -n '/^set title/,$p'
  set title 'Ultimate claims by origin'
  $d0 << END
  0 100 95 NaN
  1 50 100 20
  END
  set xtics norotate ('2022' 0, '2023' 1)
  set xrange [-0.6:1.6]
  unit = 1
  set ylabel 'amount'
  plot $d0 using 1:(0):($1-.35):($1+.35):(0):($2/unit) with boxxyerror lt 1 title 'to date', \
      $d0 using 1:($2/unit):($1-.35):($1+.35):($2/unit):($3/unit) with boxxyerror lt 2 title 'to come', \
      $d0 using 1:($3/unit):($4/unit) with yerrorbars lt 7 dt 1 title 'ultimate ± standard error'

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
  set palette defined (0 '#F7FBFF', 0.25 '#C6DBEF', 0.5 '#6BAED6', 0.75 '#2171B5', 1 '#08306B')
  set cbrange [0:1]
  unset colorbox
  unset grid
  set yrange [2.5:-0.5]
  set xlabel 'age, from which to the next'
  set ylabel 'origin'
  set key off
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

A panel for each group; a table of many says how to choose:

  $ printf 'plan,origin,latest,ultimate,ibnr\na,1,1,2,1\nb,1,1,2,1\nc,1,1,2,1\n' >plans.csv
  $ hz-plot -s plans.csv | grep -E 'multiplot|^set title'
  set multiplot layout 2,2 title 'Ultimate claims by origin'
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
  set title '按进展期的累计发展'
  set ylabel '金额'
  set xlabel '进展期'
  plot $d0 using 1:($2/unit) with linespoints lt 1 dt 1 lc rgb '#a9cfe8' title '2021', \
      $d0 using 1:($3/unit) with linespoints lt 2 dt 1 lc rgb '#5976a0' title '2022', \
      $d0 using 1:($4/unit) with linespoints lt 3 dt 1 lc rgb '#081d58' title '2023'
