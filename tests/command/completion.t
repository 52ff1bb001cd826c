What a shell may offer, as each command knows it from its table of options:

  $ hz-reserve --completions --meth
  --method
  $ hz-reserve --completions --method b
  bornhuetter-ferguson
  benktander
  $ hz-growth --completions --method level,ar
  level,arithmetic
  $ hz-triangle --completions $ROOT/data/sample/claims.csv --by plan,o
  plan,office
  $ printf '\xef\xbb\xbfa;b;c\n' > semicolons.csv; hz-triangle --completions semicolons.csv --by ''
  a
  b
  c
  $ hz-ledger --completions m
  members
  :files
  $ hz-benefit --completions --plans x
  :files
  $ hz-audit --completions compare semicolons.csv semicolons.csv --key ''
  a
  b
  c
  $ echo '{}' >manifest.json; hz-audit --completions sign manifest.json --key id_e
  :files
  $ hz-audit --completions sign --key ''
  :files
  $ hz-mask --completions --key x
  :files
  $ hz-reserve --completions -f m
  md
  $ hz-reserve --completions --expect
  $ hz --completions | grep -x reserve
  reserve

A name that a shell would not take as it stands is not offered, since nobody reads what a key has typed:

  $ printf '"$(touch taken)",`touch taken`,a;b,it\x27s,a b,c>d,plan,\xe9\x99\xa9\xe7\xa7\x8d,e\xe2\x80\xaef,\x1b[31m\n' >evil.csv; hz-triangle --completions evil.csv --by ''
  plan
  险种

The frames of the shells ask them. In bash, as a file a command of an installation:

  $ bash_offers() { bash --norc -c '. "$ROOT/data/share/completion/huzhu.bash"; COMP_LINE=$1 COMP_POINT=${#1}; _huzhu; printf "%s\n" "${COMPREPLY[@]}"' - "$1"; }
  $ bash_offers 'hz-reserve --method mun'
  munich-paid
  munich-incurred
  $ bash_offers 'hz-reserve --method=mac'
  mack
  $ bash_offers 'hz res'
  reserve
  $ bash_offers 'hz reserve --average simp'
  simple
  $ touch some.csv; bash_offers 'hz-reserve som'
  some.csv
  $ bash --norc -c '. "$ROOT/data/share/completion/huzhu.bash"; complete -p hz hz-mack hz-reserve' 2>&1 | sed 's/.*: line 1: //'
  complete -F _huzhu hz
  complete: hz-mack: no completion specification
  complete -F _huzhu hz-reserve

A key starts no program of the folder that one is in:

  $ mkdir -p own; printf '#!/bin/sh\ntouch taken\n' >own/hz-reserve; chmod +x own/hz-reserve; bash_offers './own/hz-reserve --method mun'; ls taken
  munich-paid
  munich-incurred
  ls: cannot access 'taken': No such file or directory
  [2]

In fish:

needs: fish
  $ fish_offers() { HOME=$PWD fish --no-config -c 'source $ROOT/data/share/completion/huzhu.fish; complete --do-complete $argv[1]' "$1" 2>/dev/null; }
  $ fish_offers 'hz-reserve --method mun'
  munich-incurred
  munich-paid
  $ fish_offers 'hz-triangle semicolons.csv --by '
  a
  b
  c
  $ fish_offers 'hz res'
  reserve

In zsh, where what is offered is printed:

needs: zsh
  $ cat > offers.zsh <<'END'
  > compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -l -- "$@" }
  > _files() { print files }
  > words=("$@") CURRENT=$#
  > source $ROOT/data/share/completion/_huzhu
  > END
  $ zsh -f offers.zsh hz-reserve --method munich-p
  munich-paid
  $ zsh -f offers.zsh hz ledger m
  files
  members
  $ zsh -f offers.zsh hz-reserve --average=simp
  --average=simple
  $ zsh -f -c 'fpath=($ROOT/data/share/completion $fpath); autoload -Uz compinit; compinit -u -D; print ${_comps[hz]} ${_patcomps[hz-*]}'
  _huzhu _huzhu
needs:
