# fish completion of huzhu's commands: each is asked what fits, which it knows from its table of options.
function __huzhu
    set -l words (commandline -opc) (commandline -ct)
    set -l command (basename $words[1]) # on PATH: a key starts no other program
    if test $command = hz
        if test (count $words) -le 2
            $command --completions
            echo help
            return
        end
        set command $command-$words[2]
        set -e words[1]
    end
    for candidate in ($command --completions $words[2..-1] 2>/dev/null)
        if test $candidate = :files
            __fish_complete_path (commandline -ct)
        else
            echo $candidate
        end
    end
end
for name in hz hz-(hz --completions 2>/dev/null)
    complete -c $name -f -a '(__huzhu)'
end
