Keys: that of RFC 4231's test cases 6 and 7, 131 times the byte aa, and one that nobody knows.

  $ umask 077
  $ for i in $(seq 131); do printf '\xaa'; done >rfc.key
  $ head -c 32 /dev/urandom >other.key

What a cell becomes is HMAC-SHA-256 of its kind, a NUL and its text, cut to 128 bits; another program
says the same:

  $ hmac() { printf '%s\0%s' "$1" "$2" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$(od -An -tx1 -v rfc.key | tr -d ' \n')" | sed 's/.*= //' | cut -c1-32; }
  $ cat >m.csv <<'END'
  > member,member_id,plan,id_no,name,phone,birth,start,end,contribution
  > M1,P1,hospital,11010519491231002X,张三,13800000000,1949-12-31,2024-01-01,2024-12-31,60.00
  > M2,P1,critical,11010519491231002x," 张三 ",,1949-12-31,2024-01-01,2024-12-31,60.00
  > M3,1,critical,1,1,"13800000000",,2024-01-01,2024-12-31,60.00
  > END
  $ hz-mask --key rfc.key m.csv --keep claim >masked.csv && cat masked.csv
  member,member_id,plan,id_no,name,phone,birth,start,end,contribution
  710cb055f1e25841b660ca9410af6ec3,63e4faaae3ef5fccf135756385d8be0c,hospital,af91be27003fb2d99e4fb12b61cce0ac,0565f054fd17a9b252253d5ee967b83f,09e94db14c6010c6143fca6dd80272c3,1949-12-31,2024-01-01,2024-12-31,60.00
  9400859d48a553859050c2137186d691,63e4faaae3ef5fccf135756385d8be0c,critical,af91be27003fb2d99e4fb12b61cce0ac,0565f054fd17a9b252253d5ee967b83f,,1949-12-31,2024-01-01,2024-12-31,60.00
  7bc338ab6c9a7f235f70dc447d989b00,ccff7c2ad86a6ea9e5d501ac6b3119f1,critical,15499725cc8074eb62bbfb1c2a531ab1,0e85c1e9330d2bbcaef3ba8dbf087413,09e94db14c6010c6143fca6dd80272c3,,2024-01-01,2024-12-31,60.00
  $ test "$(sed -n 2p masked.csv | cut -d, -f1,2,4,5,6)" = "$(hmac member M1),$(hmac member_id P1),$(hmac id_no 11010519491231002X),$(hmac name 张三),$(hmac phone 13800000000)" && echo same
  same

A person's cells are the same in each row, and nothing else is; the same number of another kind is
another one:

  $ tail -n +2 masked.csv | cut -d, -f2 | sort | uniq -c | awk '{ print $1 }'
  2
  1
  $ tail -n 1 masked.csv | cut -d, -f2,4,5 | tr , '\n' | sort -u | wc -l
  3

Base32, the same bits:

  $ hz-mask -k rfc.key --as base32 m.csv | sed -n 2p | cut -d, -f1 | tr a-z A-Z | sed 's/$/======/' | base32 -d | od -An -tx1 | tr -d ' \n' | cmp - <(sed -n 2p masked.csv | cut -d, -f1 | tr -d '\n') && echo same
  same

Members and claims still join, and any number of threads gives the same bytes:

  $ hz-simulate members -e 2000 -o members.csv
  $ hz-simulate claims -e 2000 -o claims.csv
  $ for t in 1 2 7; do hz-mask -k other.key members.csv --threads $t --block 1000 | sha256sum; done | sort -u | wc -l
  1
  $ hz-mask -k other.key members.csv -o members.masked.csv
  $ hz-mask -k other.key claims.csv -o claims.masked.csv
  $ joined() { tail -n +2 "$1" | cut -d, -f1 | sort -u | join - <(tail -n +2 "$2" | cut -d, -f2 | sort -u) | wc -l; }
  $ test $(joined members.csv claims.csv) = $(joined members.masked.csv claims.masked.csv) && test $(joined members.csv claims.csv) -gt 10 && echo same
  same
  $ cmp <(hz-years members members.csv --by plan) <(hz-years members members.masked.csv --by plan) && cmp <(hz-triangle claims.csv) <(hz-triangle claims.masked.csv) && echo same
  same
  $ cut -d, -f3- members.csv | cmp - <(cut -d, -f3- members.masked.csv) && echo same
  same
  $ tail -n +2 members.csv | cut -d, -f1 | grep -cFf - members.masked.csv
  0
  [1]

Whether cells are quoted or not, whatever row stands before or behind, and whatever is wrong with some, the same
row becomes the same. A quoted cell of a batch makes all of its rows be read one by one; without quotes they are read
by columns:

  $ awk -F, -v OFS=, 'BEGIN { srand(5) } NR == 1 { print; next } { f = 2 + int(rand() * (NF - 1)) }
  >     NR % 7 == 0 { $f = "" } NR % 11 == 0 { $f = $f "x" } NR % 13 == 0 { $f = "13800000000" }
  >     NR % 17 == 0 { $1 = " " $1 } NR % 19 == 0 { $1 = "" } NR % 23 == 0 { $9 = "" }
  >     NR % 3 == 0 { print } { print }' members.csv >wrong.csv
  $ rows() { hz-mask -k other.key "$@" -q 2>counts; tail -n 1 counts | grep -o ' [0-9].*rejected'; }
  $ for more in --as=hex --as=base32 --birth-year; do
  >     rows wrong.csv $more >one
  >     sed '2,$ s/^[^,][^,]*/"&"/' wrong.csv | rows $more | cmp - one || echo "differs: first quoted ($more)"
  >     sed '2,$ s/[^,]*$/"&"/' wrong.csv | rows $more | tr -d '"' | cmp - one || echo "differs: last quoted ($more)"
  >     awk 'NR % 700 == 2 { sub(/^[^,]+/, "\"&\"") } { print }' wrong.csv | rows $more --block 20000 | cmp - one || echo "differs: some quoted ($more)"
  >     sed 's/$/\r/' wrong.csv | rows $more | cmp - one || echo "differs: other line ends ($more)"
  >     { head -n 1 wrong.csv; tail -n +2 wrong.csv | tac; } | rows $more | sort | cmp - <(sort one) || echo "differs: backwards ($more)"
  > done
  $ tail -n 1 one | awk '{ print ($1 > 2500), ($5 > 1800), ($12 > 200) }'
  1 1 1

Several files have one header; of others nothing is masked by the fields of the first:

  $ printf 'name,plan,start\na,b,2024-01-01\n' >a1.csv; printf 'plan,start,name\nb,2024-01-01,a\n' >a2.csv; printf 'name\na\n' >a3.csv
  $ hz-mask -k rfc.key a1.csv a1.csv | uniq -c | awk '{ print $1 }'
  1
  2
  $ for files in 'a1.csv a2.csv' 'a1.csv a3.csv' 'a3.csv a1.csv'; do hz-mask -k rfc.key $files; done
  hz-mask: a2.csv:1: the header is not that of a1.csv: rows of both would not fit under one
  hz-mask: a3.csv:1: the header is not that of a1.csv: rows of both would not fit under one
  hz-mask: a1.csv:1: the header is not that of a3.csv: rows of both would not fit under one
  [1]

Other names of columns are known, others must be named, as may be columns of one kind:

  $ printf '参保编号,姓名,手机号,推荐人,start\nM1,张三,138,M1,2024-01-01\n' >c.csv
  $ hz-mask -k rfc.key c.csv
  hz-mask: c.csv:1: it is not known what stands in 推荐人: name each in --mask or in --keep
  [1]
  $ hz-mask -k rfc.key c.csv --mask 推荐人=member --keep 手机号 | awk -F, 'NR == 2 { print ($1 == $4), $3, $5 }'
  1 138 2024-01-01
  $ printf 'ours: phone\n' >map.yaml; printf 'ours\n138\n' | hz-mask -k rfc.key --columns map.yaml | tail -n 1 | grep -c $(hmac phone 138)
  1
  $ hz-mask -k rfc.key c.csv --mask 推荐人,推荐人
  hz-mask: "推荐人" stands twice in --mask
  try: hz-mask --help
  [2]
  $ printf 'ours,start\nM1,2024-01-01\n' | hz-mask -k rfc.key --mask 'ours, Ours'
  hz-mask: "Ours" stands twice in --mask
  try: hz-mask --help
  [2]
  $ hz-mask -k rfc.key c.csv --mask name --keep name
  hz-mask: "name" is both in --mask and in --keep
  try: hz-mask --help
  [2]
  $ hz-mask -k rfc.key c.csv --mask 'a,,b'
  hz-mask: "a,,b" is no list of COLUMN or COLUMN=KIND
  try: hz-mask --help
  [2]
  $ hz-mask -k rfc.key c.csv --mask nothing
  hz-mask: c.csv:1: there is no column "nothing"; the header has: 参保编号,姓名,手机号,start and 1 more that are not known (--columns MAP.yaml gives other names)
  [1]
  $ printf 'plan,office\nA,1\n' | hz-mask -k rfc.key
  hz-mask: <stdin>:1: there is nothing to mask: no column of it identifies a person
  [1]

Dates of birth, by their year. A row at fault is rejected, its text masked in the message:

  $ hz-mask -k rfc.key m.csv --birth-year | cut -d, -f7
  birth
  1949-01-01
  1949-01-01
  
  $ sed '3s/1949-12-31/1949-12-99/' m.csv | hz-mask -k rfc.key --birth-year -q --reject bad.csv | cut -d, -f7
  hz-mask: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)
  birth
  1949-01-01
  
  $ cut -d, -f1,6 bad.csv
  reject_code,reject_message
  bad_date,"""19********"" is not a date (expected YYYY-MM-DD)"
  $ sed '3s/1949-12-31/1949-12-99/' m.csv | hz-mask -k rfc.key -b >/dev/null
  hz-mask: <stdin>:3:47: birth: "19********" is not a date (expected YYYY-MM-DD)
  hz-mask: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)
  [1]

Quotes, line ends and tabs stay as they are:

  $ printf 'name\tunit_name\r\n"a ""b"""\t"c\td"\r\n' | hz-mask -k rfc.key | od -An -c | tr -s ' ' | tail -n 3
   6 9 e f 1 7 a d 9 3 a 5 7 a 6 a
   d a 9 f b 2 4 0 5 9 b 6 6 3 2 \t
   " c \t d " \n
  $ hmac name 'a "b"' | cut -c1-8
  b69ef17a

