#!/usr/bin/env bash
# setup.sh [quick]: what the sessions of tests/engines and huzhu-engines(7) want, as far as it can
# be had: programs by Debian's package manager, modules of Python in build/engines, a virtual
# environment that also has links to the programs of PostgreSQL, and an installation of huzhu. What cannot be had is named, and
# its sessions are skipped. quick: what can be had in two or three minutes; SETUP=no: nothing is
# installed.
set -u
cd "$(dirname "$0")/../.." || exit 3
engines=build/engines
quick=${1:-}

# What still may take, in seconds.
left() {
    [ "$quick" ] && echo $((150 > SECONDS ? 150 - SECONDS : 1)) || echo 3600
}

say() {
    echo "engines: $*" >&2
}

# install PACKAGE...: those that are missing; false if they cannot be had.
install() {
    local as_root=
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root=sudo
    fi
    command -v apt-get >/dev/null || return 1
    $as_root env DEBIAN_FRONTEND=noninteractive timeout "$(left)" \
        apt-get install -y --no-install-recommends "$@" </dev/null >&2
}

# want PROGRAM PACKAGE...
want() {
    command -v "$1" >/dev/null && return
    [ "${SETUP:-yes}" != no ] && install "${@:2}" && return
    say "no $1 here (${*:2}): its sessions are skipped"
}

# Debian starts a server with the package; one of this machine's own is not wanted.
postgres() {
    local config=/etc/postgresql-common/createcluster.conf bin
    bin=$(find /usr/lib/postgresql/*/bin -name initdb 2>/dev/null | sort -V | tail -n 1)
    if [ -z "$bin" ] && [ "${SETUP:-yes}" != no ] && install postgresql-common; then
        [ -w $config ] && sed -i 's/^#* *create_main_cluster.*/create_main_cluster = false/' $config
        install postgresql
        bin=$(find /usr/lib/postgresql/*/bin -name initdb 2>/dev/null | sort -V | tail -n 1)
    fi
    [ -n "$bin" ] || { say "no server here (postgresql): its sessions are skipped" && return; }
    ln -sf "${bin%/*}"/{initdb,pg_ctl,pg_config} $engines/bin/
    local version=${bin#/usr/lib/postgresql/}
    local regress=${bin%/bin/*}/lib/pgxs/src/test/regress/pg_regress
    [ -x "$regress" ] ||
        { [ "${SETUP:-yes}" != no ] && install "postgresql-server-dev-${version%%/*}"; } ||
        { say "no pg_regress here (postgresql-server-dev): its sessions are skipped" && return; }
    ln -sf "$regress" $engines/bin/
}

# module NAME...: of Python, into the virtual environment.
module() {
    local name
    for name; do
        $engines/bin/python3 -c "import $name" 2>/dev/null && continue
        [ "${SETUP:-yes}" != no ] && timeout "$(left)" \
            $engines/bin/pip install -q --disable-pip-version-check "$name" </dev/null >&2 &&
            continue
        say "no python3:$name here: its sessions are skipped"
    done
}

if [ ! -x $engines/bin/pip ]; then
    mkdir -p $engines/bin
    python3 -m venv --system-site-packages $engines 2>/dev/null ||
        { install python3-venv && python3 -m venv --system-site-packages $engines; } ||
        say "no virtual environment (python3-venv): modules of Python are skipped"
fi
# The module of Python that is installed beside it.
for site in $engines/lib/python3*/site-packages; do
    [ -d "$site" ] && echo ../../../share/huzhu/python >"$site/huzhu.pth"
done
want parallel parallel
want script bsdutils
want zsh zsh
want fish fish
postgres
module duckdb pandas polars
if [ -z "$quick" ]; then
    want java default-jre-headless
    want Rscript r-base-core
    want dh debhelper dpkg-dev fakeroot
    want lintian lintian
    want debootstrap debootstrap
    want aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
    want qemu-aarch64 qemu-user
    module pyspark
fi
exit 0
