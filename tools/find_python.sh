#!/bin/sh
# Prints the path of a Python that can run dateline (3.12 or newer, able to make a virtual environment).
#
#   find_python.sh             look only
#   find_python.sh --install   when there is none, let uv or, as root, Debian's packages bring one
#
# The environment variable PYTHON, when set, is tried first. Messages go to standard error.
set -u

fits() {
    "$1" - <<'PY' 2>/dev/null
import sys
if sys.version_info < (3, 12) or sys.implementation.name != "cpython":
    sys.exit(1)
import ensurepip, ssl, sqlite3, venv
print(sys.executable)
PY
}

try() {
    for candidate in "$@"; do
        if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
            exit 0
        fi
    done
}

look() {
    [ -z "${PYTHON:-}" ] || try "$PYTHON"
    for version in 3.12 3.13 3.14; do
        try "python$version"
        for root in "${PYENV_ROOT:-$HOME/.pyenv}" /opt/pyenv /usr/local/pyenv; do
            for python in "$root/versions/$version".*/bin/python3; do
                [ ! -x "$python" ] || try "$python"
            done
        done
        try "/usr/local/bin/python$version" "/opt/python/$version/bin/python3" "/opt/homebrew/bin/python$version"
    done
    try python3 python
    if command -v uv >/dev/null 2>&1; then
        found=$(uv python find --offline '>=3.12' 2>/dev/null) && try "$found"
    fi
}

bring() {
    uv=$(command -v uv) || {
        # An older Python is enough to fetch uv, into a folder of its own.
        python3 -m venv build/uv >/dev/null 2>&1 && build/uv/bin/pip install --quiet uv >&2 && uv=build/uv/bin/uv
    }
    if [ -n "$uv" ]; then
        echo "No Python 3.12 here: trying  uv python install 3.12" >&2
        "$uv" python install 3.12 >&2 && found=$("$uv" python find 3.12) && try "$found"
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "No Python 3.12 here: trying Debian's packages" >&2
        apt-get update -qq >&2 || true
        for version in 3.12 3.13 3.14; do
            if apt-cache show "python$version-venv" >/dev/null 2>&1; then
                DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "python$version-venv" >&2 && look
            fi
        done
    fi
}

look
[ "${1:-}" != "--install" ] || bring

cat >&2 <<'MSG'
dateline needs Python 3.12 or newer, with its venv module, and none was found.
Install one, then run the command again:
    Debian 13, Ubuntu 24.04   apt install python3-venv
    Fedora                    dnf install python3.12
    macOS                     brew install python@3.12
    any system                pip install uv && uv python install 3.12      (or: pyenv install 3.12)
Or name one yourself:         make PYTHON=/path/to/python3.12 setup
MSG
exit 1
