#!/bin/sh
# Makes .venv and keeps it in step with pyproject.toml: nothing is installed again while that file is unchanged.
# Usage: tools/setup.sh GROUP...   the groups of tools/system_packages.py that the target needs
set -eu
cd "$(dirname "$0")/.."

python=$(tools/find_python.sh)
"$python" tools/system_packages.py "$@"

stamp=.venv/installed
wanted="$("$python" -c 'import sys; print(sys.version)' | tr '\n' ' ') $(cksum <pyproject.toml)"
if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    "$python" tools/system_packages.py python
    rm -rf .venv
    "$python" -m venv .venv
fi
echo "Installing the Python packages of pyproject.toml into .venv ..." >&2
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install -qq --upgrade 'pip>=25.1' >&2 # older ones know no --group
.venv/bin/python -m pip install -qq --editable . --group dev >&2
printf '%s' "$wanted" >"$stamp"
