# shellcheck shell=bash
# server.sh: sourced by a session: a PostgreSQL server of its own, which runs as a plain user and
# listens to nothing but a socket in a folder of its own, $server. Both end with the session.
# Whoever reads $server reads what the server wrote there: it has $PATH's commands in $server/bin.
# With $relocated, its programs are copies in $server, which look there for extensions too, so that
# one is tried that is not installed on the machine.

server=$(mktemp -d /tmp/huzhu-server.XXXXXX)
as_user=
if [ "$(id -u)" -eq 0 ]; then
    user=$(id -u postgres 2>/dev/null || id -u nobody)
    as_user="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
    chown "$user" "$server"
fi
chmod 755 "$server"
stop() {
    $as_user pg_ctl -s -m immediate -D "$server/data" stop
    rm -rf "$server"
}
trap stop EXIT
if [ "${relocated:-}" ]; then
    programs=$(dirname "$(readlink -f "$(command -v pg_ctl)")")
    mkdir -p "$server$programs"
    cp -R "$programs/." "$server$programs"
    for folder in "$("$programs/pg_config" --pkglibdir)" "$("$programs/pg_config" --sharedir)"; do
        mkdir -p "$server$folder"
        cp -Rs "$folder/." "$server$folder"
    done
    PATH=$server$programs:$PATH
fi
mkdir "$server/bin"
cp "$(command -v hz-triangle)" "$(command -v hz-reserve)" "$server/bin"
(
    cd "$server" || exit
    $as_user initdb -A trust -U huzhu --locale=C.UTF-8 --no-sync -D data >/dev/null
    PATH=$server/bin:$PATH $as_user pg_ctl -s -w -D data -l "$server/data/log" \
        -o "-k $server -h '' -c fsync=off" start
)
export PGHOST=$server PGUSER=huzhu PGDATABASE=postgres
