# shellcheck shell=bash
# server.sh: sourced by a session: a PostgreSQL server of its own, which runs as a plain user and
# listens to nothing but a socket in a folder of its own, $server. Both end with the session.
# Whoever reads $server reads what the server wrote there: it has $PATH's commands in $server/bin.

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
mkdir "$server/bin"
cp "$(command -v hz-triangle)" "$(command -v hz-reserve)" "$server/bin"
(
    cd "$server" || exit
    $as_user initdb -A trust -U huzhu --locale=C.UTF-8 --no-sync -D data >/dev/null
    PATH=$server/bin:$PATH $as_user pg_ctl -s -w -D data -l "$server/data/log" \
        -o "-k $server -h '' -c fsync=off" start
)
export PGHOST=$server PGUSER=huzhu PGDATABASE=postgres
