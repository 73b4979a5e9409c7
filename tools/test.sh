#!/bin/bash
# Everything that says whether lactern is sound, from a fresh machine: brings what the tests need, then checks style, types
# and imports once, and runs all tests on the oldest and the newest Python found. Runs on after a failure, so that one run
# tells all; exits with 1 if anything failed. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=()
step() {
    local name=$1
    shift
    printf '\n==> %s\n' "$name"
    "$@" || failed+=("$name")
}

pythons=$(sh tools/find-python.sh)
[ -n "$pythons" ] || { echo "lactern needs Python 3.11 or newer: https://www.python.org/downloads/" >&2; exit 1; }
oldest=$(printf '%s\n' "$pythons" | head -n 1)
newest=$(printf '%s\n' "$pythons" | tail -n 1)

venv_of() { printf '.venv-test-%s' "$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"; }
main=$(venv_of "$newest")
sh tools/make-venv.sh "$main" "$newest" test

# Programs that pip does not bring. Tests that need them fail without them: nothing is left out quietly.
. tools/pango.sh
wanted=()
"$main/bin/python" -c 'import weasyprint' >/dev/null 2>&1 || wanted+=(pango)
command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || wanted+=(poppler)
command -v qpdf >/dev/null || wanted+=(qpdf)

find_chromium() {
    for name in chromium chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium
    do
        # A program that cannot say its version is a stub that would fetch itself first.
        if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then command -v "$name"; return; fi
    done
    "$main/bin/python" - <<'PY'
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = Path(playwright.chromium.executable_path)
print(path) if path.exists() else sys.exit(1)
PY
}
chromium=${CHROMIUM:-$(find_chromium)} || wanted+=(chromium)
[ ${#wanted[@]} -eq 0 ] || sh tools/system-packages.sh "${wanted[@]}" || true
# The engine of Safari and of every iPhone, where there is a package of it; without it two tests say that they were left
# out. By itself: the others come without it, too.
[ "$(uname)" != Linux ] || { command -v WebKitWebDriver && command -v Xvfb; } >/dev/null || sh tools/system-packages.sh webkit || true
. tools/pango.sh
if [ -z "${chromium:-}" ]; then
    chromium=$(find_chromium) || {
        "$main/bin/python" -m playwright install chromium || true
        chromium=$(find_chromium) || { echo "No Chromium, and no way to bring one: tests need it." >&2; exit 1; }
    }
fi
export CHROMIUM=$chromium

# The judges of pages (axe-core and others) come from npm, by the lock file, when it has changed.
export PATH="$PWD/$main/bin:$PATH"
if ! cmp -s builder/web/package-lock.json builder/web/node_modules/.locked.json; then
    (cd builder/web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp builder/web/package-lock.json builder/web/node_modules/.locked.json
fi

step "Style" ruff check .
step "Types" mypy
step "Imports" lint-imports
browser_tests=$(find builder/web/src builder/web/test tests -name '*.test.js' -o -name '*.test.mjs' 2>/dev/null | sort) || true
# shellcheck disable=SC2086 — a list of files of ours
[ -z "$browser_tests" ] || step "Browser code" node --test --test-reporter=dot $browser_tests
[ ! -e builder/web/tsconfig.json ] || step "Types of the browser code" node builder/web/node_modules/typescript/bin/tsc -p builder/web

for python in $(printf '%s\n%s\n' "$oldest" "$newest" | uniq); do
    folder=$(venv_of "$python")
    sh tools/make-venv.sh "$folder" "$python" test
    fuzz=2000 # tries; all of them once, on the newest Python
    [ "$python" != "$newest" ] || fuzz=20000
    LACTERN_FUZZ=${LACTERN_FUZZ:-$fuzz} step "Tests on $("$python" --version)" "$folder/bin/python" -m pytest -n auto --dist loadgroup "$@"
done

printf '\n'
[ ${#failed[@]} -eq 0 ] || { printf 'FAILED: %s\n' "${failed[@]}"; exit 1; }
echo "All is well."
