#!/bin/sh
# Runs a command beside a PostgreSQL server of its own: on loopback, in a folder that is gone afterwards.
#
#   with_postgres.sh COMMAND...
#
# The command finds the server's address in DATELINE_TEST_POSTGRESQL. Exit status: the command's.
# Without PostgreSQL's programs on the machine the command is run without a server, after a line that says so.
set -eu

bin=$(command -v pg_ctl 2>/dev/null | sed 's|/pg_ctl$||') || true
[ -n "$bin" ] || bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1) || true
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
    echo "with_postgres.sh: no PostgreSQL server is installed (Debian: postgresql); running without" >&2
    exec "$@"
fi

folder=$(mktemp -d)
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s\n' "$password" > "$folder/password"
# The server refuses to be root's.
if [ "$(id -u)" = 0 ]; then
    chown -R postgres "$folder"
    as() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
else
    as() { "$@"; }
fi
stop() {
    (cd / && as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

(cd / && as "$bin/initdb" -D "$folder/data" -U dateline --pwfile="$folder/password" --auth=scram-sha-256 --no-sync \
    --encoding=UTF8 --locale=C.UTF-8 >"$folder/log" 2>&1) || { cat "$folder/log" >&2; exit 1; }
# Nothing here shall outlive the command, so the server need not wait for the disk (benchmarks set DATELINE_TEST_FSYNC=on).
# A port that was free a moment ago may be taken now: try another.
for _ in 1 2 3 4 5; do
    port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 20000))
    if (cd / && as "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -t 60 start \
        -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=${DATELINE_TEST_FSYNC:-off}" >/dev/null 2>&1); then
        started=yes
        break
    fi
done
[ "${started:-}" = yes ] || { cat "$folder/data/log" >&2; exit 1; }
DATELINE_TEST_POSTGRESQL="postgresql://dateline:$password@127.0.0.1:$port/postgres" "$@"
