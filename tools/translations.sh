#!/bin/sh
# The sentences of the window in other languages. Sources: translations/*.ts; built: build/translations/*.qm.
#   collect  take new sentences of the code into the sources
#   build    make the .qm files, where a source is newer
#   check    fail when the sources are not what `collect` would write, or a sentence has no finished translation
set -eu
cd "$(dirname "$0")/.."
ls translations/*.ts >/dev/null 2>&1 || exit 0

case "$1" in
collect)
    exec .venv/bin/python tools/translations.py collect
    ;;
build)
    mkdir -p build/translations
    for source in translations/*.ts; do
        built="build/translations/$(basename "$source" .ts).qm"
        if [ ! -f "$built" ] || [ "$source" -nt "$built" ]; then
            .venv/bin/pyside6-lrelease -silent "$source" -qm "$built"
        fi
    done
    ;;
check)
    exec .venv/bin/python tools/translations.py check
    ;;
esac
