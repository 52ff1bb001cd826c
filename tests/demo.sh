#!/bin/sh
# demo.sh BIN: the main job on the shipped data: each pipeline, then what it prints. See `make
# demo`.
set -eu

PATH=$PWD/$1:$PATH
export PATH

show() {
    printf '\n# %s\n$ %s\n' "$1" "$2"
    sh -c "$2"
}

show 'Claims become a triangle: paid by the end of each year, by the year of the event' \
    'hz-triangle --as-of 2024-12-31 --format table data/sample/claims.csv'
show 'The triangle becomes a reserve, with its standard error (Mack 1993)' \
    'hz-triangle --as-of 2024-12-31 data/sample/claims.csv | hz-reserve --method mack --format table'
show 'The reserve becomes payouts by year, discounted at 3 %' \
    'hz-triangle --as-of 2024-12-31 data/sample/claims.csv | hz-reserve | hz-project --rate 3% --format table'
show 'Members become the unearned contribution reserve, by days' \
    'hz-unearned --as-of 2024-12-31 --by plan --format table data/sample/members.csv'
show 'Yearly figures become growth, under every definition in use' \
    'hz-growth --format table data/sample/years_synthetic.csv'
show 'All of it becomes a document, every figure with its proof' \
    'hz-triangle --as-of 2023-12-31 data/sample/claims.csv >build/last.csv
  hz-report --input members=data/sample/members.csv,claims=data/sample/claims.csv,last=build/last.csv \
    -o build/valuation.html data/reports/valuation.en.yaml'
pictures=$(grep -c '^<figure class="picture"' build/valuation.html)
drawn=$(grep -c '<svg' build/valuation.html || true)
printf '\nThe valuation report of the sample portfolio: %s\n' "$PWD/build/valuation.html"
[ "$drawn" -gt 0 ] || echo "It is whole but for its $pictures pictures: these want gnuplot, which is not here."
