#!/usr/bin/env bash
# Runs Synapse on a loopback port until it is killed: synapse.sh PORT NAME. What it keeps lies in its own
# folder below the Debian that src/test/peers/install.sh has laid, or below a temporary one.
# NAME names the folder; a second start with the same NAME goes on with it. RC_MESSAGE is a YAML
# mapping that takes the place of the limit on messages. What it knows is gone when it ends, unless DATABASE
# says "file": that takes twice as long. synapse.sh erase NAME deletes the folder.
set -eu
port=$1 name=$2
root=${XDG_CACHE_HOME:-$HOME/.cache}/hamsafar/synapse
if command -v synapse_homeserver >/dev/null; then root=; fi
data=/srv/$name
if [ -z "$root" ]; then data=${TMPDIR:-/tmp}/hamsafar-$name; fi
if [ "$port" = erase ]; then rm -rf "$root$data"; exit; fi
mkdir -p "$root$data"
database=:memory:
if [ "${DATABASE:-}" = file ]; then database=$data/h.db; fi
many='{per_second: 100000, burst_count: 100000}'
cat >"$root$data/homeserver.yaml" <<YAML
server_name: localhost
report_stats: false
pid_file: $data/pid
signing_key_path: $data/signing.key
media_store_path: $data/media
log_config: $data/log.yaml
macaroon_secret_key: test
form_secret: test
registration_shared_secret: test
trusted_key_servers: []
suppress_key_server_warning: true
federation_domain_whitelist: []
enable_registration: true
enable_registration_without_verification: true
bcrypt_rounds: 4
presence: {enabled: false}
event_cache_size: 100K
database: {name: sqlite3, args: {database: "$database"}}
listeners:
  - {port: $port, type: http, tls: false, bind_addresses: [127.0.0.1], resources: [{names: [client]}]}
rc_message: ${RC_MESSAGE:-$many}
rc_login: {address: $many, account: $many, failed_attempts: $many}
rc_registration: $many
rc_joins: {local: $many, remote: $many}
rc_joins_per_room: $many
rc_invites: {per_room: $many, per_user: $many, per_issuer: $many}
rc_room_creation: $many
rc_admin_redaction: $many
rc_presence: {per_user: $many}
rc_delayed_event_mgmt: $many
YAML
cat >"$root$data/log.yaml" <<YAML
version: 1
handlers: {file: {class: logging.FileHandler, filename: $data/synapse.log}}
root: {level: ${SYNAPSE_LOG:-WARNING}, handlers: [file]}
disable_existing_loggers: false
YAML
run() { if [ -n "$root" ]; then exec chroot "$root" "$@"; else exec "$@"; fi; }
[ -e "$root$data/signing.key" ] || (run synapse_homeserver -c "$data/homeserver.yaml" --generate-keys) >/dev/null
run synapse_homeserver -c "$data/homeserver.yaml"
