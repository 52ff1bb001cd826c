JSON lines, an array and objects with lines of their own, of records and of small tables, give the
same bytes as the CSV that they were made of:

  $ claims=$ROOT/data/sample/claims.csv
  $ lines() { awk -F, 'NR == 1 { split($0, name); next }
  >   { row = ""; for (f = 1; f <= NF; f++) {
  >       value = "\"" $f "\""
  >       if ($f == "") value = "null"; else if (name[f] ~ /paid|case/) value = $f; else if (name[f] == "ex_gratia") value = $f ? "true" : "false"
  >       row = row (f == 1 ? "{" : ",") "\"" name[f] "\":" value }
  >     print row "}" }' "$@"; }
  $ lines "$claims" >claims.jsonl; sed -n 1p claims.jsonl
  {"claim":"C00000000331","member":"M0000000033","plan":"allowance","office":"5401","start":"2022-06-17","event":"2023-06-03","report":"2023-06-15","transaction":"2023-06-15","paid":0.00,"case_estimate":900.00,"status":"reported","ex_gratia":false}
  $ hz-triangle --as-of 2024-12-31 "$claims" >triangle.csv
  $ { echo '['; sed '$!s/$/,/' claims.jsonl; echo ']'; } >claims.json
  $ tr -d '\n' <claims.json >line.json; sed 's/[{,]/&\n  /g' claims.jsonl >pretty.json
  $ for file in claims.jsonl claims.json line.json pretty.json; do hz-triangle --as-of 2024-12-31 $file | cmp - triangle.csv; hz-triangle --threads 3 --block 65536 --as-of 2024-12-31 <$file | cmp - triangle.csv && echo same; done
  same
  same
  same
  same
  $ hz-triangle --as-of 2024-12-31 claims.jsonl "$claims" | cmp - <(hz-triangle --as-of 2024-12-31 "$claims" "$claims") && echo same
  same
  $ for format in json jsonl; do hz-triangle --as-of 2024-12-31 --format $format claims.jsonl | hz-reserve | cmp - <(hz-reserve triangle.csv) && echo same; done
  same
  same
  $ hz-check claims claims.jsonl | cmp - <(hz-check claims "$claims" | sed '2,$s/,1$/,true/;2,$s/,0$/,false/') && echo same
  same

A part of JSON lines needs no header:

  $ split -n l/3 -a 1 claims.jsonl part.
  $ for part in a b c; do hz-triangle --as-of 2024-12-31 --partial -o $part.state part.$part; done; hz-merge --expect 3 [abc].state | cmp - triangle.csv && echo same
  same

Names in another order, names that come and go, null, a code, escapes,
and what is nested and not wanted:

  $ cat >members.jsonl <<'END'
  > {"contribution": 60.10, "start": "2024-01-01", "end": "2024-12-31", "office": "0012"}
  > 
  > {"office": "\u5317\u4eac\t\"\ud83d\ude00\"", "end": "2024-12-31", "start": "2024-01-01", "contribution": "60.10", "tags": ["a", {"b": "}"}]}
  > {"start": "2024-01-01", "contribution": 12345678901.01, "end": "2024-12-31", "office": null}
  > END
  $ hz-unearned --as-of 2024-06-30 --by office members.jsonl
  office,count,contribution,earned,unearned
  ,1,12345678901.01,6139108087.39,6206570813.62
  0012,1,60.10,29.89,30.21
  "北京	""😀""",1,60.10,29.89,30.21
  total,3,12345679021.21,6139108147.16,6206570874.05
  $ printf '\357\273\277[{"year": 2023, "payouts": 10}, {"year": 2024, "payouts": 12}]' | hz-growth | cut -d, -f1-4
  series,method,base_year,last_year
  payouts,level,2023,2024
  payouts,cumulative,2023,2024
  payouts,arithmetic,2023,2024

Messages name the line in which an object begins, in pretty JSON and behind texts with line ends:

  $ try() { printf "$1" | hz-unearned --as-of 2024-06-30 2>&1 >/dev/null | head -n 1; }
  $ good='"start":"2024-01-01","end":"2024-12-31","contribution":60'
  $ try "{$good}\n{\"start\":\"x\"}"
  hz-unearned: <stdin>:2: start: "x" is not a date (expected YYYY-MM-DD)
  $ try "[\n {\n  $good\n },\n {\n  $good\n },\n {\n  \"start\": \"x\"\n }\n]"
  hz-unearned: <stdin>:8: start: "x" is not a date (expected YYYY-MM-DD)
  $ try "{$good,\"note\":\"a\\\\nb\\\\n\"}\n{$good}\n{$good,\"note\":\"c\\\\n\"}\n{\"start\":\"x\"}"
  hz-unearned: <stdin>:4: start: "x" is not a date (expected YYYY-MM-DD)
  $ printf '[{"origin":2020,"development":1,"value":7},\n{"origin":2020,"development":2,"value":"x"}]' | hz-reserve
  hz-reserve: <stdin>:2: value: "x" is not a number (expected 1234.5, without separators)
  [1]

What is no such JSON ends the run, and there is no figure:

  $ try "{$good}\n{$good,}"
  hz-unearned: <stdin>:2:60: from here on this is no JSON (RFC 8259)
  $ try "{$good}\n{\"start\":01}"
  hz-unearned: <stdin>:2:12: from here on this is no JSON (RFC 8259)
  $ try "{$good,\"n\":\"\\\\ud83d\"}"
  hz-unearned: <stdin>:1:65: from here on this is no JSON (RFC 8259)
  $ try "{$good,\"n\":\"a\tb\"}"
  hz-unearned: <stdin>:1:66: from here on this is no JSON (RFC 8259)
  $ try "{$good,\"n\":NaN}"
  hz-unearned: <stdin>:1:64: from here on this is no JSON (RFC 8259)
  $ try "{$good,\"end\":null}"
  hz-unearned: <stdin>:1: "end" stands twice in this object
  $ try "{$good"
  hz-unearned: <stdin>:1: the file ends in the middle of an array or of an object: was it cut off?
  $ try "[{$good}"
  hz-unearned: <stdin>:1: the file ends in the middle of an array or of an object: was it cut off?
  $ try "[{$good},]"
  hz-unearned: <stdin>:1: expected an object, as in {"claim": "C1", "paid": 60.5}: of other JSON, jq makes such
  $ try "[{$good}{$good}]"
  hz-unearned: <stdin>:1: expected a comma, or the end of the array
  $ try "[{$good}]\n{$good}"
  hz-unearned: <stdin>:2: the array has ended: nothing may follow it
  $ try "{$good}\n[1]"
  hz-unearned: <stdin>:2: expected an object, as in {"claim": "C1", "paid": 60.5}: of other JSON, jq makes such
  $ try "[[1,2]]"
  hz-unearned: <stdin>:1: expected an object, as in {"claim": "C1", "paid": 60.5}: of other JSON, jq makes such
  $ try "[]"
  hz-unearned: <stdin>: empty: a header line was expected
  $ try "{\"data\":[{$good}]}"
  hz-unearned: <stdin>:1: this is no header: it is one field, and no known column (wanted "start"; --delimiter SIGN says what splits it, --header-row N names its line)
  $ try "{$good,\"n\":\"\\325\\305\"}"
  hz-unearned: <stdin>:1: this is no UTF-8, which JSON is: iconv makes it that
  $ printf '{"start":"2024-01-01"}' | hz-unearned --as-of 2024-06-30 --encoding GB18030
  hz-unearned: <stdin>: JSON is UTF-8: without --encoding, or by iconv -f GB18030 -t UTF-8
  try: hz-unearned --help
  [2]
  $ { for i in {1..16000}; do echo "{$good}"; done; echo "{$good,\"plan\":\"late\"}"; } | hz-unearned --as-of 2024-06-30 --by plan 2>&1 | tail -n 1
  total,16001,960060.00,477406.89,482653.11
  $ { for i in {1..18000}; do echo "{$good}"; done; echo "{$good,\"plan\":\"late\"}"; } | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:18001: "plan" is in none of the first objects, which say what columns there are: add it to the first one, with null
  [1]
  $ { printf '{%s,"n":"' "$good"; head -c 1100000 /dev/zero | tr '\0' x; printf '"}'; } | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:1: an object of more than 1048576 bytes: each row is one
  [1]
