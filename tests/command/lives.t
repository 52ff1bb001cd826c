# Memberships as they are lived

## Codes in Chinese

A roster of which two of three are renewals, in the words of the office that wrote it. Every command
takes 续保 for renew and 男 for 1, and prints the code:

  $ cat > roster.csv <<'END'
  > 参保编号,计划,办事处,性别,参保类型,保障起,保障止,会费,状态
  > 1,critical-35-25,2201,女,续保,2024-01-01,2024-12-31,40,有效
  > 2,critical-35-25,2201,男,新增,2024-01-01,2024-12-31,40,退会
  > 3,critical-35-25,2201,1,renew,2024-01-01,2024-12-31,40,有效
  > END
  $ hz-ledger --of members --from 2024 --to 2024 roster.csv | grep renewals
  22,2201,critical-35-25,2024,renewals,2
  $ hz-unearned --as-of 2024-12-31 --by 性别,enter_type,状态 roster.csv
  sex,enter_type,status,count,contribution,earned,unearned
  1,new,cancelled,1,40.00,40.00,0.00
  1,renew,active,1,40.00,40.00,0.00
  2,renew,active,1,40.00,40.00,0.00
  total,,,3,120.00,120.00,0.00

The claims of it, one of them refused:

  $ cat > claims.csv <<'END'
  > 赔案号,办事处,计划,出险日,报案日,支付日,已付金额,未决估计,案件状态,互助互济
  > 1,2201,hospital,2024-01-01,2024-01-05,2024-01-05,0,0,拒付,否
  > 2,2201,hospital,2024-01-01,2024-01-05,2024-02-05,100,0,已支付,
  > END
  $ hz-ledger --of claims --from 2024 --to 2024 claims.csv | grep -c 'rejected,1'
  1
  $ hz-triangle --as-of 2024-12-31 --measure closed claims.csv | tail -1
  2024,1,2

Words that nobody here knows are given their codes beside the names of columns:

  $ printf '起,止,会费,状态\n2024-01-01,2024-12-31,40,离会\n2024-01-01,2024-12-31,40,在册\n' > own.csv
  $ cat > own.yaml <<'END'
  > 起: start
  > 止: end
  > values:
  >   状态: {在册: active, 离会: cancelled}
  > END
  $ hz-unearned --as-of 2024-12-31 --columns own.yaml --by status own.csv
  status,count,contribution,earned,unearned
  active,1,40.00,40.00,0.00
  cancelled,1,40.00,40.00,0.00
  total,2,80.00,80.00,0.00
  $ printf 'values:\n  status: [paid]\n' > bad.yaml
  $ hz-unearned --as-of 2024-12-31 --columns bad.yaml own.csv
  hz-unearned: bad.yaml:2:11: status: a list, where a map ("key: value") is wanted
  [1]
