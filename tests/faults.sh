#!/usr/bin/env bash
# faults.sh: fails each system call and each allocation of a command once, and sends TERM at each
# call. Whatever fails: no death by a signal (but TERM), no status 0 with a result that is not
# whole, the old file as it was, nothing left behind. `make check` takes a sample; `make faults`,
# STEP=1, takes all, and FAULTS_OF="merge mask" some of the commands. BIN is the folder of the
# commands. Skipped where there is no strace that may trace.
set -u
cd "$(dirname "$0")/.." || exit 3
. tests/tap.sh
bin=${BIN:-$PWD/${OUT:-build}/bin} step=${STEP:-197} root=$PWD
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
# Not mmap, brk and futex: the loader and libc rely on them; that memory runs out is tried apart.
calls=openat,read,write,close,fstat,newfstatat,lseek,getdents64,rename,fsync,unlink,fchmod,fcntl,readlink,clone3
if [ "${MODE:-release}" != release ] || ! strace -qq -o /dev/null true 2>/dev/null; then
    echo '1..1'
    echo 'ok 1 - every fault once # skip wants strace, and a build without sanitizers'
    exit 0
fi
${CC:-cc} -O1 -shared -fPIC -o "$scratch/shim.so" -x c - <<'C' || exit 3
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
static atomic_long count;
static long at = -1;
static int is_ready;
static int fails(void)
{
    if (!is_ready) {
        const char *text = getenv("FAIL_AT");
        is_ready = 1;
        at = text ? atol(text) : -1;
    }
    return atomic_fetch_add(&count, 1) + 1 == at && (errno = ENOMEM);
}
void *malloc(size_t n) { return fails() ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t s) { return fails() ? NULL : __libc_calloc(n, s); }
void *realloc(void *p, size_t n) { return fails() ? NULL : __libc_realloc(p, n); }
__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("COUNT_ALLOC");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", (long)count);
        fclose(file);
    }
}
C

mkdir "$scratch/in" "$scratch/run"
head -n 60 data/sample/members.csv >"$scratch/in/members.csv"
cp data/published/raa.csv "$scratch/in/raa.csv"
head -n 40 data/sample/claims.csv >"$scratch/in/claims.csv"
printf 'year,amount\n2017,1\n2018,3\n2019,4\n' >"$scratch/in/years.csv"
printf 'plan,start,end,deposit,refund\np,2020-01-01,2023-12-31,1000,1060\n' >"$scratch/in/savings.csv"
printf 'contribution,benefit,birth,sex,start,end\n100,10000,1980-01-01,1,2021-01-01,2025-12-31\n' >"$scratch/in/illness.csv"
printf 'plan,id_no,start,end,contribution\np,110101199003071233,2022-06-10,2023-06-09,99\n' >"$scratch/in/persons.csv"
head -n 3 tests/vectors/benefit.csv >"$scratch/in/cases.csv" 2>/dev/null || cp "$scratch/in/claims.csv" "$scratch/in/cases.csv"
(umask 077 && printf 'a key of this test, which is no secret' >"$scratch/in/key")
"$bin/hz-unearned" --as-of 2022-12-31 --partial "$scratch/in/members.csv" >"$scratch/in/one.state"

# What is run, with its result in out and, of some, more files beside.
declare -A commands=(
    [unearned]='hz-unearned --as-of 2022-12-31 --by plan -j1 -o out --reject rejects --manifest proof ../in/members.csv'
    [check]="hz-check members -j1 -q --plans $root/plans -o out --findings finds ../in/members.csv"
    [reserve]='hz-reserve -m mack -o out --manifest proof ../in/raa.csv'
    [savings]='hz-savings --as-of 2022-12-31 --rate 3% -j1 -o out --reject rejects ../in/savings.csv'
    [illness]="hz-illness --tables $root/data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --as-of 2022-12-31 -j1 -o out ../in/illness.csv"
    [triangle]='hz-triangle --measure incurred -j2 -o out --manifest proof ../in/claims.csv'
    [state]='hz-years members --persons id_no --partial --key ../in/key -j1 -o out ../in/persons.csv'
    [merge]='hz-merge -o out ../in/one.state'
    [ledger]='hz-ledger claims --from 2020 --to 2024 -j1 -o out --reject rejects ../in/claims.csv'
    [prospect]='hz-prospect members --as-of 2022-12-31 --months 3 -j1 -o out ../in/members.csv'
    [mask]='hz-mask --key ../in/key -j1 -o out --reject rejects --findings finds ../in/persons.csv'
    [benefit]="hz-benefit -j1 -q --plans $root/plans -o out --findings finds ../in/cases.csv"
    [workbook]='hz-growth --format xlsx -o out ../in/years.csv'
)

