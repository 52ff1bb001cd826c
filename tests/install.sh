#!/usr/bin/env bash
# install.sh: what `make install` put under build/stage works from there, and uninstall removes it all.
set -u
. tests/tap.sh

stage=$PWD/build/stage
version=$(sed -n 's/^.define HZ_VERSION "\(.*\)"/\1/p' lib/huzhu.h)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for source in cmd/*/hz-*.c; do
    command=$(basename "$source" .c)
    said=$("$stage/usr/bin/$command" --version 2>&1)
    verdict "$command --version tells its name and the version" \
        "$([ "$said" = "$command (huzhu) $version" ] || printf '%s\n' "it says: $said")"
done

cat >"$scratch/user.c" <<'END'
#include <huzhu.h>

int main(void)
{
    hz_date date;
    return hz_date_parse(hz_text_of("2024-02-29"), &date) ? 0 : 1;
}
END
# shellcheck disable=SC2086
compile() {
    local flags usr=$scratch/usr # pkg-config and lists of flags do not stand a space in a path
    ln -s "$stage/usr" "$usr"
    flags=$(PKG_CONFIG_PATH=$usr/lib/pkgconfig pkg-config --define-variable="prefix=$usr" "$@" huzhu) &&
        $CC -std=c11 -o "$scratch/user" "$scratch/user.c" $flags 2>&1 &&
        LD_LIBRARY_PATH=$usr/lib "$scratch/user"
}
verdict 'a program finds the shared library by pkg-config' "$(compile --cflags --libs || echo failed)"

cp -R "$stage" "$scratch/stage"
MAKEFLAGS='' make -s uninstall DESTDIR="$scratch/stage" PREFIX=/usr
verdict 'uninstall leaves nothing' "$(find "$scratch/stage" ! -type d)"

exported() {
    nm -D -P --defined-only "$stage/usr/lib/libhuzhu.so" | awk '$1 !~ /^hz_/ { print $1 }'
}
[ "$(uname -s)" = Linux ] && verdict 'the shared library exports hz_ names only' "$(exported)"
finish
