# shellcheck shell=bash
# tap.sh: sourced by the checks written in shell: a line of TAP for each thing checked.

count=0
failures=0

# verdict NAME PROBLEMS: passes if there are none; else they are shown.
verdict() {
    count=$((count + 1))
    if [ -z "$2" ]; then
        echo "ok $count - $1"
    else
        failures=$((failures + 1))
        echo "not ok $count - $1"
        printf '%s\n' "$2" | sed 's/^/# /'
    fi
}

finish() {
    echo "1..$count"
    [ $failures -eq 0 ]
}
