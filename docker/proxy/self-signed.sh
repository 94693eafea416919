#!/usr/bin/env bash
# Makes a certificate for a trial, which every browser warns of.
#   self-signed.sh HOST FILE
set -euo pipefail
host=${1:?usage: self-signed.sh HOST FILE}
file=${2:?usage: self-signed.sh HOST FILE}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
openssl req -x509 -newkey rsa:3072 -nodes -days 90 -subj "/CN=$host" -addext "subjectAltName=DNS:$host" -keyout "$work/key" -out "$work/certificate" 2> "$work/log" \
  || { cat "$work/log" >&2; exit 1; }
cat "$work/certificate" "$work/key" > "$file"
chmod 644 "$file"
echo "$file is for trials only."
