#!/usr/bin/env bash
# hz-bootstrap of Taylor and Ashe's triangle, whole process, beside BootChainLadder of R's ChainLadder and
# BootstrapODPSample of chainladder-python, in one run: medians of RUNS, answers compared before times.
# Both are optional: R with install.packages("ChainLadder"), and PYTHON=/tmp/peers/bin/python3 after
# pip install chainladder. RUNS=5 may be set; the peers run once.
set -euo pipefail
runs=${RUNS:-5} python=${PYTHON:-python3} bin=${BIN:-build/bin}
triangle=data/published/taylor_ashe.csv
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

ours() { "$bin/hz-bootstrap" -n "$1" --quantiles 75,99.5 --decimals 0 "$triangle" | tail -n 1; }

# The reserve's mean, sd and 75th percentile in a million simulations of R ChainLadder 0.2.21, by its own
# account to 2,761, 2,094 and 3,316: within three standard errors of both, or there is nothing to time.
ours 1000000 | awk -F, '{
    off[1] = ($3 - 18869540) / sqrt($4 ^ 2 + 2761 ^ 2); off[2] = ($5 - 3006148) / sqrt($6 ^ 2 + 2094 ^ 2)
    off[3] = ($7 - 20734412) / sqrt($8 ^ 2 + 3316 ^ 2)
    for (i in off) if (off[i] > 3 || off[i] < -3) { print "another answer: " $0; exit 1 } }'

# median_of COMMAND...: seconds and the most memory of a run, "0.012 6384" (KB), of the middle one of RUNS.
median_of() {
    for _ in $(seq "$runs"); do
        /usr/bin/time -f '%e %M' -o "$dir/time" -a "$@" > /dev/null
    done
    sort -n "$dir/time" | sed -n "$(((runs + 1) / 2))p"
    rm "$dir/time"
}

# ratio PEER OURS: "390 x". Below a hundredth of a second, time(1) says 0.00: it is taken as half of that.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.0f x", a / (b > 0 ? b : 0.005) }'; }

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

printf '%-10s %-22s %8s %10s\n' simulations program seconds memory_KB
for n in 10000 100000 1000000; do
    read -r seconds memory <<<"$(median_of "$bin/hz-bootstrap" -n "$n" "$triangle")"
    printf '%-11s %-22s %8s %10s\n' "$n" hz-bootstrap "$seconds" "$memory"
    ((n <= 100000)) || continue
    for peer in R python; do
        case $peer in
        R) command=(Rscript "$dir/peer.R" "$n") probe=(Rscript -e 'library(ChainLadder)') ;;
        python) command=("$python" "$dir/peer.py" "$n") probe=("$python" -c 'import chainladder') ;;
        esac
        if ! "${probe[@]}" > /dev/null 2>&1; then
            printf '%-11s %-22s %8s\n' "$n" "ChainLadder in $peer" 'is not there'
            continue
        fi
        /usr/bin/time -f '%e %M' -o "$dir/peer" "${command[@]}" > /dev/null
        read -r theirs memory < "$dir/peer"
        printf '%-11s %-22s %8s %10s   %s\n' "$n" "ChainLadder in $peer" "$theirs" "$memory" \
            "$(ratio "$theirs" "$seconds")"
    done
done
