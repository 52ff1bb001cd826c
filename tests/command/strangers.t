Files from strangers do nothing but be read. Seals are made anew by anybody, here by two functions, so
that what is refused is refused for what it says:

  $ seal_state() { # FILE: the checksum over all lines but the last, and the number of rows
  >   local sum=-3750763034362895579 byte
  >   for byte in $(sed '/^end,/d' "$1" | od -An -v -tu1); do sum=$(((sum ^ byte) * 1099511628211)); done
  >   { sed '/^end,/d' "$1"; printf 'end,%d,%016x\n' "$(grep -c ^row, "$1")" "$sum"; } >"$1.new" && mv "$1.new" "$1"; }
  $ reseal() { # FILE SECTION VALUE, compact JSON: replaces a section and its seal
  >   sed -i "s|^  \"$2\": .*|  \"$2\": $3,|; s|^    \"$2\": \"[0-9a-f]*\"|    \"$2\": \"$(printf %s "$3" | sha256sum | cut -c1-64)\"|" "$1"; }

Any manifest with arguments on one line:

  $ printf 'origin,method,ibnr\n2020,--,50\n2021,--,70\n' >r.csv; echo mine >victim
  $ hz-allocate --total 100 --key ibnr r.csv --manifest good.json >/dev/null
  $ cp good.json flat.json; sed -i '/"arguments": \[/,/\]/{/"arguments"/!d;s/.*/  "arguments": [],/}' flat.json
  $ evil() { cp flat.json evil.json; reseal evil.json arguments "$1"; hz-audit verify "${@:2}" evil.json 2>&1 >/dev/null; echo "status $?, victim: $(cat victim)"; }
  $ evil '["--format=csv","--total=100","--key=ibnr","--","r.csv"]'
  status 0, victim: mine

