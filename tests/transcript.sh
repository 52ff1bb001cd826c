#!/usr/bin/env bash
# transcript.sh [--golden] FILE: replays the terminal sessions in FILE and writes TAP, a test a
# command; with --golden, rewrites FILE with what the commands print now. See tests/README.md for
# the format.
set -u
: "${OUT:=build}" "${MODE:=release}" "${ASAN_OPTIONS:=}" "${UBSAN_OPTIONS:=}" "${TSAN_OPTIONS:=}"
export LC_ALL=C # bytes, whatever their encoding; the sessions themselves run in C.UTF-8

golden=
[ "$1" = --golden ] && golden=yes && shift
file=$1
root=$PWD
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
salt="-- end of command $$-$RANDOM"

mapfile -t raw <"$file"

# ---- Reading: which lines are sessions, and what they say.

# Takes a line in: sets `text`, and is false if the line stands outside a session.
inside=
case $file in
*.t)
    take() {
        [[ $1 == "  "* ]] && text=${1:2}
    }
    encode() {
        printf '  %s\n' "$1"
    }
    ;;
*.md)
    take() {
        case $1 in
        '```console') inside=yes && return 1 ;;
        '```'*) inside= ;;
        esac
        text=$1
        [ -n "$inside" ]
    }
    encode() {
        printf '%s\n' "$1"
    }
    ;;
