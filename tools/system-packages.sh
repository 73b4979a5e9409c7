#!/bin/sh
# Brings programs and libraries that pip cannot, by apt-get or Homebrew:  system-packages.sh [pango poppler …]
# Without arguments: everything that building and testing need.
# Where there is no way to bring them it says what to install by hand, and exits with 1.
set -eu

# sudo may ask for a password only where somebody sits to type it.
sudo="sudo -n"
if [ "$(id -u)" = 0 ]; then sudo=""; elif [ -t 0 ]; then sudo="sudo"; fi
apt() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"; }

[ $# -gt 0 ] || set -- venv pango poppler qpdf chromium

by_apt=""
by_brew=""
for wanted in "$@"; do
    case $wanted in
        pango) by_apt="$by_apt libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"; by_brew="$by_brew pango" ;;
        poppler) by_apt="$by_apt poppler-utils"; by_brew="$by_brew poppler" ;;
        qpdf) by_apt="$by_apt qpdf"; by_brew="$by_brew qpdf" ;;
        chromium) by_apt="$by_apt chromium" ;;
        webkit) by_apt="$by_apt webkit2gtk-driver xvfb" ;;
        venv) by_apt="$by_apt python3-venv" ;;
        *) echo "unknown: $wanted" >&2; exit 2 ;;
    esac
done

if command -v apt-get >/dev/null 2>&1; then
    echo "Installing with apt-get:$by_apt" >&2
    # shellcheck disable=SC2086 — lists of names
    if apt update -qq >&2 && apt install -y -qq --no-install-recommends $by_apt >&2; then exit 0; fi
    echo "That did not work. Please run: sudo apt-get install$by_apt" >&2
    exit 1
fi
if [ -z "$by_brew" ]; then exit 0; fi
if command -v brew >/dev/null 2>&1; then
    echo "Installing with Homebrew:$by_brew" >&2
    # shellcheck disable=SC2086
    brew install --quiet $by_brew >&2 && exit 0
fi
echo "Please install with your package manager:$by_brew" >&2
exit 1
