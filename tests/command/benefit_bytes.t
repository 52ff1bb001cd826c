hz-benefit gives the same bytes with any number of threads and in blocks of any size: random claims of few
persons, so that limits, deductibles and diseases paid before hang together over many rows; some of their
fields are empty, wrong or too many. SEEDS names the files.

  $ people() { # SEED: covers of 20 persons, several terms each; some rows take one back
  >     awk -v seed=$1 'BEGIN { srand(seed); n = split("beijing-allowance critical-35-25 changchun-hospital women", plan, " ")
  >         split("new renew  swap", kind, " "); print "member,member_id,id_no,seat_id,plan,start,end,units,enter_type,contribution,entry"
  >         for (i = 1; i <= 80; i++) { p = int(rand() * 20); y = 2022 + int(rand() * 3)
  >             m = sprintf("M%d", int(i / (1 + (rand() < .1)))); k = plan[1 + int(rand() * n)]
  >             row = m ",P" p "," (rand() < .7 ? "ID" p : "") ",S" int(rand() * 40) "," k "," y "-0" 1 + int(rand() * 9) "-01," y + 1 "-01-31," \
  >                 1 + int(rand() * 3) "," kind[1 + int(rand() * 4)] ","
  >             print row "100,"; if (rand() < .05) print row "-100,reversal" } }'
  > }
  $ claims() { # SEED COVERS: their claims, in any order
  >     awk -v seed=$1 'BEGIN { srand(seed); FS = OFS = ","; n = split("ALLOW HOSP CI CI_MILD  ", code, " "); split("S01 S02 S06 S01 X9", ill, " ")
  >         print "claim,member,member_id,id_no,seat_id,plan,start,end,units,benefit,event,report,days,hosp_level,ci_code,hifp_pay,inscope_selfpay,total_selfpay,paid,status" }
  >         NR > 1 { cover[++c] = $0 }
  >         END { for (i = 1; i <= 2500; i++) { split(cover[1 + int(rand() * c)], f, ",")
  >             x = int(rand() * 12); print "C" int(i / (1 + (rand() < .2))), f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8],
  >                 (rand() < .6 ? code[1 + int(rand() * 4)] : ""), substr(f[6], 1, 4) + (rand() < .1) "-" sprintf("%02d", 1 + x) "-" sprintf("%02d", 1 + int(rand() * 28)),
  >                 "", int(rand() * 40), "province", ill[1 + int(rand() * 5)], int(rand() * 9e6) / 100, int(rand() * 2e6) / 100, int(rand() * 3e6) / 100,
  >                 (rand() < .5 ? int(rand() * 1e5) / 100 : ""), "" } }' $2
  > }
  $ messy() {
  >     awk -v seed=$1 'BEGIN { srand(seed); FS = OFS = "," } NR > 1 { r = rand(); f = 1 + int(rand() * NF) }
  >         NR > 1 && r < .01 { $f = "" } NR > 1 && r >= .01 && r < .03 { $f = "\"" $f "\"" } NR > 1 && r >= .03 && r < .04 { $f = $f "x" }
  >         NR > 1 && r >= .04 && r < .045 { $0 = $0 ",more" } NR > 1 && r >= .045 && r < .05 { $f = "\"a\n\"\"b\"" } { print }'
  > }
  $ runs() {
  >     hz-benefit --plans $ROOT/plans "$@" --threads 1 claims.csv > one 2> one.err; echo $? >> one
  >     test $(wc -l < one) -gt 2 || echo "nothing: $*"
  >     for way in '2 1048576' '3 4099' '8 1000' '1 777' '5 20000'; do
  >         hz-benefit --plans $ROOT/plans "$@" --threads ${way% *} --block ${way#* } claims.csv > more 2> more.err; echo $? >> more
  >         cmp -s one more && cmp -s one.err more.err || echo "differs: $* ($way)"
  >     done
  > }
  $ mkdir other; sed 's/40/50/' $ROOT/plans/beijing-allowance-2011.yaml > other/a.yaml
  $ for seed in ${SEEDS:-1 2}; do
  >     people $seed > covers.csv; claims $seed covers.csv > clean.csv; messy $seed < clean.csv > claims.csv
  >     for how in '' '--totals' '--by plan,cover,tier' '--explain' '--review' '--signs --by plan' '--against other --lists '$ROOT/data/lists; do
  >         runs $how
  >         for key in member member_id seat; do runs $how --members covers.csv --join $key; done
  >     done
  > done

Many of the claims are paid, or less than that for what was paid before:

  $ people 1 > covers.csv; claims 1 covers.csv > claims.csv
  $ hz-benefit -q --plans $ROOT/plans claims.csv | awk -F, '{ n = split($(NF - 1), r, ";"); for (i = 1; i <= n; i++) seen[r[i]]++; seen[$21]++ }
  >     END { n = split("paid ended count_limit days_limit", want, " "); for (w = 1; w <= n; w++) print want[w], (seen[want[w]] >= 20 ? "often" : seen[want[w]])
  >         print "class_paid_before", (seen["class_paid_before"] > 0 ? "at times" : "never") }'
  paid often
  ended often
  count_limit often
  days_limit often
  class_paid_before at times
