A manifest says what went in and what came out. The digests are those of sha256sum:

  $ cp "$ROOT/data/sample/members.csv" "$ROOT/data/published/raa.csv" .
  $ hz-years members members.csv --by plan --threads 2 --manifest years.json >years.csv
  $ inputs() { grep -A6 '"inputs"' "$1" | sed -n 's/.*"sha256": "\(.*\)"/\1/p'; }
  $ outputs() { grep -A9 '"outputs"' "$1" | sed -n 's/.*"sha256": "\(.*\)"/\1/p'; }
  $ test "$(inputs years.json)" = "$(sha256sum <members.csv | cut -d' ' -f1)" && echo same
  same
  $ test "$(outputs years.json)" = "$(sha256sum <years.csv | cut -d' ' -f1)" && echo same
  same
  $ sed -n '/"arguments"/,/\]/p' years.json | head -n 6
    "arguments": [
      "--format=csv",
      "--by=plan",
      "--",
      "members",
      "members.csv"
  $ sed -n '/"records": {/,/}/p' years.json
    "records": {
      "read": 2000,
      "used": 2000,
      "left_out": 0,
      "rejected": 0
    },

The sums are exact: those of the table, in fen.

  $ grep '"contribution"' years.json
      "contribution": "15100900",
  $ head -n 1 years.csv
  year,plan,enrolments,persons,units,seats,contribution,contribution_self,contribution_unit,contribution_union,contribution_government,contribution_unstated
  $ tail -n +2 years.csv | cut -d, -f7 | tr -d . | awk '{ sum += $1 } END { printf "%.0f\n", sum }'
  15100900

The same run gives the same manifest, whoever is asked to work and wherever the result goes:

  $ hz-years members members.csv --by plan --threads 1 --block 4096 --manifest again.json >again.csv
  $ cmp years.json again.json && echo same
  same
  $ hz-years members members.csv --by plan --manifest named.json -o named.csv
  $ diff years.json named.json | grep -c '"name"'
  2

What stands on standard input goes by that name, and what is told of plans by their option:

  $ hz-reserve --run-off --manifest reserve.json <raa.csv >reserve.csv
  $ grep -A5 '"inputs"' reserve.json | sed -n '2,3p'
      "<stdin>": {
        "as": "stdin",
  $ hz-check --plans "$ROOT/plans" --manifest plans.json >/dev/null
  $ grep -c '"as": "--plans"' plans.json
  39
  $ ls "$ROOT"/plans/*.yaml "$ROOT"/data/lists/*.yaml | wc -l
  39

A file is told whole, also if its beginning was all that the command needed:

  $ hz-simulate members -e 60000 | awk -F, 'NR == 1 || $2 == "women"' >women.csv
  $ printf 'claim,member,event\n1,%s,2022-01-01\n' $(sed -n 2p women.csv | cut -d, -f1) >first.csv
  $ hz-benefit --plans "$ROOT/plans" first.csv --members women.csv --sorted --block 1000 --manifest sorted.json >/dev/null
  $ grep -c $(sha256sum <women.csv | cut -d' ' -f1) sorted.json
  1

Rejected rows and findings are outputs too:

  $ sed '3s/,20/,x/' members.csv >bad.csv
  $ hz-check members bad.csv --manifest bad.json --reject rejected.csv --findings findings.csv -q >good.csv
  hz-check: 2000 rows in = 1999 used + 0 left out + 1 rejected (bad_date 1)
  [1]
  $ sed -n '/"outputs"/,/^  }/p' bad.json | grep -c sha256
  3
  $ for f in good rejected findings; do grep -c "$(sha256sum <$f.csv | cut -d' ' -f1)" bad.json; done
  1
  1
  1

A command that fails, or whose output is not read to its end, writes none:

  $ hz-years members nothing.csv --manifest none.json
  hz-years: nothing.csv: cannot open: No such file or directory
  [3]
  $ hz-simulate members --rows 1000000 --manifest none.json | head -n 1 >/dev/null
  hz-simulate: none.json: not written: who reads the output has gone before its end
  $ hz-years members members.csv --strict --columns nothing.yaml --manifest none.json
  hz-years: nothing.yaml: cannot open: No such file or directory
  [3]

A name that is not UTF-8 cannot stand in JSON:

  $ cp members.csv $'\xff.csv'
  $ hz-years members $'\xff.csv' --manifest none.json >/dev/null
  hz-years: a file's name or an argument is not UTF-8: a manifest cannot hold it
  [3]
  $ ls none.json
  ls: cannot access 'none.json': No such file or directory
  [2]
