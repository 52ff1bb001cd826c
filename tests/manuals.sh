#!/usr/bin/env bash
# manuals.sh: each command has a page and each page a command; mandoc finds nothing to say; pages
# that are referred to are there.
set -u
. tests/tap.sh

for source in cmd/*/hz-*.c; do
    name=$(basename "$source" .c)
    verdict "$name has a page" "$([ -e "man/$name.1" ] || echo "man/$name.1 is missing")"
done
for page in man/hz-*.1; do
    name=$(basename "$page" .1)
    verdict "$page is of a command" "$(compgen -G "cmd/*/$name.c" >/dev/null || echo "cmd/*/$name.c is missing")"
done

for page in man/*.[1357]; do
    [ -e "$page" ] || continue
    for section in NAME 'SEE ALSO'; do
        grep -qx "\.Sh $section" "$page" || echo "no section $section"
    done >"$OUT/tap/problems"
    [[ $page != *.1 ]] || for section in SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES; do
        grep -qx "\.Sh $section" "$page" || echo "no section $section"
    done >>"$OUT/tap/problems"
    sed -nE 's/^\.(It )?Xr ((hz|huzhu)[^ ]*) ([1357]).*/\2.\4/p' "$page" | sort -u | while read -r other; do
        [ -e "man/$other" ] || echo "refers to $other, which is not there"
    done >>"$OUT/tap/problems"
    if command -v mandoc >/dev/null; then
        mandoc -Tlint -Wwarning "$page" >>"$OUT/tap/problems" 2>&1
    fi
    verdict "$page is in order" "$(cat "$OUT/tap/problems")"
done

# What a page says that does not depend on the language: its options, and what is typed and printed.
options() { grep -E '^\.It Fl ' "$1" | grep -oE -- '(^\.It Fl |, )-?[a-zA-Z][a-z-]*' | sed 's/.* //' | sort; }
literal() { awk '/^\.Bd -literal/ { on = 1; next } /^\.Ed/ { on = 0 } on' "$1"; }
for page in man/zh_CN/*.[1357]; do
    english=man/${page##*/}
    {
        [ -e "$english" ] || echo "no page $english"
        diff <(options "$english") <(options "$page")
        diff <(literal "$english") <(literal "$page")
        diff <(grep -E '^\.S[hs]' "$english" | sed 's/ .*//') <(grep -E '^\.S[hs]' "$page" | sed 's/ .*//')
        if command -v mandoc >/dev/null; then
            mandoc -Tlint -Wwarning "$page"
        fi
    } >"$OUT/tap/problems" 2>&1
    verdict "$page says what the English page does" "$(cat "$OUT/tap/problems")"
done
version=$(sed -n 's/^.define HZ_VERSION "\(.*\)"/\1/p' lib/huzhu.h)
verdict 'the version at hand is the first of the changes' \
    "$([ "$(sed -n 's/^\.It //p' man/huzhu-changes.7 | head -n 1)" = "$version" ] || echo "want .It $version")"
rm -f "$OUT/tap/problems"
finish