# The state of things before a run, and what must hold after it: says what does not.
prepare() { rm -rf "$scratch/run" && mkdir "$scratch/run" && echo old >"$scratch/run/out"; }
# A part that failed says so in the place of its state.
refuses_to_be_merged() { # STATE
    grep -aqx 'failed,.*' "$1" && tail -n 1 "$1" | grep -aq '^end,0,'
}
judge() { # STATUS WHAT IS-TERM
    local status=$1 left
    left=$(find "$scratch/run" -mindepth 1 -name '.*' -printf '%f ')
    [ -z "$left" ] || echo "$2: left behind: $left"
    if [ "$status" -gt 128 ] && ! { [ -n "${3:-}" ] && [ "$status" -eq 143 ]; }; then echo "$2: status $status"; fi
    if [ "$status" -eq 0 ] || [ "$status" -eq "$usual" ]; then
        cmp -s "$scratch/run/out" "$scratch/whole" || echo "$2: status $status, and out is not whole"
        [ ! -e "$scratch/proof" ] || tail -c 2 "$scratch/run/proof" 2>/dev/null | grep -q '}' || echo "$2: status $status, and proof is cut"
    elif ! cmp -s "$scratch/run/out" <(echo old) && ! cmp -s "$scratch/run/out" "$scratch/whole" &&
        ! refuses_to_be_merged "$scratch/run/out"; then
        echo "$2: status $status, and out is neither the old file nor whole"
    fi
}

for name in "${!commands[@]}"; do
    [ -z "${FAULTS_OF:-}" ] || [[ " $FAULTS_OF " = *" $name "* ]] || unset "commands[$name]"
done

trials=0
for name in "${!commands[@]}"; do
    read -ra command <<<"${commands[$name]}"
    command[0]=$bin/${command[0]}
    prepare
    rm -f "$scratch/proof"
    (cd "$scratch/run" && COUNT_ALLOC=$scratch/count LD_PRELOAD=$scratch/shim.so "${command[@]}" >/dev/null 2>&1)
    usual=$?
    cp "$scratch/run/out" "$scratch/whole"
    [ ! -e "$scratch/run/proof" ] || cp "$scratch/run/proof" "$scratch/proof"
    problems=''
    for ((n = 1; n <= $(cat "$scratch/count"); n += step)); do
        prepare
        (cd "$scratch/run" && FAIL_AT=$n LD_PRELOAD=$scratch/shim.so "${command[@]}" >/dev/null 2>&1)
        problems+=$(judge $? "allocation $n")$'\n' trials=$((trials + 1))
    done
    verdict "$name: every allocation fails once" "$(grep . <<<"$problems")"

    (cd "$scratch/run" && strace -f -qq -o "$scratch/trace" -e trace=$calls "${command[@]}" >/dev/null 2>&1)
    for fault in EIO TERM; do
        problems=''
        while read -r many call; do
            by=1
            { [ $fault = TERM ] || [ "$many" -gt 40 ]; } && by=$step
            for ((n = 1; n <= many; n += by)); do
                prepare
                [ $fault = TERM ] && how=signal=TERM || how=error=$fault
                (cd "$scratch/run" && strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:$how:when=$n" "${command[@]}" >/dev/null 2>&1)
                problems+=$(judge $? "$call $n, $fault" "${fault#EIO}")$'\n' trials=$((trials + 1))
            done
        done < <(sed -nE 's/^[0-9]+ +([a-z0-9_]+)\(.*/\1/p' "$scratch/trace" | sort | uniq -c)
        verdict "$name: $fault at every call" "$(grep . <<<"$problems")"
    done
done
echo "# $trials faults"
finish
