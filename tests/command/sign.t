needs: ssh-keygen

Keys of two who prepare and review, and of a stranger. Ed25519 signs the same bytes each time, but
keys are new in each run: they are shown as KEY, and the time as TIME.

  $ for who in zhang li wang; do ssh-keygen -q -t ed25519 -N '' -C "" -f $who; done
  $ allow() { printf '%s@fund.example %s%s\n' "$1" "$2" "$(cut -d ' ' -f 1,2 $1.pub)"; }
  $ plain() { sed -E 's|SHA256:[A-Za-z0-9+/]{43}|KEY|g;s/[0-9a-f]{64}/SHA-256/g;s/[0-9-]+T[0-9:]+Z?/TIME/g'; }
  $ { allow zhang 'namespaces="huzhu" '; allow li; } >signers
  $ cp "$ROOT/data/published/raa.csv" .
  $ hz-reserve raa.csv --manifest run.json -o reserve.csv
  $ check() { hz-audit verify run.json "$@" 2>&1 >/dev/null | plain; }

A chain of two. What is signed is all that stands above a signature:

  $ hz-audit sign run.json --key zhang --role preparer | plain
  manifest,signature,role,key,signatures
  run.json,1,preparer,KEY,run.json.signatures
  $ hz-audit sign run.json --key li --role reviewer | plain
  manifest,signature,role,key,signatures
  run.json,2,reviewer,KEY,run.json.signatures
  $ plain <run.json.signatures | sed -n '1,5p;/^huzhu/,/BEGIN/p' | tail -n 5
  huzhu signature 1
  sha256 SHA-256
  role reviewer
  signed TIME
  -----BEGIN SSH SIGNATURE-----
  $ sed -n 's/^sha256 //p' run.json.signatures | sort -u | diff - <(sha256sum run.json | cut -c 1-64)
  $ hz-audit verify run.json --signers signers --role reviewer | plain
  manifest,program,item,verdict,expected,found
  run.json,hz-reserve,signature 1 (preparer zhang@fund.example),same,KEY,KEY
  run.json,hz-reserve,signature 2 (reviewer li@fund.example),same,KEY,KEY
  run.json,hz-reserve,input raa.csv (operand),same,SHA-256,SHA-256
  run.json,hz-reserve,output result,same,SHA-256,SHA-256
  run.json,hz-reserve,reserve.csv,same,SHA-256,SHA-256
  $ cp run.json.signatures both

ssh-keygen verifies each of them without hz-audit, as the manual says:

  $ sed '/^-----BEGIN/,$d' both >said
  $ sed -n '/^-----BEGIN/,/^-----END/p;/^-----END/q' both >said.sig
  $ ssh-keygen -Y verify -f signers -I zhang@fund.example -n huzhu -s said.sig <said | cut -d ' ' -f 1-5
  Good "huzhu" signature for zhang@fund.example
  $ tac both | sed '1,/^-----BEGIN/d' | tac >said
  $ tac both | sed '/^-----BEGIN/q' | tac >said.sig
  $ ssh-keygen -Y verify -f signers -I li@fund.example -n huzhu -s said.sig <said | cut -d ' ' -f 1-5
  Good "huzhu" signature for li@fund.example

