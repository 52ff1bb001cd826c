#!/bin/sh
# run.sh SECONDS PROGRAM...: fuzzes each target. What it learns goes to build/fuzz/corpus, what
# fails to build/fuzz/found; the seeds are in tests/fuzz/corpus.
set -eu

seconds=$1
shift
for program; do
    name=$(basename "$program" | sed 's/^fuzz_//')
    new=build/fuzz/corpus/$name seeds=tests/fuzz/corpus/$name dictionary=tests/fuzz/$name.dict
    mkdir -p "$new" build/fuzz/found
    [ -d "$seeds" ] || seeds=
    [ -e "$dictionary" ] && dictionary=-dict=$dictionary || dictionary=
    echo "== $name, $seconds seconds"
    # shellcheck disable=SC2086
    "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/found/$name-" $dictionary "$new" $seeds
done
