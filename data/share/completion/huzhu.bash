# bash completion of huzhu's commands: each is asked what fits, which it knows from its table of options.
_huzhu() {
    local line=${COMP_LINE:0:COMP_POINT} candidate
    local -a words
    # By blanks alone: bash itself would split --name=value.
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    local word=${words[${#words[@]} - 1]} command=${words[0]##*/} # on PATH: a key starts no other program
    COMPREPLY=()
    if [ "$command" = hz ]; then
        if [ ${#words[@]} -le 2 ]; then
            mapfile -t COMPREPLY < <(compgen -W "$("$command" --completions) help" -- "$word")
            return
        fi
        command=${command}-${words[1]}
        words=("${words[@]:1}")
    fi
    while IFS= read -r candidate; do
        if [ "$candidate" = :files ]; then
            compopt -o filenames 2>/dev/null
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "${word#--*=}")
        else
            # Readline replaces only what is behind the last = of the word.
            [[ $word == *=* && $COMP_WORDBREAKS == *=* ]] && candidate=${candidate#*=}
            COMPREPLY+=("$candidate")
        fi
    done < <("$command" --completions "${words[@]:1}" 2>/dev/null)
}
complete -F _huzhu hz $(hz --completions 2>/dev/null | sed 's/^/hz-/')
