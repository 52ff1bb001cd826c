#!/usr/bin/env bash
# golden.sh OUT FILE...: rewrites the sessions in the files with what happens now, and shows what
# changed.
set -u

export OUT=$1
shift
for file; do
    bash tests/transcript.sh --golden "$file"
done
git diff --stat -- "$@"
