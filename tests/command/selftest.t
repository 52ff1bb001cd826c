Figures of a folder: one that agrees, one that does not, and one of what is not known:

  $ mkdir -p d/figures d/published d/sample; cp $ROOT/data/published/raa.csv d/published; cp $ROOT/data/sample/claims.csv d/sample
  $ head="$(grep -m 1 '^data,' $ROOT/data/figures/published.csv)"
  $ printf '%s\nraa,mack,,factor,1,2.999,1,,A\nraa,mack,,factor,2,1.62,1,,A\n' "$head" > d/figures/published.csv
  $ hz-selftest --data d | grep -E '^(what|figures)'
  what,item,figures,agreed,digits,verdict
  figures,A,2,2,2.7,agrees
  $ hz-selftest --data d | grep -E '^(program|processor).*plain|^program'
  program,huzhu 0.1.0,,,,runs
  processor,scan plain.*,,,,agrees (re)
  $ printf 'raa,mack,,factor,2,1.625,1,,A\nraa,mack,,factor,99,1,1,,A\nraa,mock,,ibnr,total,1,1,,A\n' >> d/figures/published.csv
  $ hz-selftest --data d --each
  hz-selftest: raa mack factor 2: found 1.62352275375345, published is 1.625
  hz-selftest: raa mack factor 99: there is no such age: "99"
  hz-selftest: raa mock ibnr total: unknown method: "mock"
  figure,published,computed,digits,verdict,source
  raa mack factor 1,2.999000000,2.999358651,3.9,agrees,A
  raa mack factor 2,1.620000000,1.623522754,2.7,agrees,A
  raa mack factor 2,1.625000000,1.623522754,3.0,differs,A
  raa mack factor 99,1.000000000,,0.0,differs,A
  raa mock ibnr total,1.000000000,,0.0,differs,A
  [1]
  $ cp d/figures/published.csv d/figures/reference.csv; hz-selftest --data d --reference 2>/dev/null | grep -c '^figures,A,5,2,0.0,differs'
  2
  $ hz-selftest --data nowhere
  hz-selftest: nowhere/sample/claims.csv: cannot open: No such file or directory
  [3]
  $ printf 'a,b\n1,2\n' > d/figures/published.csv; hz-selftest --data d --each
  hz-selftest: d/figures/published.csv: column 1 is to be "data"
  [1]
