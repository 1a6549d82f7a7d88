#!/bin/sh
# Opens the console where a screen can really be opened; elsewhere it does the main job offscreen and takes pictures.
set -eu
cd "$(dirname "$0")/.."
if .venv/bin/python tools/screen.py; then
    exec .venv/bin/python -m integration_console.desktop "$@"
fi
QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m integration_console.desktop --demonstrate --pictures build/pictures "$@"
