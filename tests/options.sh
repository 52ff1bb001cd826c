#!/usr/bin/env bash
# options.sh: every option that a command's --help lists stands in its manual page (or, for a shared
# one, in huzhu(7), to which the page refers) and is used in a session under tests/command (a shared
# one, by any command).
set -u
. tests/tap.sh

# The commands of all sessions, one a line.
sessions=$(cat tests/command/*.t 2>/dev/null | awk '
    /^  > / && line { line = line " " substr($0, 5); next }
    line { print line; line = "" }
    /^  \$ / { line = substr($0, 5) }
    END { if (line) print line }')

# In mdoc an option is "Fl -name" or, after its letter, "Fl n , -name".
documented() { # OPTION PAGE
    grep -qE "(Fl|,) \\\\?-$1([ ,=]|$)" "$2" 2>/dev/null
}

for program in "$OUT"/bin/hz-*; do
    command=$(basename "$program")
    page=man/$command.1
    help=$("$program" --help 2>&1)
    verdict "$command --help works" "$([[ $help == usage:* ]] || printf '%s\n' "$help")"
    while read -r letter option; do
        problems='' by=$command
        if ! documented "$option" "$page"; then
            if documented "$option" man/huzhu.7 && grep -qs 'Xr huzhu 7' "$page"; then
                by='hz-[a-z]+'
            else
                problems+="--$option is not in $page"$'\n'
            fi
        fi
        used="$by( [^|;&]*)? (--$option|--$option=.*|${letter:--no-letter-}[^ -]*)( |\$|[|;>)\"'])"
        grep -qE -- "$used" <<<"$sessions" || problems+="no session in tests/command uses $by --$option"
        verdict "$command --$option is documented and tested" "$problems"
    done < <(sed -nE 's/^ +(-([A-Za-z]),)? *--([a-z][a-z-]*).*/-\2 \3/p' <<<"$help" | sed 's/^- /-no-letter- /')
done
finish
