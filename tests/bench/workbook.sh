#!/usr/bin/env bash
# hz-unearned over a workbook of member records, beside Python's openpyxl (read-only mode) and
# xlsx2csv doing no more than reading it, in one run, on one processor: time of the processor and
# memory. Answers are compared before times. ROWS=1000000 may be set. The workbook is written by
# XlsxWriter, with shared strings; PYTHON names a Python that has XlsxWriter and openpyxl: without
# one nothing is measured.
set -euo pipefail
rows=${ROWS:-1000000} bin=${BIN:-build/bin} python=${PYTHON:-python3}
if ! "$python" -c 'import openpyxl, xlsxwriter' 2> /dev/null; then
    echo "skipped: $python has no openpyxl and XlsxWriter"
    exit 0
fi
[ -x /usr/bin/time ] || { echo 'skipped: no /usr/bin/time'; exit 0; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$dir/members.csv"
"$python" - "$dir/members.csv" "$dir/members.xlsx" << 'END'
import csv, datetime, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2])
sheet, day = book.add_worksheet(), book.add_format({'num_format': 'yyyy-mm-dd'})
zero = datetime.date(1899, 12, 30)
for r, row in enumerate(csv.reader(open(sys.argv[1]))):
    for c, value in enumerate(row):
        if r and c in (3, 4, 7):
            sheet.write_number(r, c, (datetime.date.fromisoformat(value) - zero).days, day)
        elif r and c in (5, 6, 8):
            sheet.write_number(r, c, float(value))
        else:
            sheet.write_string(r, c, value)
book.close()
END
ours() { "$bin/hz-unearned" --as-of 2022-12-31 --by plan,office --threads 1 --quiet "$1"; }
cmp <(ours "$dir/members.xlsx") <(ours "$dir/members.csv") || { echo 'the answers differ' >&2; exit 1; }

measure() { # NAME COMMAND...
    local name=$1
    shift
    /usr/bin/time -o "$dir/time" -f '%U %S %M' "$@" > /dev/null
    awk -v n="$name" '{ printf "%-34s %7.2f s %7.0f MiB\n", n, $1 + $2, $3 / 1024 }' "$dir/time"
}
echo "$rows rows, $(($(wc -c < "$dir/members.xlsx") / 1000000)) MB; seconds of the processor"
measure 'hz-unearned' "$bin/hz-unearned" --as-of 2022-12-31 --by plan,office --threads 1 --quiet "$dir/members.xlsx"
"$python" -c 'import xlsx2csv' 2> /dev/null &&
    measure 'xlsx2csv' "$python" -m xlsx2csv "$dir/members.xlsx" /dev/null
measure 'openpyxl, read-only' "$python" -c '
import openpyxl, sys
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True):
    pass' "$dir/members.xlsx"
