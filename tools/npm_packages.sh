#!/bin/sh
# Installs the npm packages that tests run against (recorded GitHub payloads, an independent Slack) into build/npm,
# exactly as tests/npm/package-lock.json names them.
set -eu
cd "$(dirname "$0")/.."

stamp=build/npm/installed
wanted=$(cat tests/npm/package.json tests/npm/package-lock.json | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi
mkdir -p build/npm
cp tests/npm/package.json tests/npm/package-lock.json build/npm/
echo "Installing the npm packages that tests use into build/npm ..." >&2
export NODE_USE_SYSTEM_CA=1 # trust what the system trusts, as pip does
(cd build/npm && ../../tools/node.sh npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
printf '%s' "$wanted" >"$stamp"
