# One bad group is one bad group

Three insurers of Meyers (2019), of which the one in the middle has a cell twice, a value that is none, a premium below
0, a missing premium or a companion that does not fit. Every command that takes groups names it, goes on with the
others, and ends with 1:

  $ cp $ROOT/data/published/meyers_{paid,incurred,exposure}.csv .
  $ three() { grep -e ^line -e ^CA,353, -e ^CA,388, -e ^CA,620, meyers_$1.csv; }
  $ three paid > good.csv; three incurred > incurred.csv; three exposure > exposure.csv
  $ awk -F, '1; $2 == 388 && !n++' good.csv > twice.csv
  $ awk -F, -v OFS=, '$2 == 388 && !n++ { $5 = "x" } 1' good.csv > text.csv
  $ awk -F, -v OFS=, '$2 == 388 && !n++ { $4 = -5 } 1' exposure.csv > negative.csv
  $ grep -v CA,388,1993 exposure.csv > missing.csv
  $ awk -F, '!($2 == 388 && $3 == 1988 && $4 == 5)' incurred.csv > misfit.csv
  $ try() { "$@" > out 2> err; echo "$? $(grep -o '^CA,[0-9]*' out | sort -u | paste -sd ' ')|$(grep -c 388 err)|$*"; }
  $ for bad in twice.csv text.csv; do
  >   for command in hz-reserve 'hz-reserve -m mack' 'hz-reserve --run-off' 'hz-reserve --factors' 'hz-reserve --show-selections' \
  >     'hz-reserve --tail-parameters --tail-curve exponential' hz-one-year 'hz-bootstrap --simulations 100' hz-emergence hz-diagnose \
  >     hz-trends 'hz-coarsen -g year' 'hz-adjust -m trend --trend 5%' 'hz-munich --incurred incurred.csv' 'hz-bridge --look-back 1' \
  >     'hz-bridge --from good.csv' 'hz-multivariate --across line'; do try $command $bad; done; done
  1 CA,353 CA,620|1|hz-reserve twice.csv
  1 CA,353 CA,620|1|hz-reserve -m mack twice.csv
  1 CA,353 CA,620|1|hz-reserve --run-off twice.csv
  1 CA,353 CA,620|1|hz-reserve --factors twice.csv
  1 CA,353 CA,620|1|hz-reserve --show-selections twice.csv
  1 CA,353 CA,620|1|hz-reserve --tail-parameters --tail-curve exponential twice.csv
  1 CA,353 CA,620|1|hz-one-year twice.csv
  1 CA,353 CA,620|1|hz-bootstrap --simulations 100 twice.csv
  1 CA,353 CA,620|1|hz-emergence twice.csv
  1 CA,353 CA,620|1|hz-diagnose twice.csv
  1 CA,353 CA,620|1|hz-trends twice.csv
  1 CA,353 CA,620|1|hz-coarsen -g year twice.csv
  1 CA,353 CA,620|1|hz-adjust -m trend --trend 5% twice.csv
  1 CA,353 CA,620|1|hz-munich --incurred incurred.csv twice.csv
  1 CA,353 CA,620|1|hz-bridge --look-back 1 twice.csv
  1 CA,353 CA,620|1|hz-bridge --from good.csv twice.csv
  1 CA,353 CA,620|1|hz-multivariate --across line twice.csv
  1 CA,353 CA,620|1|hz-reserve text.csv
  1 CA,353 CA,620|1|hz-reserve -m mack text.csv
  1 CA,353 CA,620|1|hz-reserve --run-off text.csv
  1 CA,353 CA,620|1|hz-reserve --factors text.csv
  1 CA,353 CA,620|1|hz-reserve --show-selections text.csv
  1 CA,353 CA,620|1|hz-reserve --tail-parameters --tail-curve exponential text.csv
  1 CA,353 CA,620|1|hz-one-year text.csv
  1 CA,353 CA,620|1|hz-bootstrap --simulations 100 text.csv
  1 CA,353 CA,620|1|hz-emergence text.csv
  1 CA,353 CA,620|1|hz-diagnose text.csv
  1 CA,353 CA,620|1|hz-trends text.csv
  1 CA,353 CA,620|1|hz-coarsen -g year text.csv
  1 CA,353 CA,620|1|hz-adjust -m trend --trend 5% text.csv
  1 CA,353 CA,620|1|hz-munich --incurred incurred.csv text.csv
  1 CA,353 CA,620|1|hz-bridge --look-back 1 text.csv
  1 CA,353 CA,620|1|hz-bridge --from good.csv text.csv
  1 CA,353 CA,620|1|hz-multivariate --across line text.csv
  $ for bad in negative.csv missing.csv; do
  >   for command in 'hz-reserve -m bornhuetter-ferguson --prior 0.7' 'hz-reserve -m cape-cod' 'hz-reserve -m expected --prior 0.7' \
  >     'hz-reserve -m clark-cape-cod' 'hz-reserve -m incremental-additive' hz-emergence hz-trends \
  >     'hz-bootstrap --simulations 100 --model cape-cod' 'hz-bridge --look-back 1 -m cape-cod'; do try $command -e $bad good.csv; done; done
  1 CA,353 CA,620|1|hz-reserve -m bornhuetter-ferguson --prior 0.7 -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m cape-cod -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m expected --prior 0.7 -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m clark-cape-cod -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m incremental-additive -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-emergence -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-trends -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-bootstrap --simulations 100 --model cape-cod -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-bridge --look-back 1 -m cape-cod -e negative.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m bornhuetter-ferguson --prior 0.7 -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m cape-cod -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m expected --prior 0.7 -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m clark-cape-cod -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-reserve -m incremental-additive -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-emergence -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-trends -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-bootstrap --simulations 100 --model cape-cod -e missing.csv good.csv
  1 CA,353 CA,620|1|hz-bridge --look-back 1 -m cape-cod -e missing.csv good.csv
  $ for command in 'hz-munich --incurred' 'hz-reserve -m munich-paid --incurred' 'hz-reserve -m case-development --incurred' \
  >   'hz-reserve -m paid-incurred --incurred' 'hz-adjust -m settlement-rate --closed'; do try $command misfit.csv good.csv; done
  1 CA,353 CA,620|2|hz-munich --incurred misfit.csv good.csv
  1 CA,353 CA,620|2|hz-reserve -m munich-paid --incurred misfit.csv good.csv
  1 CA,353 CA,620|2|hz-reserve -m case-development --incurred misfit.csv good.csv
  1 CA,353 CA,620|2|hz-reserve -m paid-incurred --incurred misfit.csv good.csv
  1 CA,353 CA,620|2|hz-adjust -m settlement-rate --closed misfit.csv good.csv

