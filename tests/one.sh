#!/usr/bin/env bash
# one.sh TEST: runs one test of any kind for prove, and vouches for its TAP: a test that crashes,
# hangs, complains at its end or stops before its plan is done has failed, and is counted so. The
# TAP is also kept in $OUT/tap, where run.sh counts it.
set -u
export LC_ALL=C # a crash may print any bytes

test=$1
name=${test#"$OUT"/}
tap=$OUT/tap/${name//\//-}
limit=$(command -v timeout) && limit="$limit ${LIMIT:-300}"

case $test in
*.t | *.md | *.[1357]) set -- bash tests/transcript.sh "$test" ;;
*.sh) set -- bash "$test" ;;
esac
# shellcheck disable=SC2086
CMOCKA_MESSAGE_OUTPUT=TAP $limit "$@" >"$tap.out" 2>"$tap.err" </dev/null
status=$?

# cmocka counts a skipped test as failed.
sed 's/^not ok \(.*# *[Ss][Kk][Ii][Pp]\)/ok \1/' "$tap.out" >"$tap"

plan=$(sed -n 's/^1\.\.\([0-9]*\).*/\1/p' "$tap")
seen=$(awk '/^(not )?ok / { n++ } END { print n + 0 }' "$tap")
failed=$(awk '/^not ok / { n++ } END { print n + 0 }' "$tap")
if [ "$plan" != "$seen" ] || { [ $status -ne 0 ] && [ "$failed" -eq 0 ]; }; then
    sed '/^1\.\.[0-9]/d' "$tap" >"$tap.out"
    {
        cat "$tap.out"
        echo "not ok $((seen + 1)) - $name ends well (status $status after $seen of ${plan:-?} tests)"
        echo "1..$((seen + 1))"
    } >"$tap"
    failed=$((failed + 1))
fi
rm -f "$tap.out"

cat "$tap"
if [ "$failed" -gt 0 ]; then
    { echo "# ---- $name"; awk '!/^(ok |1\.\.)/' "$tap"; sed 's/^/# /' "$tap.err"; } >&2
    exit 1
fi
