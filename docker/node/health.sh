#!/usr/bin/env bash
# Whether this node takes requests. The image has no curl; bash speaks HTTP well enough for that.
#   health.sh [HOST [PORT]]
set -euo pipefail
host=${1:-127.0.0.1}
port=${2:-8080}
exec 3<> "/dev/tcp/$host/$port"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: %s\r\nConnection: close\r\n\r\n' "$host" >&3
IFS= read -r -t 4 status <&3
case $status in
  *" 200 "* | *" 200"$'\r') exit 0 ;;
  *) echo "Not ready: ${status%$'\r'}"; exit 1 ;;
esac
