#!/bin/sh
# Stands in for Electron's binary: ELECTRON_EXEC_PATH=tests/doubles/electron/electron.sh npm run dev
here=$(dirname "$(readlink -f "$0")")
exec node --import "$here/register.ts" "$here/entry.ts" "$@"
