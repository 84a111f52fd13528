#!/usr/bin/env bash
# Installs the programs that the tests talk to. Each function takes care of one of them; a peer that
# cannot be had is named and skipped, and so are the tests that need it.
set -eu

wants() { printf 'test peers: %s\n' "$1"; }

# Synapse, the Matrix server: taken where it is, else from Debian into a folder of its own, about 700 MB.
matrix_server() {
  local root=${XDG_CACHE_HOME:-$HOME/.cache}/hamsafar/synapse tool=
  if [ -n "${SYNAPSE_URL:-}" ] || command -v synapse_homeserver >/dev/null || [ -e "$root/ready" ]; then return; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    wants "a Matrix server: synapse_homeserver on the PATH, or a Debian machine on which this script is root"
    return
  fi
  command -v debootstrap >/dev/null ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends debootstrap; } >/dev/null 2>&1 ||
    { wants "a Matrix server: debootstrap cannot be installed" && return; }
  mkdir -p "$(dirname "$root")"
  tool=$(mktemp -d "$root.XXXXXX")
  if debian "$tool" >"$root.log" 2>&1; then
    rm -rf "$root" && mv "$tool" "$root" && touch "$root/ready"
  else
    rm -rf "$tool" && wants "a Matrix server: Debian could not be laid into a folder; see $root.log"
  fi
}

# Nothing in that folder may start a service.
debian() {
  debootstrap --variant=minbase sid "$1" || return 1
  printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d" && chmod 755 "$1/usr/sbin/policy-rc.d"
  DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get install -y -qq --no-install-recommends matrix-synapse &&
    chroot "$1" apt-get clean
}

node_peers() {
  if ! command -v npm >/dev/null; then
    wants "Node.js 20 with npm, for a second Matrix client (matrix-js-sdk) and a Telegram server (telegram-test-api)"
    return
  fi
  packages telegram
  packages matrix
}

# Versions are pinned by package-lock.json; a second run finds them installed.
packages() {
  local folder
  folder=$(dirname "${BASH_SOURCE[0]}")/$1
  if [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then return; fi
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >/dev/null ||
    wants "the packages of $1: 'npm ci' in $folder failed"
}

browser() {
  if command -v chromium >/dev/null; then return; fi
  wants "chromium, for the preview page"
}

matrix_server
node_peers
browser
