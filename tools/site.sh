#!/bin/sh
# Everything from a fresh machine to finished pages: a virtual environment, lactern, Pango for the PDFs, every course.
# Arguments go to `lactern build`.
set -eu
cd "$(dirname "$0")/.."

python=$(sh tools/find-python.sh | tail -n 1)
[ -n "$python" ] || { echo "lactern needs Python 3.11 or newer: https://www.python.org/downloads/" >&2; exit 1; }
sh tools/make-venv.sh .venv "$python"

can_press() {
    . tools/pango.sh
    .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1
}
if ! can_press; then
    sh tools/system-packages.sh pango || true
    can_press || {
        echo "Without Pango there are no PDFs; slides and modules are made all the same." >&2
        set -- --target deck --target module "$@"
    }
fi

.venv/bin/lactern build "$@"
echo
echo "Open it:  file://$(pwd)/site/index.html"
