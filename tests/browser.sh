#!/usr/bin/env bash
# browser.sh: the shipped reports in a real browser (Chromium, headless): nothing on its console, no
# request, every picture drawn, nothing wider than the page, headings, scopes and names in order,
# letters that stand out, and pages of A4; skipped by name where there is none.
set -u
. tests/tap.sh

for browser in chromium chromium-browser google-chrome none; do
    command -v $browser >/dev/null && break
done
if [ $browser = none ]; then
    echo 'ok 1 - reports are read in a browser # skip wants chromium'
    echo 1..1
    exit
fi
PATH=$PWD/$OUT/bin:$PATH
root=$PWD
scratch=$(mktemp -d) && cd "$scratch" || exit 3
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch

# As root it has no sandbox of its own. What it says of the machine (D-Bus, GPU) is not of the page.
browse() {
    timeout 120 $browser --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
        --disable-background-networking --host-resolver-rules='MAP * ~NOTFOUND' --user-data-dir="$scratch/profile" --enable-logging=stderr "$@" 2>said
}

# What a page says of itself when a script may ask: it is put into a copy, in which it may run.
cat >probe.js <<'END'
const told = [], tell = text => told.push(text);
const at = element => element.closest('section')?.id + ' ' + element.tagName;
let level = 0;
for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const own = Number(h.tagName[1]);
    if (own > level + 1) tell('a heading leaves a level out: ' + h.textContent);
    level = own;
}
if (document.querySelectorAll('h1').length != 1) tell('not one h1');
if (!document.documentElement.lang) tell('no language');
for (const th of document.querySelectorAll('th')) if (!th.scope) tell('no scope: ' + th.textContent);
for (const t of document.querySelectorAll('figure.table table')) if (!t.caption) tell('no caption: ' + at(t));
for (const f of document.querySelectorAll('[role=img]')) if (!f.ariaLabel) tell('no name: ' + at(f));
for (const f of document.querySelectorAll('figure.picture')) {
    const svg = f.querySelector('svg'), box = svg && svg.getBoundingClientRect();
    if (!svg && !f.querySelector('.note')) tell('no picture: ' + at(f));
    if (svg && (box.width < 200 || box.height < 100 || svg.querySelectorAll('path').length < 5 ||
        [...svg.querySelectorAll('text')].every(t => t.getBBox().width == 0))) tell('nothing is drawn: ' + at(f));
}
for (const a of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) tell('leads nowhere: ' + a.hash);
const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
for (const id of ids) if (ids.indexOf(id) != ids.lastIndexOf(id)) tell('twice: ' + id);
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) tell('wider than the window');
const light = colour => {
    const c = colour.match(/[\d.]+/g).slice(0, 3).map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
};
for (const e of document.querySelectorAll('body *:not(svg *)')) {
    if (![...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim())) continue;
    let behind = e, ground;
    do ground = getComputedStyle(behind).backgroundColor;
    while (/, 0\)$/.test(ground) && (behind = behind.parentElement));
    if (!behind) ground = 'rgb(255, 255, 255)';
    const two = [light(getComputedStyle(e).color), light(ground)].sort((a, b) => b - a);
    if ((two[0] + 0.05) / (two[1] + 0.05) < 4.5) tell('faint: ' + at(e) + ' ' + e.textContent.slice(0, 20));
}
document.title = 'told: ' + (told.length ? told.slice(0, 5).join(' | ') : 'nothing');
document.body.dataset.pictures = document.querySelectorAll('figure.picture svg').length;
END

members=$root/data/sample/members.csv claims=$root/data/sample/claims.csv
hz-triangle --as-of 2023-12-31 "$claims" >last.csv
for language in en zh; do
    hz-report --input "members=$members,claims=$claims,last=last.csv" \
        -o valuation.$language.html "$root/data/reports/valuation.$language.yaml"
    hz-report --lang $language --bulletin --year 2024 -o bulletin.$language.html "$members" "$claims"
    hz-report --input "members=$members,claims=$claims,figures=$root/data/association.yaml,published=$root/data" \
        -o audit.$language.html "$root/data/reports/audit.$language.yaml"
done

for page in valuation.en valuation.zh bulletin.en bulletin.zh audit.en audit.zh; do
    browse --log-net-log=net.json --no-pdf-header-footer --print-to-pdf=$page.pdf "file://$scratch/$page.html"
    verdict "$page: nothing on the console" "$(grep CONSOLE said)"
    verdict "$page: no request" "$(grep -o '"url":"[a-z]*://[^"]*"' net.json | grep -v '"file://' |
        grep -v -e '://[a-z0-9.-]*google' -e gvt1 | sort -u)"
    verdict "$page: printed to pages of A4" "$(
        [ "$(head -c 5 $page.pdf 2>&1)" = %PDF- ] || echo 'no PDF'
        grep -aoE '/MediaBox ?\[[^]]*\]' $page.pdf | grep -vE '59[45][0-9.]* 84[12]' | head -n 3
        [ "$(grep -ac '/Type /Page$' $page.pdf)" -ge 4 ] || echo 'fewer than four pages')"
    sed -e 's/<meta http-equiv="Content-Security-Policy"[^>]*>//' $page.html |
        awk '/^<\/body>/ { print "<script>"; while ((getline line <"probe.js") > 0) print line; print "</script>" } 1' >probed.html
    browse --window-size=1200,900 --dump-dom "file://$scratch/probed.html" >dom
    verdict "$page: headings, scopes, names, pictures, contrast" "$(
        grep -o '<title>told: [^<]*' dom | grep -v 'told: nothing'
        grep -q '<title>told' dom || echo 'the page was not asked'
        grep -h CONSOLE said)"
    pictures=$(grep -c '<figure class="picture"' $page.html)
    if command -v gnuplot >/dev/null; then
        verdict "$page: its $pictures pictures are drawn" "$(
            grep -o 'data-pictures="[0-9]*"' dom | grep -v "\"$pictures\"")"
    fi
done
finish