Whose keys are not to be believed, and why:

  $ allow zhang >only; check --signers only
  hz-audit: run.json: hz-reserve: signature 2 (reviewer): expected a key of those who may sign, found KEY, which is unknown
  $ hz-audit verify run.json --signers signers --revoked zhang.pub 2>&1 >/dev/null | plain
  hz-audit: run.json: hz-reserve: signature 1 (preparer zhang@fund.example): expected a key that stands, found KEY, which is revoked
  $ ssh-keygen -q -k -f revoked li.pub; check --signers signers --revoked revoked
  hz-audit: run.json: hz-reserve: signature 2 (reviewer li@fund.example): expected a key that stands, found KEY, which is revoked
  $ { allow zhang 'valid-before="20200101" '; allow li; } >expired; check --signers expired
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected a key of those who may sign, found KEY: expired:1: key has expired: verify time TIME > valid-before TIME
  $ check --signers expired --as-of 2019-12-31
  $ check --signers expired --as-of 2020-01-02
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected a key of those who may sign, found KEY: expired:1: key has expired: verify time TIME > valid-before TIME
  $ { allow zhang; allow li 'valid-after="20990101" '; } >early; check --signers early
  hz-audit: run.json: hz-reserve: signature 2 (reviewer): expected a key of those who may sign, found KEY: early:2: key is not yet valid: verify time TIME < valid-after TIME
  $ { allow zhang 'namespaces="git" '; allow li; } >git; check --signers git
  hz-audit: run.json: hz-reserve: signature 1 (preparer zhang@fund.example): expected a key of those who may sign, found KEY: git:1: key is not permitted for use in signature namespace "huzhu"
  $ { allow zhang; printf 'zhang@fund.example %s\n' "$(cut -d ' ' -f 1,2 li.pub)"; } >one; check --signers one
  hz-audit: run.json: hz-reserve: signature 2 (reviewer zhang@fund.example): expected a review by somebody else, found one by the preparer
  $ { printf '!li@fund.example,*@fund.example %s\n' "$(cut -d ' ' -f 1,2 zhang.pub)"; allow li; } >pattern; check --signers pattern
  $ check --signers nobody
  hz-audit: nobody: cannot open: No such file or directory
  $ check --signers signers --revoked nobody
  hz-audit: nobody: cannot open: No such file or directory

Bytes that are others than were signed. A blank in the manifest, which no seal minds; a role; a
time; one letter of a signature; the first signature taken out; the two in the other order; those of
another run; none:

  $ try() { check --signers signers "$@"; cp both run.json.signatures; }
  $ cp run.json kept; sed -i '1s/$/ /' run.json; try; cp kept run.json
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected SHA-256, found SHA-256
  $ sed -i 's/"status": 0/"status": 1/' run.json; try; cp kept run.json
  hz-audit: run.json: "status" has been changed since the manifest was written: its seal is SHA-256, it has SHA-256
  $ sed -i s/preparer/reviewer/ run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (reviewer): expected what was signed, found other bytes
  $ sed -i 's/^signed 2/signed 1/' run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected what was signed, found other bytes
  $ sed -i '8s/^./#/' run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected what was signed, found other bytes
  $ sed -i '1,/^-----END/d' run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (reviewer): expected what was signed, found other bytes
  $ awk '/^huzhu/ { n++ } { s[n] = s[n] $0 "\n" } END { printf "%s%s", s[2], s[1] }' both >run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (reviewer): expected what was signed, found other bytes
  $ sed -i '/^-----END/q' run.json.signatures; try --role reviewer
  hz-audit: run.json: hz-reserve: signatures: expected reviewer, found none of this role
  $ hz-reserve raa.csv --tail 1.01 --manifest other.json -o other.csv
  $ hz-audit sign other.json --key zhang --role preparer -o /dev/null
  $ mv other.json.signatures run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected SHA-256, found SHA-256
  $ rm run.json.signatures; try
  hz-audit: run.json: hz-reserve: signatures: expected run.json.signatures, found none
  $ : >run.json.signatures; try
  hz-audit: run.json: hz-reserve: signatures: expected run.json.signatures, found none
  $ sed -i 's/$/\r/' run.json.signatures; try
  hz-audit: run.json.signatures:1: here begins no signature as hz-audit sign writes it
  $ sed -i s/preparer/director/ run.json.signatures; try
  hz-audit: run.json.signatures:1: here begins no signature as hz-audit sign writes it
  $ echo more >>run.json.signatures; try
  hz-audit: run.json.signatures:21: here begins no signature as hz-audit sign writes it

A signature of another program's namespace is none of ours:

  $ sed '/^-----BEGIN/,$d' both >said; { cat said; ssh-keygen -q -Y sign -f zhang -n git <said; } >run.json.signatures; try
  hz-audit: run.json: hz-reserve: signature 1 (preparer): expected what was signed, found other bytes

