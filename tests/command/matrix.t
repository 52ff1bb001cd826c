No command tells on stderr, in findings, in a manifest or in a state who somebody is, whatever is wrong with the file. One
row has a name, the number of an identity card and that of a phone; it stands without a header, shifted, swallowed by a
quote, where dates and amounts should be, in another encoding, below a title, in place of a file in YAML or JSON:

  $ N=张三丰 I=110101199003071233 P=13912345678; (umask 077; printf 'a key of this test, which is no secret' >key)
  $ members=member,id_no,name,phone,plan,office,start,end,contribution; m="M1,$I,$N,$P,accident,1101,2024-01-01,2024-12-31,30"
  $ claims=claim,member,id_no,name,phone,plan,office,event,report,transaction,paid,case_estimate,status; c="C1,M1,$I,$N,$P,accident,1101,2024-03-01,2024-03-02,2024-04-01,5,0,paid"
  $ make() { # KIND HEADER ROW
  >   printf '%s\n' "$2" "$3" >$1-good.csv; printf '%s\n' "$3" "$3" >$1-nohead.csv; printf '%s\n' "$N,教师" "$N,教师" >$1-names.csv; printf '%s\n' "$2" "1,$3" "$3" >$1-shift.csv
  >   printf '%s\n' "$2" "\"$3" "$3" >$1-quote.csv; printf '%s\n' "$2" "$(sed "s/2024-[0-9-]*/$N/g" <<<"$3")" "$(sed "s/2024-[0-9-]*/$I/g" <<<"$3")" "$(sed "s/,30\$/,$N/; s/,5,/,$N,/" <<<"$3")" >$1-dates.csv
  >   printf '%s\n' "$N$I$P" "$2" "$3" >$1-title.csv; iconv -f UTF-8 -t UTF-16 $1-good.csv >$1-utf16.csv; printf 'huzhu-state,2\ncommand,hz-unearned\n%s\n' "$3" >$1-state.csv; }
  $ make m $members "$m"; make c $claims "$c"; echo office,plan,as_of,month,covers >exposure.csv
  $ cat >commands <<END
  > hz-unearned --as-of 2024-06-30
  > hz-unearned --as-of 2024-06-30 --partial
  > hz-years members --persons id_no --key key --partial
  > hz-years claims --persons id_no --count claims
  > hz-ledger members --from 2024 --to 2024
  > hz-ledger claims --from 2024 --to 2024 --partial
  > hz-triangle
  > hz-triangle --measure incurred --partial
  > hz-savings --as-of 2024-06-30 --rate 3%
  > hz-illness --tables $ROOT/data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --as-of 2024-06-30
  > hz-prospect members --as-of 2024-06-30
  > hz-prospect claims --as-of 2024-06-30 --scenarios $ROOT/data/scenarios/base.yaml --exposure exposure.csv
  > hz-check members --plans $ROOT/plans
  > hz-check claims --plans $ROOT/plans --members m-good.csv
  > hz-benefit --plans $ROOT/plans
  > hz-mask --key key
  > hz-audit sample --amount paid --interval 3
  > hz-audit evaluate --amount paid --audited paid
  > hz-audit compare --key member m-good.csv
  > hz-audit verify
  > hz-audit reconcile
  > hz-merge
  > hz-growth
  > hz-ratios
  > hz-reserve
  > hz-diagnose
  > hz-project
  > hz-allocate --total 1 --key ibnr
  > hz-fund --terms $ROOT/data/fund_synthetic.yaml
  > hz-fund --classical
  > hz-coarsen --grain year
  > hz-on-level --changes m-good.csv
  > hz-compound
  > hz-bootstrap
  > hz-one-year
  > hz-trends
  > hz-munich
  > hz-margin
  > hz-backtest
  > hz-bridge --look-back 1
  > hz-multivariate
  > hz-emergence
  > hz-adjust settlement
  > hz-reserve --selections
  > hz-unearned --as-of 2024-06-30 --columns m-title.csv
  > END
  $ while read -r command; do k=m; [[ $command =~ claims|benefit|triangle|audit ]] && k=c; for f in $k-*.csv; do
  >   case $command in *--partial*) kept=printed ;; *) kept=told ;; esac
  >   case $command in hz-mask* | hz-check* | hz-benefit*) more='--findings finds' ;; *) more= ;; esac
  >   rm -f finds proof; timeout 20 $command $more --manifest proof $f >printed 2>told; s=$?; touch finds proof
  >   [ $s -le 3 ] || echo "$command $f: status $s"; grep -lF -e $N -e $I -e $P told finds proof $kept | sort -u | sed "s|^|$command $f: |"; done; done <commands

All commands that read files were tried:

  $ comm -13 <(cut -d' ' -f1 commands | sort -u) <(ls "$(dirname "$(command -v hz)")" | grep ^hz- | sort)
  hz-plot
  hz-report
  hz-selftest
  hz-simulate
