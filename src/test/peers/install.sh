#!/usr/bin/env bash
# Installs the programs that the tests talk to. Each function takes care of one of them; a peer that
# cannot be had is named and skipped, and so are the tests that need it.
set -eu

wants() { printf 'test peers: %s\n' "$1"; }

matrix_server() {
  if [ -n "${SYNAPSE_URL:-}" ] || command -v synapse_homeserver >/dev/null; then return; fi
  wants "a Matrix server: SYNAPSE_URL of a running Synapse, or synapse_homeserver on the PATH"
}

node_peers() {
  if ! command -v npm >/dev/null; then
    wants "Node.js 20 with npm, for a second Matrix client (matrix-js-sdk) and a Telegram server (telegram-test-api)"
    return
  fi
  telegram_server
}

# Its versions are pinned by package-lock.json; a second run finds it installed.
telegram_server() {
  local folder
  folder=$(dirname "${BASH_SOURCE[0]}")/telegram
  if [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then return; fi
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >/dev/null ||
    wants "telegram-test-api: 'npm ci' in $folder failed"
}

browser() {
  if command -v chromium >/dev/null; then return; fi
  wants "chromium, for the preview page"
}

matrix_server
node_peers
browser