One that is bad in the valuation before is not new in this one:

  $ hz-bridge --from twice.csv good.csv | grep -c 388
  hz-bridge: good.csv: line CA, group 388: this group is not in the valuation before, which was read only in part: twice.csv:58:15: line CA, group 388: origin 1988, development 1: this cell stands twice
  0
  [1]
  $ hz-bridge --from text.csv good.csv | grep total
  hz-bridge: good.csv: line CA, group 388: this group is not in the valuation before, which was read only in part: text.csv:57:15: value: "x" is not a number (expected 1234.5, without separators) (line CA, group 388)
  CA,353,total,6576.45,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,6576.45
  CA,620,total,99778.98,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,99778.98

Commands that read what others print:

  $ hz-reserve -m mack good.csv | awk -F, -v OFS=, '$2 == 388 && !n++ { $7 = "x" } 1' > reserve.csv
  $ hz-reserve --run-off good.csv | awk -F, -v OFS=, '$2 == 388 && !n++ { $6 = "x" } 1' > run_off.csv
  $ for command in 'hz-project reserve.csv' 'hz-project run_off.csv' 'hz-margin --quantiles 75 reserve.csv'; do try $command; head -n 1 err; done
  1 CA,353 CA,620|0|hz-project reserve.csv
  hz-project: reserve.csv:13:40: ibnr: "x" is not a number (expected 1234.5, without separators)
  1 CA,353 CA,620|0|hz-project run_off.csv
  hz-project: run_off.csv:48:21: value: "x" is not a number (expected 1234.5, without separators)
  1 CA,353 CA,388 CA,620|0|hz-margin --quantiles 75 reserve.csv
  hz-margin: reserve.csv:13:40: ibnr: "x" is not a number (expected 1234.5, without separators)

Totals say that it is missing:

  $ hz-reserve --totals --no-total twice.csv | tail -1
  hz-reserve: twice.csv:58:15: line CA, group 388: origin 1988, development 1: this cell stands twice
  hz-reserve: totals over groups are without the 1 that were refused
  total,total,total,331231.00,,437586.42,106355.42,,,all
  $ hz-one-year --totals twice.csv | tail -1
  hz-one-year: twice.csv:58:15: line CA, group 388: origin 1988, development 1: this cell stands twice
  hz-one-year: totals over groups are without the 1 that were refused
  total,total,total,106355.42,,,all
  $ hz-multivariate --across group twice.csv | tail -1
  hz-multivariate: twice.csv:58:15: line CA, group 388: origin 1988, development 1: this cell stands twice
  hz-multivariate: totals over groups are without the 1 that were refused
  CA,total,total,331231.00,437748.85,106517.85,9895.75,0.0929
