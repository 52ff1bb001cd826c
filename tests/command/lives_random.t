# Random lives through hz-benefit

12,000 people with one to three covers of a plan that pays 10,000 for a severe disease from day 61 on, 1,000 from day 31
on and nothing before, once in a term and once in a life; 30 days may lie between two covers. Covers end early, were
booked wrongly and taken back (with the end that was not known then), and are claimed under the enrolment, in order. The
rows of members are in no order. The reference takes person by person and day by day:

  $ cat > lives.awk <<'.'
  > function below(n) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * n) }
  > function day(n) { return strftime("%Y-%m-%d", (18993 + n) * 86400, 1) }
  > function row(who, from, to, fen, ended, type) {
  >   print below(1000000) "," who ",P" p ",critical-35-25," day(from) "," day(to) "," fen "," type "," ended > "rows" }
  > BEGIN { seed = 20261128
  >   print "claim,member,event,ci_code" > "claims.csv"; print "claim,cover,payable" > "want.csv"
  >   for (p = 1; p <= 12000; p++) {
  >     from = below(300); last_before = -1000; delete paid
  >     covers = 1 + below(3)
  >     for (c = 1; c <= covers; c++) {
  >       who = "E" p "-" c; to = from + 364 + below(2); last = below(3) ? to : from + below(to - from)
  >       ended = last < to ? day(last) : ""; type = c > 1 ? (below(2) ? "renew" : "") : "new"
  >       if (below(4) == 0) { row(who, from, to, 40, "", type); row(who, from, to, -40, "", type) }
  >       row(who, from, to, 40, ended, type)
  >       if (last < to && below(2)) row(who, from, to, -5, ended, type)
  >       if (from - last_before - 1 > 30) since = from
  >       over = 0; at = from - 3
  >       for (n = below(4); n > 0; n--) {
  >         at += below(90); code = sprintf("S%02d", 1 + below(3)); claim++
  >         print claim "," who "," day(at) "," code > "claims.csv"
  >         standing = "covered"; pays = 0
  >         if (at < from) standing = "before_cover"
  >         else if (at > to) standing = "after_cover"
  >         else if (at > last || over) standing = "ended"
  >         else if (!(code in paid) || paid[code] == c) {
  >           day_of = at - since + 1; pays = day_of <= 30 ? 0 : day_of <= 60 ? 1000 : 10000
  >           if (pays > 0) { over = 1; if (!(code in paid)) paid[code] = c } }
  >         printf "%d,%s,%d.00\n", claim, standing, pays > "want.csv" }
  >       last_before = last; from = last + 1 + (below(2) ? below(31) : 31 + below(40)) } } }
  > .
  $ awk -f lives.awk
  $ (echo member,member_id,plan,start,end,contribution,enter_type,ended; sort -t , -k 1,1n rows | cut -d , -f 2-) > members.csv
  $ hz-benefit --plans $ROOT/plans --members members.csv claims.csv | cut -d , -f 1,5,6 > paid.csv; cmp paid.csv want.csv
  $ cut -d , -f 2 want.csv | sort | uniq -c | awk '$1 > 500 { print $2 }'
  before_cover
  covered
  ended
  $ cut -d , -f 3 want.csv | sort | uniq -c | awk '$1 > 500 { print $2 }'
  0.00
  1000.00
  10000.00
