#!/usr/bin/env bash
# Makes a backup at KEFU_BACKUP_AT (HH:MM, local time) every day; one that fails is tried again after a quarter of an hour. The first one is made at once.
set -euo pipefail
at=${KEFU_BACKUP_AT:-02:00}
here=$(dirname "$0")
# The container is told to stop: at once, not when the sleep is over.
trap 'exit 0' TERM INT

rest() {
  sleep "$1" &
  wait $!
}

while true; do
  if bash "$here/backup.sh"; then
    now=$(date +%s)
    next=$(date -d "today $at" +%s)
    [ "$next" -gt "$now" ] || next=$(date -d "tomorrow $at" +%s)
    rest $((next - now))
  else
    echo "The backup failed; next try in a quarter of an hour." >&2
    rest 900
  fi
done
