No message and no finding of any command tells who somebody is. Every personal column is at fault here,
or makes another one so, with texts that are easily found:

  $ cat >people.csv <<'END'
  > member,member_id,plan,plan_version,id_type,id_no,name,sex,birth,seat_id,replaces,phone,bank_account,address,units,start,end,wait_from,enter_type,contribution,unit_id,unit_headcount
  > VERYSECRET01,VERYSECRET02,changchun-critical,,01,VERYSECRET03,VERYSECRET04,VERYSECRET05,VERYSECRET06,VERYSECRET07,VERYSECRET08,VERYSECRET09,VERYSECRET10,VERYSECRET11,1,2024-01-01,2024-12-31,,new,30,u1,10
  > VERYSECRET01,VERYSECRET02,changchun-critical,,01,110101199001011237, VERYSECRET04 ,1,1990-01-01,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,new,30,u1,10
  > VERYSECRET01,VERYSECRET02,changchun-critical,,01,11010119900101123X,"VERYSECRET04",2,1890/1/1,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,new,30,u1,10
  > VERYSECRET01,VERYSECRET02,changchun-critical,,99,"ＶERYSECRET03",VERYSECRET04,1,1990年1月1日,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,renew,30,u1,10
  > VERYSECRET01,VERYSECRET02,women,,99,,VERYSECRET04,1,1990-01-01,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2025-12-31,,new,36,u1,10
  > VERYSECRET01,VERYSECRET02,new-employment,,99,,VERYSECRET04,1,1990-01-01,VERYSECRET07,VERYSECRET08,,,,1,2024-01-01,2024-12-31,,swap,36,u1,10
  > VERYSECRET01 ,VERYSECRET02 ,no-plan,,01,5.10322E+17,VERYSECRET04	,1,45657,VERYSECRET07,VERYSECRET08,,,,x,2024-01-01,2024-12-31,,new,y,u1,10
  > "VERYSECRET01,VERYSECRET02
  > END
  $ cat >cases.csv <<'END'
  > claim,member,member_id,plan,benefit,event,report,transaction,paid,case_estimate,status,name,id_no,sex,birth,start,end,units,ci_code
  > C1,VERYSECRET01,VERYSECRET02,women,FEM,2024-03-01,2024-03-02,2024-04-01,1,0,paid,VERYSECRET04,VERYSECRET03,VERYSECRET05,VERYSECRET06,2024-01-01,2024-12-31,1,x
  > C1,VERYSECRET01,VERYSECRET02,women,FEM,2024-03-01,2024-03-02,2024-04-01,1,0,paid,VERYSECRET04,VERYSECRET03,VERYSECRET05,VERYSECRET06,2024-01-01,2024-12-31,1,x
  > C1,VERYSECRET12,VERYSECRET13,women,FEM,2020-03-01,2019-03-02,2018-04-01,z,0,paid,VERYSECRET04,VERYSECRET03,1,1990-01-01,2024-01-01,2024-12-31,1,x
  > C2,VERYSECRET12 ,VERYSECRET13 ,women,FEM,2024-03-01,2024-03-02,2024-04-01,5,0,paid,VERYSECRET04,VERYSECRET03,1,1990/01/01,2024-01-01,2024-12-31,1,x
  > END
  $ told() { n=$1; shift; "$@" >/dev/null 2>told; test -f findings.csv && cat findings.csv >>told; grep -c SECRET told; test $(grep -c . told) -ge $n && echo told; rm -f findings.csv; }
  $ plans="$ROOT/plans"
  $ told 8 hz-check members people.csv --plans $plans --findings findings.csv
  0
  told
  $ told 8 hz-check members people.csv --plans $plans --fix --findings findings.csv
  0
  told
  $ told 3 hz-check claims cases.csv --plans $plans --findings findings.csv
  0
  told
  $ told 2 hz-check claims cases.csv --plans $plans --fix --findings findings.csv
  0
  told
  $ sed '8d' people.csv >covers.csv
  $ told 3 hz-check claims cases.csv --plans $plans --members covers.csv --findings findings.csv
  0
  $ told 0 hz-benefit cases.csv --plans $plans --findings findings.csv
  0
  told
  $ told 1 hz-benefit cases.csv --plans $plans --members covers.csv --findings findings.csv
  0
  told
  $ told 4 hz-mask people.csv --key <(head -c 32 /dev/zero) --birth-year --findings findings.csv
  0
  told
  $ told 1 hz-unearned people.csv --as-of 2024-06-30
  0
  told
  $ told 1 hz-years members people.csv
  0
  told
  $ told 1 hz-years claims cases.csv
  0
  told
  $ told 1 hz-triangle cases.csv
  0
  told
  $ told 1 hz-ledger members people.csv
  0
  told
  $ told 1 hz-ledger claims cases.csv
  0
  told
  $ for c in hz-unearned 'hz-years members' 'hz-ledger members'; do told 1 $c people.csv --strict; done 2>&1 | sort | uniq -c | awk '{ print $2 }'
  0
  told
