#!/usr/bin/env bash
# language.sh: every sentence in a source that goes through _() or N_() stands in every catalogue of
# lib/po, translated. (Whether options and commands are explained in them, command/language.t asks.)
set -u
. tests/tap.sh

sentences=$OUT/tap/sentences
find lib cmd -name '*.[ch]' | LC_ALL=C sort |
    xgettext -L C -k_ -kN_ --from-code=UTF-8 --no-wrap --add-location=file -f - -o "$sentences" ||
    verdict 'the sentences are found' 'xgettext has failed'
verdict 'there are sentences' "$(
    [ "$(grep -c '^msgid "' "$sentences")" -gt 1000 ] || echo 'fewer than 1000')"
for catalogue in lib/po/*.po; do
    verdict "$catalogue has every sentence" "$(
        msgmerge -q -N --no-wrap "$catalogue" "$sentences" -o - |
            msgattrib --untranslated --no-obsolete --no-wrap | sed -n '/^#:/,$p')"
done
# A catalogue with a "%<PRIu32>" left in it has a second table, of revision 1, which we do not read.
for catalogue in "$OUT"/share/locale/*/LC_MESSAGES/huzhu.mo; do
    revision=$(od -An -tx1 -j4 -N4 "$catalogue" | tr -d ' 0')
    verdict "${catalogue#"$OUT"/} has no sentence that is the machine's" "$revision"
done
rm -f "$sentences"
finish
