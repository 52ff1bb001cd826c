#!/usr/bin/env bash
# hz-bootstrap of Taylor and Ashe's triangle beside BootstrapODPSample of chainladder-python and
# BootChainLadder of R's ChainLadder, in one run, whole process against whole process: medians of
# RUNS at 10,000 simulations and of PEER_RUNS at 100,000, answers compared before times. Both are
# optional, and one that is missing is said to be: PYTHON=/tmp/peers/bin/python3 after pip install
# chainladder, and R_LIBS=/tmp/rlib after install.packages("ChainLadder", lib = "/tmp/rlib").
set -euo pipefail
runs=${RUNS:-5} peer_runs=${PEER_RUNS:-3} python=${PYTHON:-python3} bin=${BIN:-build/bin}
triangle=data/published/taylor_ashe.csv
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

ours() { "$bin/hz-bootstrap" -n "$1" --quantiles 75,99.5 --decimals 0 "$triangle" | tail -n 1; }

# The reserve's mean, sd and 75th percentile in a million simulations of R ChainLadder 0.2.21, by
# its own account to 2,761, 2,094 and 3,316: within three standard errors of both, or there is
# nothing to time.
ours 1000000 | awk -F, '{
    off[1] = ($3 - 18869540) / sqrt($4 ^ 2 + 2761 ^ 2); off[2] = ($5 - 3006148) / sqrt($6 ^ 2 + 2094 ^ 2)
    off[3] = ($7 - 20734412) / sqrt($8 ^ 2 + 3316 ^ 2)
    for (i in off) if (off[i] > 3 || off[i] < -3) { print "another answer: " $0; exit 1 } }'

# median_of N COMMAND...: seconds and the most memory of a run, "0.0123 6384" (KB), of the middle
# one of N.
median_of() {
    local n=$1 from
    shift
    for _ in $(seq "$n"); do
        from=${EPOCHREALTIME/./}
        /usr/bin/time -f '%M' -o "$dir/memory" "$@" > /dev/null 2> "$dir/stderr"
        awk -v us="$((${EPOCHREALTIME/./} - from))" '{ printf "%.4f %s\n", us / 1e6, $1 }' "$dir/memory"
    done > "$dir/runs"
    sort -n "$dir/runs" | sed -n "$(((n + 1) / 2))p"
}

cat > "$dir/peer.R" <<'END'
n <- as.integer(commandArgs(TRUE)[1])
suppressMessages(library(ChainLadder))
b <- BootChainLadder(GenIns, R = n, process.distr = "gamma")
print(c(mean(b$IBNR.Totals), quantile(b$IBNR.Totals, c(0.75, 0.995))))
END
cat > "$dir/peer.py" <<'END'
import sys, chainladder as cl
triangle = cl.load_sample("genins")
sims = cl.BootstrapODPSample(n_sims=int(sys.argv[1]), random_state=1).fit_transform(triangle)
ibnr = cl.Chainladder().fit(sims).ibnr_.sum("origin").values
print(ibnr.mean(), ibnr.std())
END

# version PROGRAM: what is there of a peer; fails if it is not.
version() {
    case $1 in
    R) Rscript -e 'cat(as.character(packageVersion("ChainLadder")))' ;;
    python) "$python" -c 'import chainladder; print(chainladder.__version__)' ;;
    esac 2> /dev/null
}

printf '%-11s %-29s %9s %10s %7s\n' simulations program seconds memory_KB times
for n in 10000 100000 1000000; do
    read -r seconds memory <<<"$(median_of "$runs" "$bin/hz-bootstrap" -j 1 -n "$n" "$triangle")"
    printf '%-11s %-29s %9s %10s\n' "$n" 'hz-bootstrap, one thread' "$seconds" "$memory"
    read -r seconds memory <<<"$(median_of "$runs" "$bin/hz-bootstrap" -n "$n" "$triangle")"
    printf '%-11s %-29s %9s %10s %7s\n' "$n" "hz-bootstrap, $(nproc)" "$seconds" "$memory" 1
    ((n <= 100000)) || continue
    for peer in python R; do
        if ! found=$(version "$peer"); then
            printf '%-11s %-29s %9s\n' "$n" "ChainLadder of $peer" missing
            continue
        fi
        command=("$python" "$dir/peer.py" "$n")
        [[ $peer == python ]] || command=(Rscript "$dir/peer.R" "$n")
        read -r theirs memory <<<"$(median_of "$((n <= 10000 ? runs : peer_runs))" "${command[@]}")"
        printf '%-11s %-29s %9s %10s %7s\n' "$n" "ChainLadder $found of $peer" "$theirs" "$memory" \
            "$(awk -v a="$theirs" -v b="$seconds" 'BEGIN { printf "%.0f", a / b }')"
    done
done