A key that others can read, that is short, or that is none:

  $ chmod 640 rfc.key; hz-mask -k rfc.key m.csv
  hz-mask: rfc.key: others than its owner have access (mode 640): chmod 600, and think of a new key
  try: hz-mask --help
  [2]
  $ chmod 604 rfc.key; hz-mask -k rfc.key m.csv
  hz-mask: rfc.key: others than its owner have access (mode 604): chmod 600, and think of a new key
  try: hz-mask --help
  [2]
  $ chmod 600 rfc.key; head -c 31 rfc.key >short.key; hz-mask -k short.key m.csv
  hz-mask: short.key: a key has 32 to 4096 bytes: head -c 32 /dev/urandom makes one
  try: hz-mask --help
  [2]
  $ hz-simulate members -e 100 -o long.key; hz-mask -k long.key m.csv
  hz-mask: long.key: a key has 32 to 4096 bytes: head -c 32 /dev/urandom makes one
  try: hz-mask --help
  [2]
  $ hz-mask -k no.key m.csv
  hz-mask: no.key: cannot open: No such file or directory
  [3]
  $ hz-mask -k . m.csv
  hz-mask: .: is no file: expected a file with a key
  try: hz-mask --help
  [2]
  $ hz-mask m.csv
  hz-mask: --key FILE is required
  try: hz-mask --help
  [2]
  $ hz-mask -k <(cat rfc.key) m.csv | cmp - <(hz-mask -k rfc.key m.csv) && echo same
  same

A manifest says nothing of the key:

  $ hz-mask -k rfc.key m.csv --manifest m.json >/dev/null; grep -c $(sha256sum <rfc.key | cut -c1-64) m.json
  0
  [1]
  $ hz-audit verify m.json | cut -d, -f3,4
  item,verdict
  input m.csv (operand),same
  output result,same
  $ cp other.key rfc.key; hz-audit verify m.json 2>/dev/null | cut -d, -f3,4
  item,verdict
  input m.csv (operand),same
  output result: sha256,differs
