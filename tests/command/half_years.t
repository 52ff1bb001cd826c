Half-years are periods like years, quarters and months, in every command that has --grain.

By hand: 100 and 40 of a claim of May 2021 are paid in June 2021 and July 2022, 50 of one of July 2021 in December and 30 in January
2022; 2021H1 has 100, 100 and 140 by the ends of its first three half-years, 2021H2 50 and 80.

  $ printf 'claim,event,transaction,paid\n1,2021-05-01,2021-06-30,100\n1,2021-05-01,2022-07-01,40\n2,2021-07-01,2021-12-31,50\n2,2021-07-01,2022-01-01,30\n' > claims.csv
  $ hz-triangle --grain half-year --as-of 2022-12-31 --format wide claims.csv
  origin,1,2,3,4
  2021H1,100.00,100.00,100.00,140.00
  2021H2,50.00,80.00,80.00,
  2022H1,0.00,0.00,,
  2022H2,0.00,,,
  $ hz-triangle --grain H:Q --as-of 2022-06-30 --format wide claims.csv
  origin,1,2,3,4,5,6
  2021H1,0.00,100.00,100.00,100.00,100.00,100.00
  2021H2,0.00,50.00,80.00,80.00,,
  2022H1,0.00,0.00,,,,
  $ hz-triangle --grain year:half-year --as-of 2022-12-31 --format wide claims.csv
  origin,1,2,3,4
  2021,100.00,150.00,180.00,220.00
  2022,0.00,0.00,,
  $ hz-triangle --grain H --year-starts 4 --as-of 2022-09-30 --format wide claims.csv
  origin,1,2,3
  FY2021H1,100.00,180.00,220.00
  FY2021H2,0.00,0.00,
  FY2022H1,0.00,,
  $ hz-triangle --grain Q:H claims.csv
  hz-triangle: --grain: "Q:H": expected year, half-year, quarter or month (Y, H, Q, M), or ORIGIN:DEVELOPMENT, development not the longer: year:quarter, year:month, quarter:month
  try: hz-triangle --help
  [2]

Out of shorter periods, and into longer ones, the same:

  $ claims=$ROOT/data/sample/claims.csv members=$ROOT/data/sample/members.csv
  $ event=$(head -1 $claims | tr , '\n' | grep -n '^event$' | cut -d: -f 1)
  $ while read -r starts as_of grain; do awk -F, -v event=$event -v from=2020-0$starts-01 'NR == 1 || $event >= from' $claims > from.csv
  >   hz-triangle -q --as-of $as_of --year-starts $starts --grain $grain from.csv > made.csv
  >   hz-triangle -q --as-of $as_of --grain month from.csv | hz-coarsen --year-starts $starts --grain $grain | awk -F, 'NR == FNR { is[$1 FS $2] = $3; m++; next } $1 FS $2 in is && (FNR == 1 || (is[$1 FS $2] - $3 < 0.005 && $3 - is[$1 FS $2] < 0.005)) { n++ } END { print m == n ? "the same " n : m " rows and " n }' made.csv -; done <<'END'
  > 1 2024-12-31 H
  > 1 2024-12-31 H:Q
  > 1 2024-12-31 H:M
  > 1 2024-12-31 Y:H
  > 4 2024-09-30 H
  > 4 2025-03-31 Y:H
  > END
  the same 56
  the same 111
  the same 331
  the same 31
  the same 46
  the same 31
  $ hz-triangle -q --as-of 2024-12-31 -g H $claims | hz-reserve --run-off | hz-project --grain H | head -2
  period,payout
  2025H1,57470.66
  $ hz-triangle -q --as-of 2024-12-31 -g Q $claims | hz-reserve --run-off > run_off.csv
  $ hz-project --grain half-year run_off.csv | awk -F, '$1 != "total" && NR > 1 { print $1, $2 }' | head -3
  2025H1 46021.50
  2025H2 10388.76
  2026H1 3392.78
  $ hz-project --grain quarter run_off.csv | awk -F, '/Q/ { h = substr($1, 1, 4) (substr($1, 6) > 2 ? "H2" : "H1"); is[h] += $2 } END { for (h in is) printf "%s %.2f\n", h, is[h] }' | sort | head -3
  2025H1 46021.50
  2025H2 10388.76
  2026H1 3392.78

What flows in two quarters adds up to the half-year's, and what stands at its end is what stands at the second's:

  $ for records in members claims; do for grain in half-year quarter; do
  >   hz-ledger $records -q --from 2020 --to 2024 --grain $grain ${!records} | awk -F, -v OFS=, '
  >     NR > 1 { q = substr($4, 6); h = $4; if ($4 ~ /Q/) h = substr($4, 1, 4) "H" (q > 2 ? 2 : 1); stands = $5 ~ /^(remaining|in_force|unearned|outstanding|open)/
  >              if (!stands || $4 ~ /H/ || q % 2 == 0) is[$1 FS $2 FS $3 FS h FS $5] += $6 }
  >     END { for (k in is) if (is[k] > 0.001 || is[k] < -0.001) printf "%s,%.2f\n", k, is[k] }' | sort > $grain.csv; done
  >   cmp half-year.csv quarter.csv && wc -l < half-year.csv; done
  12092
  1966
  $ hz-years claims --grain half-year $claims | head -3 | cut -d, -f 1-4
  period,payments,beneficiaries,amount
  2020H1,21,,15942.44
  2020H2,39,,28185.83
  $ hz-years claims --grain quarter $claims | awk -F, 'NR > 1 && NR < 6 { print $1, $2, $4 }'
  2020Q1 7 8024.89
  2020Q2 14 7917.55
  2020Q3 15 12522.17
  2020Q4 24 15663.66
  $ hz-years claims --grain H --years 04-01 $claims | head -2 | cut -d, -f 1-2
  period,payments
  FY2019H2,7

A fund by half-years has what it has by quarters, but for what a yield earns on: 15506 - 9839.74 is earned in the first.

  $ for grain in H Q; do (hz-ledger members -q -g $grain --from 2020 --to 2020 $members; hz-ledger claims -q -g $grain --from 2020 --to 2020 $claims | tail -n +2) |
  >   hz-fund --terms $ROOT/data/fund_synthetic.yaml | awk -F, '$2 ~ /^(contributions|payouts|earned|closing_unearned)$/ && ($1 ~ /H/ || $2 != "closing_unearned" || $1 ~ /Q[24]/) { q = substr($1, 6); h = $1 ~ /H/ ? $1 : "2020H" (q > 2 ? 2 : 1); is[h " " $2] += $3 } END { for (k in is) printf "%s %.2f\n", k, is[k] }' | sort > fund.$grain; done
  $ cat fund.H; cmp fund.H fund.Q
  2020H1 closing_unearned 9839.74
  2020H1 contributions 15506.00
  2020H1 earned 5666.26
  2020H1 payouts -15942.44
  2020H2 closing_unearned 9055.06
  2020H2 contributions 7848.00
  2020H2 earned 8632.68
  2020H2 payouts -28185.83

Ages of half a year, of which 2021 has four at the end of 2022 and 2022 two: 160 x 150 / 150 and then 160 / 150.

  $ printf 'origin,1,2,3,4\n2021,100,150,150,160\n2022,110,160,160,160\n' | hz-reserve --age-unit half-year --as-of 2022 --run-off
  origin,development,period,value
  2022,3,2023H1,0.000000
  2022,4,2023H2,10.666667
  total,,,10.666667
