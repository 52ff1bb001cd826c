hz-audit sample, evaluate and compare: what an auditor looks at, and what it says of all.

  $ hz-simulate claims --enrolments 20000 | awk -F, 'NR == 1 || $9 > 0' > paid.csv; wc -l < paid.csv
  870
  $ sample() { hz-audit sample "$@" paid.csv; }

The same seed draws the same rows anywhere; a larger sample holds the smaller one, another seed draws others:

  $ sample --size 10 | cut -d , -f 1-5 | head -n 3
  sample_row,sample_selection,sample_stratum,sample_population,sample_size
  19,drawn,,869,10
  35,drawn,,869,10
  $ sample --size 10 | cut -d , -f 1 > ten; sample --size 20 | cut -d , -f 1 > twenty; sort ten twenty | uniq -d | wc -l
  11
  $ sample --size 10 --seed 2 | cut -d , -f 1 | sort - ten | uniq -d | wc -l
  1
  $ hz-audit sample --size 10 --manifest run.json paid.csv > drawn.csv; hz-audit verify --stdout drawn.csv run.json | cut -d , -f 2-4
  program,item,verdict
  hz-audit,input paid.csv (operand),same
  hz-audit,output result,same
  hz-audit,drawn.csv,same
  $ sample --size 869 | cut -d , -f 6- | sed 's/\r//' | cmp - <(hz-audit sample --size 869 --seed 7 paid.csv | cut -d , -f 6-) && cut -d , -f 1 paid.csv | cmp - <(sample --size 869 | cut -d , -f 6)

Strata have their share, two at the least; all of a small one:

  $ sample --size 30 --by plan | awk -F, 'NR > 1 { n[$3]++; rows[$3] = $4; size[$3] = $5 } END { for (h in n) { all += n[h]; print h, rows[h], size[h], n[h] } print "all", all }' | sort
  accident 22 2 2
  all 38
  allowance 178 6 6
  combined 118 4 4
  critical 8 2 2
  critical3 8 2 2
  gift 1 1 1
  hospital 511 17 17
  seats 21 2 2
  women 2 2 2

By monetary unit, an item of the interval or more is drawn for certain, a fen of any other as likely as any: of the total
less the certain ones one item an interval, give or take one:

  $ hz-audit sample --amount paid --interval 5000 paid.csv > units.csv; cut -d , -f 2 units.csv | sort | uniq -c | sed 's/^ *//'
  27 certain
  123 drawn
  1 sample_selection
  $ awk -F, 'NR > 1 { if ($9 >= 5000) { c++; certain += $9 } all += $9 } END { printf "%d certain, %.2f drawn\n", c, (all - certain) / 5000 }' paid.csv
  27 certain, 122.20 drawn
  $ sample --amount paid --size 40 | awk -F, 'NR > 1 { print $2, $3 }' | sort | uniq -c | sed 's/^ *//'
  40 drawn 20843.46

The errors found, by hand. Interval 1000.00, 95 %: the Poisson factors are 2.9957, 4.7439 and 6.2958. One item is
a quarter too high, one wholly, a certain one by 100.00, and one is 30.00 too low of 300.00:

  projected  1000 x (0.25 + 1) + 100 = 1350.00
  limit      1000 x (2.9957 + 1 x (4.7439 - 2.9957) + 0.25 x (6.2958 - 4.7439)) + 100 = 5231.85
  too low    1000 x 0.1 = 100.00; 1000 x (2.9957 + 0.1 x (4.7439 - 2.9957)) = 3170.55

  $ cat > found.csv <<'.'
  > sample_row,sample_selection,sample_interval,paid,audited
  > 2,drawn,1000.00,200.00,150.00
  > 3,drawn,1000.00,100.00,0
  > 4,certain,1000.00,5000.00,4900.00
  > 5,drawn,1000.00,300.00,330.00
  > 6,drawn,1000.00,120.00,120.00
  > .
  $ hz-audit evaluate --amount paid --audited audited found.csv | cut -d , -f 1,2
  item,value
  items,5
  confidence,0.9500
  interval,1000.00
  factor,3.00
  basic_precision,2995.73
  overstated_errors,3
  overstated_found,250.00
  overstated_projected,1350.00
  overstated_allowance,3881.85
  overstated_upper_limit,5231.85
  understated_errors,1
  understated_found,30.00
  understated_projected,100.00
  understated_allowance,3070.55
  understated_upper_limit,3170.55

