#!/bin/sh
# make-venv.sh FOLDER PYTHON [EXTRA] — a virtual environment with lactern in it, editable. Does nothing when it is fresh.
set -eu
cd "$(dirname "$0")/.."
folder=$1 python=$2 extra=${3:-}
ready=$folder/.ready${extra:+-$extra}

if ! "$folder/bin/python" -c '' 2>/dev/null; then
    rm -rf "$folder"
    # Debian keeps a part of Python in a package of its own.
    "$python" -c 'import ensurepip' 2>/dev/null || sh tools/system-packages.sh venv
    "$python" -m venv "$folder"
fi

# What an editable install does not follow by itself: dependencies, and the front end that is made from builder/web.
inputs="pyproject.toml hatch_build.py builder/web/package-lock.json builder/web/build.mjs builder/web/fonts.mjs"
# shellcheck disable=SC2086 — a list of files of ours
if [ -e "$ready" ] && [ -e builder/web/dist ] &&
    [ -z "$(find $inputs builder/web/src builder/web/css -newer "$ready" 2>/dev/null)" ]
then exit 0
fi
echo "Setting up $folder with $("$python" --version)" >&2
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --editable ".${extra:+[$extra]}"
touch "$ready"
