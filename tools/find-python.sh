#!/bin/sh
# Says which Pythons of this machine can run lactern (3.11 and up), oldest first: one path a line.
# PYTHON=/path/to/python names the only one to use.
set -eu

able() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if [ -n "${PYTHON:-}" ]; then
    able "$PYTHON" || { echo "PYTHON=$PYTHON is not Python 3.11 or newer" >&2; exit 1; }
    command -v "$PYTHON"
    exit 0
fi

# Shims of version managers may answer for a version that is switched off, so each candidate is asked.
for candidate in \
    python3.11 python3.12 python3.13 python3.14 python3.15 python3 \
    "$HOME"/.pyenv/versions/3.*/bin/python3 \
    /opt/homebrew/bin/python3.1? /usr/local/bin/python3.1?
do
    path=$(command -v "$candidate" 2>/dev/null) || continue
    able "$path" || continue
    "$path" -c 'import sys; print("%02d.%02d" % sys.version_info[:2], sys.executable)'
done | sort -u -k1,1 | cut -d' ' -f2-
