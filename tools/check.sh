#!/bin/sh
# Everything that can be said about the code without running it. Goes through all of it, then says whether all is well.
set -u
cd "$(dirname "$0")/.."
failed=""

step() {
    name=$1
    shift
    printf -- '--- %s\n' "$name"
    "$@" || failed="$failed $name"
}

folders=""
for folder in src tests benchmarks tools; do
    [ -d "$folder" ] && folders="$folders $folder"
done

step format .venv/bin/ruff format --check .
step lint .venv/bin/ruff check .
# shellcheck disable=SC2086
step types .venv/bin/mypy $folders
step layers .venv/bin/lint-imports --no-cache
step house .venv/bin/python -m pytest --noconftest -q -p no:cacheprovider tests/test_architecture.py
step translations tools/translations.sh check
step map .venv/bin/python tools/folder_map.py --check

if [ -n "$failed" ]; then
    echo "Not well:$failed"
    exit 1
fi
echo "All is well."
