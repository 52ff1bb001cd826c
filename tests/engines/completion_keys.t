needs: script

Keys typed into real shells on a terminal of their own, a tab among them. What runs then is a program
that writes down how it was called; what is offered comes from the command itself:

  $ mkdir shim; export typed=$PWD/typed TERM=dumb
  $ for command in hz-reserve hz-audit hz-triangle hz; do cat >shim/$command <<END
  > #!/bin/sh
  > case "\$*" in *--completions*) exec $(command -v $command) "\$@" ;; esac
  > echo $command "\$@" >>"\$typed"
  > END
  > done; chmod +x shim/*; PATH=$PWD/shim:$PATH
  $ echo '{}' >manifest.json; echo a,bb,c >columns.csv; touch id_ed25519
  $ keys() {
  >     printf '%s\n' "$1"
  >     printf '%b\n' 'hz-reserve --method munich-p\t' 'hz-reserve --average=sim\t' 'hz reserve --meth\t' \
  >         'hz-audit sign mani\t --key id_e\t' 'hz-triangle columns.csv --by b\t' exit
  > }
  $ typed() { rm -f "$typed"; keys "$2" | timeout 60 script -qec "$1" /dev/null >screen 2>&1; cat "$typed" || cat screen; }

needs: script
  $ typed 'bash --norc --noprofile -i' '. $ROOT/data/share/completion/huzhu.bash'
  hz-reserve --method munich-paid
  hz-reserve --average=simple
  hz reserve --method
  hz-audit sign manifest.json --key id_ed25519
  hz-triangle columns.csv --by bb
needs: script zsh
  $ typed 'zsh -f -i' 'fpath=($ROOT/data/share/completion $fpath); autoload -Uz compinit; compinit -u -D'
  hz-reserve --method munich-paid
  hz-reserve --average=simple
  hz reserve --method
  hz-audit sign manifest.json --key id_ed25519
  hz-triangle columns.csv --by bb
needs: script fish
  $ typed 'fish --no-config -i' 'source $ROOT/data/share/completion/huzhu.fish'
  hz-reserve --method munich-paid
  hz-reserve --average=simple
  hz reserve --method
  hz-audit sign manifest.json --key id_ed25519
  hz-triangle columns.csv --by bb