*) # a manual page in mdoc
    take() {
        case $1 in
        '.Bd -literal'*) inside=yes && return 1 ;;
        .Ed*) inside= ;;
        esac
        text=${1//\\&/}
        text=${text//\\-/-}
        text=${text//\\(aq/\'}
        text=${text//\\(dq/\"}
        text=${text//\\e/\\}
        [ -n "$inside" ]
    }
    encode() {
        local escaped=${1//\\/\\e}
        [[ $escaped == [.\']* ]] && escaped="\\&$escaped"
        printf '%s\n' "$escaped"
    }
    ;;
esac

# What of the words of a "needs:" line is not here: commands, and modules of python
# (python3:duckdb).
lacking() {
    local need
    for need; do
        case $need in
        python3:*) python3 -c "import ${need#python3:}" >/dev/null 2>&1 ;;
        *) command -v "$need" >/dev/null ;;
        esac || printf '%s ' "$need"
    done
}

# For each command: what to run, its line, where its expected output starts and how long that is,
# and what it needs and is not here. For each raw line, what it says without the dress of the
# format.
command=() line=() start=() length=() said=() lacks=()
last=-1 growing='' lack=
for i in "${!raw[@]}"; do
    if ! take "${raw[i]}"; then
        if [[ ${raw[i]} == 'needs:'* || ${raw[i]} == '.\" needs:'* ]]; then
            # shellcheck disable=SC2086
            lack=$(lacking ${raw[i]#*needs:})
        fi
        last=-1
        continue
    fi
    said[i]=$text
    if [[ $text == '$ '* ]]; then
        last=${#command[@]}
        lacks+=("$lack")
        command+=("${text:2}") line+=("$((i + 1))") start+=("$((i + 1))") length+=(0)
        growing=yes
    elif [ $last -lt 0 ]; then
        continue
    elif [ -n "$growing" ] && [[ $text == '>' || $text == '> '* ]]; then
        command[last]+=$'\n'${text:2}
        start[last]=$((i + 1))
    else
        growing=
        length[last]=$((length[last] + 1))
    fi
done

if [ ${#command[@]} -eq 0 ]; then
    [ -n "$golden" ] || echo "1..0 # SKIP no session in $file"
    exit 0
fi

# ---- Running: all commands in one shell, each followed by a line of salt with its status.

for k in "${!command[@]}"; do
    [ -n "${lacks[k]}" ] || printf 'eval %q\n' "${command[k]}"
    printf 'printf "%%s %%d %%d\\n" %q %d $?\n' "$salt" "$k"
done >"$scratch/session"
mkdir "$scratch/cwd"
ln -s "$root" "$scratch/root" # sessions leave $ROOT unquoted; this one has no space
case $file in
*.t) ;;
*) cp -R "$root/data" "$root/plans" "$scratch/cwd" ;;
esac

session() {
    cd "$scratch/cwd" || exit 3
    env -i PATH="$root/$OUT/bin:$PATH" ROOT="$scratch/root" MODE="$MODE" HOME="$scratch/cwd" TMPDIR="$scratch" \
        LC_ALL=C.UTF-8 TZ=UTC ASAN_OPTIONS="$ASAN_OPTIONS" UBSAN_OPTIONS="$UBSAN_OPTIONS" \
        TSAN_OPTIONS="$TSAN_OPTIONS" bash --norc ../session 2>&1 </dev/null
}
mapfile -t printed < <(session)

# got[k]: what command k printed and, if not 0, its status; ended[k]: it came to its end.
got=() ended=() k=0 text=
for out in "${printed[@]}"; do
    if [[ $out != *"$salt "* ]]; then
        text+=$out$'\n'
        continue
    fi
    partial=${out%%"$salt "*}
    [ -n "$partial" ] && text+="$partial (no-eol)"$'\n'
    read -r k status <<<"${out#*"$salt "}"
    [ "$status" -ne 0 ] && text+="[$status]"$'\n'
    got[k]=$text ended[k]=yes text=
done
rest=$text

# ---- Comparing

# Is the actual line $2 what the expected line $1 says?
matches() {
    [ "$1" = "$2" ] && return 0
    local pattern
    case $1 in
    *' (re)')
        pattern=${1% (re)}
        [[ $2 =~ ^($pattern)$ ]]
        ;;
    *' (glob)')
        pattern=${1% (glob)}
        pattern=${pattern//[/\\[}
        pattern=${pattern//(/\\(}
        # shellcheck disable=SC2053
        [[ $2 == $pattern ]]
        ;;
    *' (esc)') [ "$(printf '%b.' "${1% (esc)}")" = "$2." ] ;;
    *) false ;;
    esac
}

# Control characters are written as cram does.
visible() {
    if [[ $1 == *[$'\x01'-$'\x08\x0b'-$'\x1f\x7f']* ]]; then
        local i c escaped=
        for ((i = 0; i < ${#1}; i++)); do
            c=${1:i:1}
            case $c in
            \\) c='\\' ;;
            [$'\x01'-$'\x1f\x7f']) printf -v c '\\x%02x' "'$c" ;;
            esac
            escaped+=$c
        done
        printf '%s (esc)' "$escaped"
    else
        printf '%s' "$1"
    fi
}

# The commands compared: `replacement[k]` is the output as FILE should have it, a line in FILE's
# dress each.
verdict=() replacement=() actual=()
compare() {
    local k=$1 j expected
    mapfile -t actual < <(printf '%s' "${got[k]-}")
    verdict[k]=same
    [ ${#actual[@]} -eq "${length[k]}" ] && [ -n "${ended[k]-}" ] || verdict[k]=different
    for j in "${!actual[@]}"; do
        expected=
        [ "$j" -lt "${length[k]}" ] && expected=${said[start[k] + j]}
        if [ "$j" -lt "${length[k]}" ] && matches "$expected" "${actual[j]}"; then
            replacement[k]+=${raw[start[k] + j]}$'\n'
            actual[j]=$expected
        else
            verdict[k]=different
            actual[j]=$(visible "${actual[j]}")
            replacement[k]+=$(encode "${actual[j]}")$'\n'
        fi
    done
}

report() {
    local k=$1 name
    name="$file:${line[k]} \$ ${command[k]%%$'\n'*}"
    name=${name//#/\\#}
    if [ -n "${lacks[k]}" ]; then
        echo "ok $((k + 1)) - $name # SKIP not here: ${lacks[k]% }"
        return
    fi
    if [ "${verdict[k]}" = same ]; then
        echo "ok $((k + 1)) - $name"
        return
    fi
    echo "not ok $((k + 1)) - $name"
    [ -n "${ended[k]-}" ] || printf '# did not come to its end, after:\n%s\n' "$rest" | sed '1!s/^/#   /'
    diff -u <(((length[k])) && printf '%s\n' "${said[@]:start[k]:length[k]}") \
        <(((${#actual[@]})) && printf '%s\n' "${actual[@]}") | sed '1,2d; s/^/# /'
}

[ -n "$golden" ] || echo "1..${#command[@]}"
failed=0
for k in "${!command[@]}"; do
    [ -n "${lacks[k]}" ] || compare "$k"
    [ -n "${lacks[k]}" ] || [ "${verdict[k]}" = same ] || failed=1
    [ -n "$golden" ] || report "$k"
done
[ -n "$golden" ] || exit $failed

# ---- Rewriting

i=0
for k in "${!command[@]}"; do
    if [ -z "${ended[k]-}${lacks[k]}" ]; then
        echo "$file:${line[k]}: did not come to its end; $file is left as it was" >&2
        exit 1
    fi
    ((start[k] > i)) && printf '%s\n' "${raw[@]:i:start[k]-i}"
    printf '%s' "${replacement[k]-}"
    i=$((start[k] + (${#lacks[k]} ? 0 : length[k]))) # what was not run stays as it is
done >"$scratch/new"
((${#raw[@]} > i)) && printf '%s\n' "${raw[@]:i}" >>"$scratch/new"
cmp -s "$scratch/new" "$file" || cat "$scratch/new" >"$file"
