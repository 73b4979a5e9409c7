# Read by the other scripts (". tools/pango.sh"): how a Mac's Python finds the libraries that Homebrew installed.
if [ "$(uname)" = Darwin ]; then
    for prefix in /opt/homebrew /usr/local /opt/local; do
        if [ -e "$prefix/lib/libpango-1.0.dylib" ]; then
            DYLD_FALLBACK_LIBRARY_PATH="$prefix/lib${DYLD_FALLBACK_LIBRARY_PATH:+:$DYLD_FALLBACK_LIBRARY_PATH}"
            export DYLD_FALLBACK_LIBRARY_PATH
            break
        fi
    done
fi
