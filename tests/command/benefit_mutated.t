A thousand files of claims with bytes changed: each row comes out or is rejected, none twice and none lost.

  $ ln -s $ROOT/plans $ROOT/data .
  $ cat > mutate.pl <<'END'
  > open my $in, '<', "$ENV{ROOT}/tests/vectors/benefit.csv"; local $/; my $whole = <$in>; my @bytes = map chr, 0x20 .. 0x7e, 0x0a, 0x80, 0xff;
  > my $header = index($whole, "\n") + 1; my $lines = $whole =~ tr/\n// - 1; my $wrong = 0; srand 7;
  > for my $n (1 .. ($ENV{MODE} eq 'release' ? 1000 : 30)) {
  >     my $text = $whole;
  >     substr($text, $header + int rand(length($text) - $header), 1) = $bytes[rand @bytes] for 1 .. 20;
  >     open my $out, '>', 'm.csv'; print $out $text; close $out;
  >     my $status = system("hz-benefit --plans plans --quiet --reject r.csv --encoding UTF-8 m.csv > o.csv 2> e.txt") >> 8;
  >     open my $e, '<', 'e.txt'; my $said = <$e>;
  >     my ($rows, $used, $rejected) = $said =~ /(\d+) rows in = (\d+) used \+ 0 left out \+ (\d+) rejected/;
  >     my ($out_rows, $rejects) = map { my $lines = () = `cat $_` =~ /\n/g; $lines - 1 } 'o.csv', 'r.csv';
  >     ($rows, $used, $rejected) = ($out_rows, $out_rows, 0) if $status == 0;
  >     my $lost = $text !~ /"/ && ($out_rows != $used || $rejects != $rejected); # quotes may hold newlines
  >     $wrong++, print "$n: status $status: $said\n" if $status > 1 || $rows != $used + $rejected || $lost;
  > }
  > print "wrong: $wrong\n";
  > END
  $ perl mutate.pl
  wrong: 0
