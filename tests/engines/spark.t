needs: python3:pyspark java

hz_spark.py on a cluster of its own, of two executors. One process says what is right:

  $ export PYSPARK_PYTHON=python3 SPARK_LOCAL_IP=127.0.0.1 members=$ROOT/data/sample/members.csv
  $ spark() { python3 "$ROOT/data/share/spark/hz_spark.py" --master "$1" "${@:2}" 2>log; }
  $ fold='hz-unearned --as-of 2022-12-31 --by plan'
  $ $fold "$members" >whole.csv

Eight partitions of three files, whose columns stand in another order, of rows that are rejected too.
The executor that works on one of them is killed, and what it had done is done again:

  $ mkdir parts kill; head -n 700 "$members" >parts/a.csv
  $ sed -n '1p;701,1400p' "$members" | awk -F, -v OFS=, '{ print $6, $1, $4, $5, $3, $2 }' >parts/b.csv
  $ { sed -n '1p;1401,$p' "$members"; echo 'M1,hospital,5002,2021-01-01,2020-01-01,99,2,1968-08-22,1,renew'; } >parts/c.csv
  $ cat parts/c.csv parts/a.csv >both.csv; $fold parts/*.csv 2>told >one.csv
  [1]
  $ cat >kill/hz-unearned <<END
  > #!/bin/bash
  > PATH=${PATH@Q}
  > if [[ "\$*" = *"--part 4/"* ]] && mkdir $PWD/kill/once 2>/dev/null; then
  >     at=\$\$
  >     while [ "\$at" -gt 1 ] && [[ \$(ps -o comm= -p \$at) != java ]]; do at=\$(ps -o ppid= -p \$at | tr -d ' '); done
  >     [ "\$at" -gt 1 ] && echo \$at >$PWD/kill/executor && kill -9 \$at
  > fi
  > exec hz-unearned "\$@"
  > END
  $ chmod +x kill/hz-unearned; PATH=$PWD/kill:$PATH spark 'local-cluster[2,1,1024]' --partitions 8 $fold -- parts >joined.csv
  [1]
  $ cmp joined.csv one.csv && test -s kill/executor && grep -c 'ExecutorLost\|Lost executor' log | sed 's/^[1-9].*/lost/'
  lost
  $ grep ' rows in' log told | cut -d: -f2-
  part 9/9: hz-unearned: 201 rows in = 200 used + 0 left out + 1 rejected (end_before_start 1)
  hz-unearned: 2001 rows in = 2000 used + 0 left out + 1 rejected (end_before_start 1)
  hz-unearned: 2001 rows in = 2000 used + 0 left out + 1 rejected (end_before_start 1)
