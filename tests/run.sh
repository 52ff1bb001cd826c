#!/usr/bin/env bash
# run.sh TEST...: runs the tests, and in release mode the checks of the sources, under prove; the
# last line counts them: "N passed, N failed". Called by `make check`, which sets OUT, MODE and
# more.
set -u

tests=("$@")
if [ "$MODE" = release ]; then
    tests+=(tests/headers.sh tests/floors.sh tests/manuals.sh tests/options.sh tests/install.sh tests/faults.sh
        tests/pictures.sh tests/browser.sh tests/language.sh tests/targets.sh)
fi
if [ -n "${ONLY:-}" ]; then
    chosen=()
    for test in "${tests[@]}"; do
        [[ $test == *$ONLY* ]] && chosen+=("$test")
    done
    tests=(${chosen[@]+"${chosen[@]}"})
fi
if [ ${#tests[@]} -eq 0 ]; then
    echo "no test here${ONLY:+ has \"$ONLY\" in its name}" >&2
    exit 1
fi

rm -rf "$OUT/tap"
mkdir -p "$OUT/tap"
jobs=${JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}
prove --jobs "$jobs" --exec 'bash tests/one.sh' "${tests[@]}"
status=$?

read -r passed failed skipped < <(find "$OUT/tap" -type f ! -name '*.err' -exec awk 1 {} + | LC_ALL=C awk '
    /^ok (.*[^\\])?# *[Ss][Kk][Ii][Pp]/ { skipped++; next }
    /^ok / { passed++ }
    /^not ok / { failed++ }
    END { print passed + 0, failed + 0, skipped + 0 }')
[ $status -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
[ "$skipped" -gt 0 ] && echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
