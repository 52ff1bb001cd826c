needs: python3:pyspark java

What hz_spark.py refuses before there is a cluster:

  $ export PYSPARK_PYTHON=python3 SPARK_LOCAL_IP=127.0.0.1 members=$ROOT/data/sample/members.csv
  $ spark() { python3 "$ROOT/data/share/spark/hz_spark.py" --master 'local[2]' "$@" 2>log; }
  $ fold='hz-unearned --as-of 2022-12-31 --by plan'
  $ spark $fold --reject bad.csv -- "$members"; tail -n 1 log
  hz-spark: error: --reject: it would be done by every worker: redirect what is printed
  $ spark $fold; tail -n 1 log
  hz-spark: error: expected a command, and -- with files behind it, or --sql

A cut through a quoted field ends the job; whole, the files give what one process gives:

  $ mkdir parts; head -n 900 "$members" | sed '1s/$/,note/;2,$s/$/,/' >parts/a.csv
  $ { sed -n '1s/$/,note/p;901,1000s/$/,/p' "$members"; printf 'M1,hospital,5002,2022-01-01,2022-12-31,99,2,1968-08-22,1,renew,"'; yes note | head -n 4000; printf '"\n'; } >parts/b.csv
  $ $fold parts/*.csv >one.csv
  $ spark --partitions 8 $fold -- parts >cut.csv; grep -o 'hz-spark: .*' log | sed 's|part [0-9]*/|part K/|'; wc -c <cut.csv
  hz-spark: part K/8: a quoted field goes on in another part: take --whole
  0
  $ spark --whole $fold -- parts | cmp - one.csv && echo same
  same

Rows of a query, with dates, decimals, truth and nulls as Spark has them:

  $ query="select _c0 member, _c1 plan, to_date(_c3) start, to_date(_c4) end, cast(_c5 as decimal(12, 2)) contribution, null note, true is_new from csv.\`$members\` where _c0 <> 'member'"
  $ spark --sql "$query" $fold | cmp - <($fold "$members") && echo same
  same

A disk that is full where the result goes, a command that is not there, no Java and no Spark:

  $ spark $fold -- "$members" >/dev/full; echo $?; grep -o 'hz-spark: .*' log
  3
  hz-spark: standard output: No space left on device
  $ spark hz-unearnt --as-of 2022-12-31 -- "$members"; echo $?; grep -o 'hz-spark: .*' log
  3
  hz-spark: [Errno 2] No such file or directory: 'hz-unearnt'
  $ JAVA_HOME=/nowhere spark $fold -- "$members"; echo $?; grep -o 'hz-spark: .*' log
  3
  hz-spark: there is no Java here that runs Spark: set JAVA_HOME, or install one
  $ python3 -I -S "$ROOT/data/share/spark/hz_spark.py" $fold -- "$members"
  hz-spark: there is no Spark here (No module named 'py4j'): pip install pyspark, or spark-submit
  [3]
