One vocabulary on the command line.

Periods are year, quarter or month everywhere, or Y, Q, M; what is passed on is written out:

  $ cp "$ROOT"/data/sample/claims.csv "$ROOT"/data/sample/members.csv "$ROOT"/data/published/raa.csv .
  $ same() { cmp <("${@:2}" --grain $(echo $1 | sed 's/Y/year/;s/Q/quarter/;s/M/month/')) <("${@:2}" --grain $1) && echo same; }
  $ for g in Y Q M; do same $g hz-ledger claims --from 2023 --to 2024 claims.csv; done; for g in Y Q; do same $g hz-project <(hz-reserve --run-off raa.csv) 2>/dev/null; done
  same
  same
  same
  same
  $ cmp <(hz-triangle -q --grain quarter:month claims.csv) <(hz-triangle -q --grain Q:M claims.csv) && echo same
  same
  $ hz-triangle -q --grain Y:Q --partial claims.csv | grep argument
  argument,--grain=year:quarter
  $ cmp <(hz-triangle -q --grain year:quarter --partial claims.csv) <(hz-triangle -q -g Y:Q --partial claims.csv) && echo same
  same
  $ hz-ledger members --from 2020 --to 2024 --grain week members.csv
  hz-ledger: --grain: "week" is none of: year, half-year, quarter, month (Y, H, Q, M)
  try: hz-ledger --help
  [2]

Whose records they are is the first operand; without it nothing is read:

  $ hz-ledger --from 2020 --to 2024 members.csv
  hz-ledger: "members.csv": expected members or claims or entries first: hz-ledger members|claims|entries [FILE...]
  try: hz-ledger --help
  [2]
  $ hz-years </dev/null
  hz-years: expected members or claims first: hz-years members|claims [FILE...]
  try: hz-years --help
  [2]
  $ hz-prospect --as-of 2023-12-31 policies members.csv
  hz-prospect: "policies": expected members or claims or plans first: hz-prospect members|claims|plans [FILE...]
  try: hz-prospect --help
  [2]

An old spelling names the new one:

  $ hz-ledger --of members --from 2020 --to 2024 members.csv
  hz-ledger: --of is now the first operand: hz-ledger members|claims|entries [FILE...]
  try: hz-ledger --help
  [2]
  $ hz-ledger -k claims --from 2020 --to 2024 claims.csv
  hz-ledger: -k is now the first operand: hz-ledger members|claims|entries [FILE...]
  try: hz-ledger --help
  [2]
  $ hz-years --of=claims claims.csv
  hz-years: --of is now the first operand: hz-years members|claims [FILE...]
  try: hz-years --help
  [2]
  $ hz-prospect claims --as-of 2023-12-31 --exposures e.csv claims.csv
  hz-prospect: --exposures is now --exposure
  try: hz-prospect --help
  [2]
  $ hz-ratios --parts plan -f payouts plans.csv
  hz-ratios: -f is --format now; what it was is --figure
  try: hz-ratios --help
  [2]

A rate above 10 (1000 %) is refused, with the form that 75 per cent has; from 1 on what was taken is told:

  $ for r in 75 7500% -0.75 x; do hz-reserve --method cape-cod --trend $r --exposure e.csv raa.csv; done
  hz-reserve: --trend: 75 is 7500 %, and at most 10 (1000 %) is expected: 75 per cent is written 75%
  try: hz-reserve --help
  hz-reserve: --trend: 7500% is out of range (-0.99 to 10, that is -99% to 1000%)
  try: hz-reserve --help
  hz-reserve: e.csv: cannot open: No such file or directory
  hz-reserve: --trend: "x" is not a number
  try: hz-reserve --help
  [2]
  $ hz-project --rate 75 raa.csv
  hz-project: --rate: 75 is 7500 %, and at most 10 (1000 %) is expected: 75 per cent is written 75%
  try: hz-project --help
  [2]
  $ hz-adjust --method trend --trend 12 raa.csv
  hz-adjust: --trend: 12 is 1200 %, and at most 10 (1000 %) is expected: 12 per cent is written 12%
  try: hz-adjust --help
  [2]
  $ hz-on-level --trend 12 raa.csv
  hz-on-level: --trend: 12 is 1200 %, and at most 10 (1000 %) is expected: 12 per cent is written 12%
  try: hz-on-level --help
  [2]
  $ hz-trends --future 12 raa.csv
  hz-trends: --future: 12 is 1200 %, and at most 10 (1000 %) is expected: 12 per cent is written 12%
  try: hz-trends --help
  [2]
  $ hz-margin --cost-of-capital 12 raa.csv
  hz-margin: --cost-of-capital: 12 is 1200 %, and at most 10 (1000 %) is expected: 12 per cent is written 12%
  try: hz-margin --help
  [2]
  $ hz-savings --as-of 2023-12-31 --rate 12 members.csv
  hz-savings: --rate: 12 is 1200 %, and at most 10 (1000 %) is expected: 12 per cent is written 12%
  try: hz-savings --help
  [2]
  $ hz-illness --rate 12 members.csv
  hz-illness: --rate: 12 is 1200 %, and at most 10 (1000 %) is expected: 12 per cent is written 12%
  try: hz-illness --help
  [2]
  $ hz-reserve --percent 35 raa.csv
  hz-reserve: --percent: 35 is 3500 %, and at most 10 (1000 %) is expected: 35 per cent is written 35%
  try: hz-reserve --help
  [2]
  $ hz-reserve --decay 75 raa.csv
  hz-reserve: --decay: 75 is 7500 %, and at most 1 (100 %) is expected: 75 per cent is written 75%
  try: hz-reserve --help
  [2]
  $ hz-growth --invert --total 9773万 --rate 75 --years 5
  hz-growth: --rate: 75 is more than 10 (1000 %): 75 per cent is written 75%
  try: hz-growth --help
  [2]
  $ hz-reserve --run-off raa.csv | hz-project --rate 3 | sed -n 2p
  hz-project: --rate: 3 is taken as 300 %; 3 per cent is written 3%
  1991,17501.42,8750.71
  $ hz-reserve --run-off raa.csv | hz-project --rate 300% | sed -n 2p
  1991,17501.42,8750.71

A prior may be an amount a person, so that a high one is not refused but told:

  $ printf 'origin,exposure\n1981,100\n' >one.csv; printf 'origin,development,value\n1981,1,60\n' >cell.csv
  $ hz-reserve --method expected --prior 75 --exposure one.csv cell.csv
  hz-reserve: --prior: taken as 75 per unit of exposure; 75 per cent of it is written 75%
  hz-reserve: cell.csv: one cell only
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1981,60.00,1.000000,7500.00,7440.00,,
  total,60.00,,7500.00,7440.00,,
  $ hz-reserve --method expected --prior 75% --exposure one.csv cell.csv
  hz-reserve: cell.csv: one cell only
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1981,60.00,1.000000,75.00,15.00,,
  total,60.00,,75.00,15.00,,

A state of another version is refused by that reason:

  $ hz-years members -q --partial members.csv >now.state
  $ sed '1s/2/1/' now.state >before.state; hz-merge before.state
  hz-merge: before.state:1: this state is of another version: make it anew with --partial
  [1]
  $ hz-merge now.state before.state
  hz-years: before.state:1: this state is of another version: make it anew with --partial
  [1]