Of two strata of 100 and 10 rows: errors 10, 0, 20, 10 in four of the first (mean 10, variance 200 / 3) and 40 in both
of the two that are all of the second: projected 100 x 10 + 2 x 40 = 1080.00; the limit adds
1.6449 x sqrt(100 x 96 x 200 / 3 / 4) = 1.6449 x 400 = 657.94, at 90 % 1.2816 x 400 = 512.62:

  $ cat > strata.csv <<'.'
  > sample_row,sample_selection,sample_stratum,sample_population,sample_size,paid,audited
  > 2,drawn,a,100,4,50,40
  > 9,certain,b,2,2,90,50
  > 3,drawn,a,100,4,50,50
  > 4,drawn,a,100,4,50,30
  > 8,certain,b,2,2,90,50
  > 5,drawn,a,100,4,50,40
  > .
  $ hz-audit evaluate --amount paid --audited audited strata.csv | sed 1,3d | cut -d , -f 1,2
  errors,5
  found,120.00
  projected,1080.00
  allowance,657.94
  upper_limit,1737.94
  $ hz-audit evaluate --amount paid --audited audited --confidence 90% strata.csv | grep upper_limit | cut -d , -f 1,2
  upper_limit,1592.62
  $ sed 4d strata.csv | hz-audit evaluate --amount paid --audited audited
  hz-audit: <stdin>: 3 rows of a stratum are here of 4 that were drawn: a sample is evaluated whole
  [1]

Two extracts: one row is only in each, one cell differs, 150 and 150.00 are the same:

  $ printf '%s\n' claim,office,paid,status 1,2201,100.00,paid 2,2201,150,paid 3,2202,70.00,paid > a.csv
  $ printf '%s\n' claim,paid,office,note 2,150.00,2201, 1,110.00,2201,x 4,5.00,2202, > b.csv
  $ hz-audit compare --key claim a.csv b.csv
  finding,claim,first_line,second_line,column,first,second
  column_only_first,,,,status,,
  column_only_second,,,,note,,
  changed,1,2,3,paid,100.00,110.00
  only_first,3,4,,,,
  only_second,4,,4,,,
  rows,,,,,3,3
  rows_only_here,,,,,1,1
  rows_changed,,,,,1,1
  cells_changed,,,,,1,1
  sum,,,,office,6604.00,6604.00
  sum,,,,paid,320.00,265.00
  $ hz-audit compare --key office,claim a.csv a.csv | cut -d , -f 1 | sort -u
  cells_changed
  finding
  rows
  rows_changed
  rows_only_here
  sum
  $ hz-audit compare --key office a.csv b.csv
  hz-audit: b.csv:3:10: this key stands on line 2 already: name more columns in --key, so that each row has its own
  [1]

The same records of two systems, in other words, forms and headers: only claim 2 differs:

  $ printf '%s\n' claim,event,paid,status 1,2024-01-02,150.00,paid 2,2024-01-03,0,rejected 3,2024-01-04,70.5,opened > ours.csv
  $ printf '%s\n' 赔案号,案件状态,已付金额,出险日期 1,已支付,150,2024/1/2 2,支付,0.00,2024年1月3日 3,立案,70.50,20240104 > theirs.csv
  $ hz-audit compare --key claim ours.csv theirs.csv
  finding,claim,first_line,second_line,column,first,second
  changed,2,3,3,status,rejected,paid
  rows,,,,,3,3
  rows_only_here,,,,,0,0
  rows_changed,,,,,1,1
  cells_changed,,,,,1,1
  sum,,,,paid,220.50,220.50

What of an amount is not above 0 is never drawn, and told. Of 300.00 in intervals of 100.00 claim 1 is certain, and each other one
has a half of the last interval:

  $ printf '%s\n' claim,paid 1,200.00 2,50.00 3,50.00 4,-30.00 5,0 6, > yuan.csv
  $ hz-audit sample --amount paid --interval 100 yuan.csv | cut -d , -f 2,5 | sort
  hz-audit: yuan.csv: 3 items of 0 or less, -30.00 together, are never drawn by yuan: look at them apart
  certain,200.00
  drawn,50.00
  sample_selection,paid

What is refused:

  $ sample
  hz-audit: how many? --size N, or --interval YUAN with --amount COLUMN
  try: hz-audit --help
  [2]
  $ sample --size 1000
  hz-audit: paid.csv: there are 869 rows: expected a --size of that or less
  [1]
  $ hz-audit sample --size 2 drawn.csv
  hz-audit: drawn.csv:1: "sample_row" is a column of a sample: draw from the records
  [1]
  $ hz-audit compare a.csv b.csv
  hz-audit: compare wants --key COLUMN,...: what tells rows apart
  try: hz-audit --help
  [2]

Strata are by what words mean: 已支付 and paid are one, of four rows, and the rows drawn stay as they are written.

  $ printf 'claim,status,paid\nA,paid,1\nB,已支付,2\nC,已支付,3\nD,paid,4\n' > words.csv
  $ hz-audit sample --by status --size 4 words.csv
  sample_row,sample_selection,sample_stratum,sample_population,sample_size,claim,status,paid
  2,certain,paid,4,4,A,paid,1
  3,certain,paid,4,4,B,已支付,2
  4,certain,paid,4,4,C,已支付,3
  5,certain,paid,4,4,D,paid,4