What writes, in any spelling, wherever it hides:

  $ evil '["--total=100","--key","ibnr","--method","--","--output=victim","r.csv"]' | cut -c 1-110
  hz-audit: evil.json: hz-allocate: run: expected a manifest, found status 1 (hz-allocate: "--key": expected --N
  status 1, victim: mine
  $ for a in --output=victim --outp=victim -ovictim -o --manifest=victim --reject=victim --findings=victim --threads=2 --block=1 --replay=x --under=/ --merge --help; do
  >   evil "[\"--total=100\",\"--key=ibnr\",\"$a\",\"--\",\"r.csv\"]" | sed 's/.*(hz-allocate: //; s/)$//'; done
  "--output=victim": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--outp=victim": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "-ovictim": expected --NAME=VALUE, or --NAME of a flag
  status 1, victim: mine
  "-o": expected --NAME=VALUE, or --NAME of a flag
  status 1, victim: mine
  "--manifest=victim": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--reject=victim": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--findings=victim": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--threads=2": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--block=1": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--replay=x": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--under=/": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--merge": no option that shapes what hz-allocate prints
  status 1, victim: mine
  "--help": no option that shapes what hz-allocate prints
  status 1, victim: mine

Programs that are none, and those that start others; a language that is none:

  $ for p in hz-audit hz-merge hz sh ../bin/hz-allocate /bin/sh hz-nothing; do cp good.json evil.json; reseal evil.json program "\"$p\""; hz-audit verify evil.json; done
  hz-audit: evil.json: hz-audit: run: expected a manifest, found status 1 (hz-audit: "--total=100": no option that shapes what hz-audit prints)
  manifest,program,item,verdict,expected,found
  evil.json,hz-audit,input r.csv (operand),same,8faf3bd7b88029f73fe7fab548bd5d0ce12f6194ad9d265cb2f530bbd4ff2d90,8faf3bd7b88029f73fe7fab548bd5d0ce12f6194ad9d265cb2f530bbd4ff2d90
  evil.json,hz-audit,run,differs,a manifest,"status 1 (hz-audit: ""--total=100"": no option that shapes what hz-audit prints)"
  hz-audit: evil.json: "hz-merge" is none of the commands that are run again
  hz-audit: evil.json: "hz" is none of the commands that are run again
  hz-audit: evil.json: "sh" is none of the commands that are run again
  hz-audit: evil.json: "../bin/hz-allocate" is none of the commands that are run again
  hz-audit: evil.json: "/bin/sh" is none of the commands that are run again
  hz-audit: evil.json: "hz-nothing" is none of the commands that are run again
  [1]
  $ cp good.json evil.json; reseal evil.json language '"../../etc/locale"'; hz-audit verify evil.json
  hz-audit: evil.json: there is no language "../../etc/locale"
  [1]

Files that are not listed, lie elsewhere, or are none:

  $ evil '["--format=csv","--total=100","--key=ibnr","--","/etc/passwd"]'
  hz-audit: evil.json: hz-allocate: run: expected a manifest, found status 1 (hz-allocate: /etc/passwd: is not among the inputs that the manifest lists: it is not read)
  status 1, victim: mine
  $ mkdir inner; cp r.csv good.json inner; sed -i 's/"r.csv"/"..\/r.csv"/' inner/good.json
  $ inputs=$(sed -n '/"inputs"/,/^  }/p' inner/good.json | sed '/^  }/q' | tr -d ' \n' | sed 's/^"inputs"://; s/,$//')
  $ sed -i "s|^    \"inputs\": \"[0-9a-f]*\"|    \"inputs\": \"$(printf %s "$inputs" | sha256sum | cut -c1-64)\"|" inner/good.json
  $ sed -i "s|^    \"arguments\": \"[0-9a-f]*\"|    \"arguments\": \"$(printf %s '["--format=csv","--total=100","--key=ibnr","--","../r.csv"]' | sha256sum | cut -c1-64)\"|" inner/good.json
  $ (cd inner; hz-audit verify good.json 2>&1 | tail -n 1 | sed "s|$PWD|HERE|"; hz-audit verify --allow-outside good.json | cut -d, -f2-4)
  good.json,hz-allocate,input ../r.csv (operand),differs,8faf3bd7b88029f73fe7fab548bd5d0ce12f6194ad9d265cb2f530bbd4ff2d90,../r.csv: lies outside of the folder HERE of the file that names it: it is read only with --allow-outside
  program,item,verdict
  hz-allocate,input ../r.csv (operand),same
  hz-allocate,output result,same
  $ ln -s ../r.csv inner/link.csv; mkfifo inner/pipe.csv; mkdir inner/folder.csv
  $ table() { printf 'tables:\n  - {table: t, %s}\nfigures:\n  - {figure: f, is: {table: t, column: ibnr}}\n' "$1" >inner/t.yaml; timeout 20 hz-audit reconcile inner/t.yaml 2>&1 | sed "s|$PWD|HERE|"; }
  $ for f in r.csv link.csv ../r.csv /dev/zero pipe.csv folder.csv; do table "file: $f"; done
  item,published,low,high,computed,computed_low,computed_high,verdict,off,source,note
  f,,,,120,120,120,derived,,,
  hz-audit: inner/link.csv: lies outside of the folder HERE/inner of the file that names it: it is read only with --allow-outside
  hz-audit: inner/../r.csv: lies outside of the folder HERE/inner of the file that names it: it is read only with --allow-outside
  hz-audit: /dev/zero: lies outside of the folder HERE/inner of the file that names it: it is read only with --allow-outside
  hz-audit: inner/pipe.csv: is no plain file: what a stranger's file names is read only if it is one
  hz-audit: inner/folder.csv: is no plain file: what a stranger's file names is read only if it is one
  $ for f in r.csv link.csv ../r.csv /dev/zero pipe.csv folder.csv -; do table "command: [hz-allocate, --total=100, --key=ibnr, $f]"; done
  item,published,low,high,computed,computed_low,computed_high,verdict,off,source,note
  f,,,,120,120,120,derived,,,
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: link.csv: lies outside of the folder HERE/inner of the file that names it: it is read only with --allow-outside
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: ../r.csv: lies outside of the folder HERE/inner of the file that names it: it is read only with --allow-outside
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: /dev/zero: lies outside of the folder HERE/inner of the file that names it: it is read only with --allow-outside
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: pipe.csv: is no plain file: what a stranger's file names is read only if it is one
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: folder.csv: is no plain file: what a stranger's file names is read only if it is one
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: <stdin>: empty: a header line was expected
  $ table 'command: [hz-allocate, --total=100, --key, ibnr, --method, --, --output=../victim, r.csv]'; cat victim
  hz-audit: inner/t.yaml: hz-allocate ended with status 1: hz-allocate: "--key": expected --NAME=VALUE, or --NAME of a flag
  mine

What the caller types is no file of the manifest's; a file of another size is not read, nor one that goes on for ever:

  $ printf 'tables:\n- {table: t, file: "-"}\nfigures:\n- {figure: x, is: {table: t, column: ibnr}}\n' >dash.yaml; hz-audit reconcile dash.yaml <r.csv
  hz-audit: ./-: cannot open: No such file or directory
  [3]
  $ long() { rm -f endless.csv; truncate -s 400G endless.csv; cp flat.json evil.json; sed -i '/"inputs": {/,/^  }/{/"inputs"/!d;s/.*/  "inputs": {},/}' evil.json
  >   reseal evil.json inputs "{\"endless.csv\":{\"as\":\"operand\",\"bytes\":$1,\"lines\":0,\"sha256\":\"$(printf %064d 0)\"}}"; reseal evil.json arguments '[]'; timeout 20 hz-audit verify --timeout 1 evil.json 2>&1 >/dev/null; }
  $ long 41; long -1; long $((400 << 30))
  hz-audit: evil.json: hz-allocate: input endless.csv (operand): expected 41 bytes, found 429496729600 bytes
  hz-audit: evil.json: this is no manifest that --manifest has written: endless.csv
  hz-audit: endless.csv: has not been read in time: --timeout gives it more
  [3]

One that would not end, and one that wants all memory:

  $ endless() { cp flat.json evil.json; reseal evil.json program "$1"; reseal evil.json arguments "$2"; hz-audit verify "${@:3}" evil.json >/dev/null; }
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,3,25\n2,1,11\n2,2,23\n3,1,9\n' >r.csv; sha=$(sha256sum <r.csv | cut -c1-64)
  $ inputs="{\"r.csv\":{\"as\":\"operand\",\"bytes\":$(wc -c <r.csv),\"lines\":7,\"sha256\":\"$sha\"}}"
  $ sed -i '/"inputs": {/,/^  }/{/"inputs"/!d;s/.*/  "inputs": {},/}' flat.json; reseal flat.json inputs "$inputs"
  $ cp good.json small.json; hz-audit verify --timeout 100 --memory 1000 small.json 2>/dev/null | tail -n 1 | cut -d, -f2-4
  hz-allocate,input r.csv (operand),differs
  $ endless '"hz-bootstrap"' '["--simulations=100000000","--","r.csv"]' --timeout 1
  hz-audit: evil.json: hz-bootstrap has not ended within the 1 seconds that all of this may take: --timeout gives it more
  [3]
  $ endless '"hz-simulate"' '["--enrolments=100000000","--","members"]'
  hz-audit: evil.json: hz-simulate writes more than 67108953 bytes, which is more than is said of its results
  [1]
  $ sed -i '/"outputs": {/,/^  }/{/"outputs"/!d;s/.*/  "outputs": {},/}' evil.json
  $ reseal evil.json outputs '{"result":{"bytes":4000000000000000000,"lines":1,"name":"<stdout>","sha256":"'"$sha"'"}}'
  $ hz-audit verify --timeout 1 evil.json 2>&1 >/dev/null | grep -c -e 'has not ended within the 1 seconds' -e 'half of what room'
  1

The time is that of all that a file asks for, however many commands it names:

  $ { echo tables:; for i in $(seq 200); do echo "- {table: t$i, command: [hz-bootstrap, --simulations=200000, r.csv]}"; done
  >   echo figures:; for i in $(seq 200); do echo "- {figure: f$i, is: {table: t$i, column: ibnr}}"; done; } >many.yaml
  $ timeout 20 hz-audit reconcile --timeout 1 many.yaml
  hz-audit: many.yaml: hz-bootstrap has not ended within the 1 seconds that all of this may take: --timeout gives it more
  [3]

Sections that are cut out, with their seals or without, are missed:

  $ sed '/^  "sums"/d; /^    "sums"/d' good.json >cut.json; hz-audit verify cut.json
  hz-audit: cut.json: the section "sums" has been cut out since the manifest was written
  [1]
  $ sed '/^  "sums"/d' good.json >cut.json; hz-audit verify cut.json
  hz-audit: cut.json: the section "sums" has been cut out since the manifest was written
  [1]
  $ sed '/^    "records"/d' good.json >cut.json; hz-audit verify cut.json
  hz-audit: cut.json: "records" has been changed since the manifest was written: its seal is missing, it has 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
  [1]
  $ grep '"what"' good.json
      "what": "SHA-256 of each section, against accidents: whoever alters a section can seal it anew",

A state names one of the commands that fold records, and options of its own that shape the state, no file:

  $ printf 'start,end,contribution\n2022-06-10,2023-06-09,99\n' >m.csv; hz-unearned --as-of 2022-12-31 --partial m.csv >good.state
  $ state() { sed "$1" good.state >evil.state; seal_state evil.state; timeout 20 hz-merge evil.state; }
  $ state ''
  count,contribution,earned,unearned
  1,99.00,55.60,43.40
  $ for c in hz-mask hz-simulate hz-audit hz-merge hz sh ../hz-unearned; do state "s|^command,.*|command,$c|"; done
  hz-merge: evil.state: "hz-mask" prints no state that could be joined
  hz-merge: evil.state: "hz-simulate" prints no state that could be joined
  hz-merge: evil.state: "hz-audit" prints no state that could be joined
  hz-merge: evil.state: "hz-merge" prints no state that could be joined
  hz-merge: evil.state: "hz" prints no state that could be joined
  hz-merge: evil.state: "sh" prints no state that could be joined
  hz-merge: evil.state: "../hz-unearned" prints no state that could be joined
  [1]
  $ for a in --output=victim --out=victim -ovictim --reject=victim --manifest=victim --columns=m.csv --partial --decimals=3 m.csv -- '"--as-of=2022-12-31"' --as-of; do
  >   state "/^argument/a argument,$a"; done; cat victim
  hz-unearned: evil.state: "--output=victim": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "--out=victim": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "-ovictim": expected --NAME=VALUE, or --NAME of a flag
  hz-unearned: evil.state: "--reject=victim": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "--manifest=victim": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "--columns=m.csv": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "--partial": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "--decimals=3": no option that shapes what hz-unearned prints
  hz-unearned: evil.state: "m.csv": no option that shapes what hz-unearned prints
  hz-unearned: these states were made by hz-unearned with other options: hz-merge finishes them with their own
  try: hz-unearned --help
  hz-unearned: evil.state: --as-of is given twice
  hz-unearned: evil.state: "--as-of": expected --NAME=VALUE, or --NAME of a flag
  mine
  $ printf 'contribution,benefit,birth,sex,start,end\n' >i.csv; printf 'table,sex,age,rate\nt,,30,0.1\n' >tables.csv
  $ hz-illness --tables tables.csv --incidence t --rate 3% --as-of 2022-12-31 --partial i.csv >i.state; hz-merge i.state
  hz-illness: i.state: --tables names a file, which is not opened because a state says so: give the states to hz-illness itself, with the options that made them
  [1]
  $ hz-illness --tables tables.csv --incidence t --rate 3% --as-of 2022-12-31 i.state
  count,contribution,benefit,net_single,reserve,unearned
  0,0.00,0.00,0.00,0.00,0.00

Another version, another layout, counts that do not add up, numbers that are none:

  $ state 's/^version,.*/version,9.9/'; state '/^version/d'; state 's/^huzhu-state,2/huzhu-state,1/'
  hz-merge: these states were made by version 9.9 of hz-unearned, and this is 0.1.0: make them again from their records
  hz-merge: these states were made by version unknown of hz-unearned, and this is 0.1.0: make them again from their records
  hz-merge: evil.state:1: this state is of another version: make it anew with --partial
  [1]
  $ state '/^value,sum,count/d; s/^row,365,1,/row,365,/'; state 's/^value,sum,numerator/value,max,numerator/'; state '/^key/d; s/^row,365,/row,/'
  hz-unearned: evil.state: this state has not the layout that hz-unearned has with these options: make it anew with --partial
  hz-unearned: evil.state: this state has not the layout that hz-unearned has with these options: make it anew with --partial
  hz-unearned: evil.state: this state has not the layout that hz-unearned has with these options: make it anew with --partial
  [1]
  $ state 's/^rows,.*/rows,5,1,0,1/'; state 's/^rows,.*/rows,18446744073709551615,1,0,18446744073709551614/'; state 's/^rows,.*/&\nfault,bad_date,7/'
  hz-unearned: evil.state: the counts of rows in this state do not add up: make it anew with --partial
  hz-unearned: evil.state: the counts of rows in this state do not add up: make it anew with --partial
  hz-unearned: evil.state: the counts of rows in this state do not add up: make it anew with --partial
  [1]
  $ state 's/^row,365/row,0/'; state 's/^row,365/row,-5/'; state 's/^row,365,1,9900,/row,365,1,170141183460469231731687303715884105727,/'
  hz-unearned: evil.state:11: this state is cut off or altered: make it anew with --partial
  hz-unearned: evil.state:11: this state is cut off or altered: make it anew with --partial
  hz-unearned: evil.state:11: this state is cut off or altered: make it anew with --partial
  [1]
  $ state 's/^row,365/row,99999999999999999999/'
  hz-unearned: evil.state:11: this state is cut off or altered: make it anew with --partial
  [1]

Records that are there twice, or are not there, or are out of order; what is new of them is written in the same order:

  $ state 's/^row,\(365.*\)/&\n&/'; for r in rows version; do state "s/^$r,.*/&\n&/"; state "/^$r,/d"; done
  hz-unearned: evil.state:12: this state is cut off or altered: make it anew with --partial
  hz-merge: evil.state:7: this state is cut off or altered: make it anew with --partial
  hz-merge: evil.state:10: this state is cut off or altered: make it anew with --partial
  hz-merge: evil.state:5: this state is cut off or altered: make it anew with --partial
  hz-merge: these states were made by version unknown of hz-unearned, and this is 0.1.0: make them again from their records
  [1]
  $ printf 'plan,member,start,end,contribution\np,甲,2022-06-10,2023-06-09,99\nq,乙,2022-06-10,2023-06-09,99\nq,丙,2021-06-10,2022-06-09,99\n' >persons.csv
  $ printf 'claim,event,report,transaction,paid,case_estimate,status\nA,2020-01-01,2020-01-02,2020-02-01,5,0,paid\nA,2020-01-01,2020-01-02,2021-02-01,6,0,paid\nB,2020-01-01,2020-01-02,2020-02-01,5,0,paid\n' >claims.csv
  $ twice() { grep -n "^$1," good.state | cut -d: -f1 | while read -r n; do sed "${n}p" good.state >evil.state; seal_state evil.state; hz-merge evil.state 2>&1 >/dev/null | sed "s/state:.*: this/state: $1: this/"; done | uniq -c; }
  $ (hz-years members --by plan --persons member --partial persons.csv >good.state; twice row; hz-triangle --measure incurred --partial claims.csv >good.state; twice row; twice entry)
        3 hz-years: evil.state: row: this state is cut off or altered: make it anew with --partial
        2 hz-triangle: evil.state: row: this state is cut off or altered: make it anew with --partial
        3 hz-triangle: evil.state: entry: this state is cut off or altered: make it anew with --partial

Numbers that are no dates, in every field of the rows of other folds: refused, or a result of sane size:

  $ printf 'claim,plan,office,event,report,transaction,paid,case_estimate,status\nA,p,o,2020-01-01,2020-01-02,2020-02-01,5,0,paid\n' >c.csv
  $ printf 'plan,office,start,end,contribution\np,o,2022-06-10,2023-06-09,99\n' >m.csv
  $ altered() { # FIELD VALUE: the same of rows and entries of whole.state, sealed
  >   awk -F, -v OFS=, -v f=$1 -v n=$2 '/^(row|entry),/ && f <= NF && $f ~ /^-?[0-9]+$/ { $f = n } { print }' whole.state >bad.state
  >   cmp -s whole.state bad.state && return 1; seal_state bad.state; }
  $ for c in 'hz-triangle c.csv' 'hz-triangle --measure incurred c.csv' 'hz-years claims c.csv' 'hz-years members m.csv' \
  >     'hz-ledger members --from 2020 --to 2024 m.csv' 'hz-ledger claims --from 2020 --to 2024 c.csv'; do
  >   $c --partial >whole.state; hz-merge whole.state >/dev/null || echo "$c: the state is refused as it is"
  >   for n in -2147483648 -1 99999999 2147483647 9223372036854775807; do for f in 2 3 4 5 6 7 8 9; do altered $f $n || continue
  >     timeout 20 hz-merge bad.state >printed 2>told; s=$?
  >     [ $s -le 1 ] && [ $(wc -c <printed) -lt 100000 ] || echo "$c, field $f = $n: status $s, $(tail -n 1 told)"; done; done; done

One file for two outputs, or for an output and what is read, is refused before anything is read:

  $ cp m.csv keep.csv; ln m.csv other.csv
  $ for o in '--reject m.csv' '-o ./m.csv' '--manifest other.csv' '-o x --reject x' '--manifest ./x -o x'; do hz-unearned --as-of 2022-12-31 $o m.csv; done 2>&1 | grep -v try:
  hz-unearned: m.csv is written and read: give the output another name
  hz-unearned: ./m.csv is written and read: give the output another name
  hz-unearned: other.csv is written and read: give the output another name
  hz-unearned: x is to hold two outputs: give them names of their own
  hz-unearned: ./x is to hold two outputs: give them names of their own
  $ cmp m.csv keep.csv; ls -A | grep -c '^[.]*x'
  0
  [1]

Files in YAML, of every kind, name no file but one of published figures, and are read within bounds, whatever stands in
them: aliases of aliases, one that stands inside of what it means, depth, tags, what is no text, no end, no file:

  $ printf 'year,amount\n2017,1\n2018,2\n' >y.csv; printf 'origin,development,value\n1,1,10\n1,2,20\n2,1,11\n' >t.csv
  $ printf 'province,office,plan,period,item,amount\n11,1,p,2020,covers,2\n' >l.csv; hz-prospect members --as-of 2022-12-31 --months 1 m.csv >e.csv
  $ { echo 'a: &a [x,x,x,x,x,x,x,x,x,x]'; for p in ab bc cd de ef; do t=$(yes "*${p:0:1}" | head -n 10 | paste -sd,); echo "${p:1}: &${p:1} [$t]"; done; } >bomb.yaml
  $ printf 'a: &a [*a]\n' >inside.yaml; printf '? [a, b]\n: c\n' >key.yaml; head -c 100000 /dev/zero | tr '\0' '[' >deep.yaml
  $ printf 'plan: !!python/object/apply:os.system ["touch pwned"]\n' >tag.yaml; printf '<<: {a: b}\n' >merging.yaml; printf 'a: "x\\0y"\n' >nul.yaml
  $ printf 'a: 1\na: 2\n' >twice.yaml; printf '\377\376\0' >binary.yaml; : >empty.yaml; truncate -s 100G long.yaml; mkdir folder.yaml
  $ kinds() { for f in bomb inside key deep tag merging nul twice binary empty long folder none; do
  >   (test "$MODE" != release || ulimit -v 2000000; timeout 20 $(sed "s/FILE/$f.yaml/" <<<"$*") >printed 2>told); s=$?
  >   case $s-$(wc -l <told) in 1-[1-9]* | 3-[1-9]*) echo "$s" ;; *) echo "$* $f: status $s"; cat told ;; esac; done | sort | uniq -c | tr -s ' ' | paste -sd' '; }
  $ kinds hz-check --plans FILE; kinds hz-growth --columns FILE y.csv; kinds hz-unearned --as-of 2022-12-31 --columns FILE m.csv; kinds hz-fund --terms FILE l.csv
   11 1  2 3
   10 1  3 3
   10 1  3 3
   10 1  3 3
  $ kinds hz-audit reconcile FILE; kinds hz-prospect claims --scenarios FILE --as-of 2022-12-31 --exposure e.csv c.csv; kinds hz-reserve --selections FILE t.csv
   10 1  3 3
   10 1  3 3
   10 1  3 3
  $ kinds hz-fund --classical FILE; kinds hz-fund --solvency FILE c.csv; test -e pwned
   10 1  3 3
   10 1  3 3
  [1]

A folder of plans, or of lists, is read only if all that looks like one is a plain file: a pipe would be waited for:

  $ cp -r $ROOT/plans plans; mkfifo plans/0.yaml; timeout 20 hz-check --plans plans --lists $ROOT/data/lists; rm plans/0.yaml; ln -s /dev/zero plans/0.yaml; timeout 20 hz-check --plans plans --lists $ROOT/data/lists
  hz-check: plans/0.yaml: is no plain file: of a folder, only these are read
  hz-check: plans/0.yaml: is no plain file: of a folder, only these are read
  [1]