What is not signed:

  $ hz-audit sign run.json --key zhang --role reviewer
  hz-audit: run.json: who has prepared it does not review it: this key has signed it as preparer
  [1]
  $ hz-audit sign other.json --key li --role reviewer
  hz-audit: other.json: nobody has signed it as preparer: there is nothing to review yet
  [1]
  $ ls *.signatures
  run.json.signatures
  $ sed -i '1s/$/ /' run.json; hz-audit sign run.json --key wang --role reviewer; cp kept run.json
  hz-audit: run.json: a preparer has signed other bytes than these (signature 1): to have it signed anew, move run.json.signatures away
  $ sed -i 's/^signed 2/signed 1/' run.json.signatures; hz-audit sign run.json --key wang --role reviewer; cp both run.json.signatures
  hz-audit: run.json: a preparer has signed other bytes than these (signature 1): to have it signed anew, move run.json.signatures away
  $ hz-audit sign raa.csv --key zhang --role preparer
  hz-audit: raa.csv:1: this is no JSON: '[' or '{' expected near '#'
  [1]
  $ hz-audit sign run.json --key nokey --role preparer 2>&1 | tail -n 1
  hz-audit: nokey: ssh-keygen does not sign with this key
  $ hz-audit sign run.json --key signers --role preparer 2>&1 | tail -n 1
  hz-audit: signers: ssh-keygen does not sign with this key
  $ hz-audit sign run.json nofile --key wang --role preparer | plain; cp both run.json.signatures
  hz-audit: nofile: cannot open: No such file or directory
  $ hz-audit sign run.json --key zhang
  hz-audit: sign wants manifests or reports, --key with the file of a key, and --role
  try: hz-audit --help
  [2]
  $ hz-audit sign --key zhang --role preparer
  hz-audit: sign wants manifests or reports, --key with the file of a key, and --role
  try: hz-audit --help
  [2]
  $ hz-audit verify run.json --role reviewer
  hz-audit: --role goes with sign, and with verify --signers
  try: hz-audit --help
  [2]
  $ hz-audit verify run.json --as-of 2020-01-01
  hz-audit: --revoked and --as-of go with --signers
  try: hz-audit --help
  [2]
  $ hz-audit reconcile run.json --signers signers
  hz-audit: --signers goes with verify
  try: hz-audit --help
  [2]
  $ for tool in hz-audit hz-reserve; do cp "$(command -v $tool)" .; done; PATH=. ./hz-audit verify run.json --signers signers
  hz-audit: there is no ssh-keygen here: install OpenSSH's (openssh-client)
  [3]

A review by a third one. A signature has no manifest, since it is not made again:

  $ hz-audit sign run.json --key wang --role reviewer --manifest signed.json
  hz-audit: --manifest: signing is not run again
  try: hz-audit --help
  [2]
  $ hz-audit sign run.json --key wang --role reviewer -o /dev/null
  $ hz-audit verify run.json --signers signers 2>&1 >/dev/null | plain
  hz-audit: run.json: hz-reserve: signature 3 (reviewer): expected a key of those who may sign, found KEY, which is unknown

Several at once, and a report:

  $ hz-reserve raa.csv --tail 1.02 --manifest third.json -o third.csv
  $ hz-audit sign other.json third.json --key zhang --role preparer | cut -d, -f1-3
  manifest,signature,role
  other.json,1,preparer
  third.json,1,preparer
  $ hz-audit verify other.json third.json --signers signers | cut -d, -f1,3,4
  manifest,item,verdict
  other.json,signature 1 (preparer zhang@fund.example),same
  other.json,input raa.csv (operand),same
  other.json,output result,same
  other.json,other.csv,same
  third.json,signature 1 (preparer zhang@fund.example),same
  third.json,input raa.csv (operand),same
  third.json,output result,same
  third.json,third.csv,same
  $ printf 'title: 准备金\nparts:\n  - {name: reserve, run: hz-reserve raa.csv}\n' >page.yaml
  $ hz-report --no-pictures page.yaml -o page.html
  $ hz-audit sign page.html --key zhang --role preparer -o /dev/null
  $ hz-audit verify page.html --signers signers | cut -d, -f1-4
  manifest,program,item,verdict
  page.html,hz-report,signature 1 (preparer zhang@fund.example),same
  page.html,hz-reserve,input raa.csv,same
  page.html,hz-reserve,output result,same
  page.html,hz-report,page,same
  $ sed -i 's/<title>/<title>x/' page.html; hz-audit verify page.html --signers signers 2>&1 >/dev/null | plain
  hz-audit: page.html: hz-report: signature 1 (preparer): expected SHA-256, found SHA-256

In Chinese:

  $ hz-audit --lang zh sign other.json --key zhang --role reviewer
  hz-audit: other.json: 编制人不能复核自己编制的内容：此密钥已以 preparer 身份签署
  [1]
