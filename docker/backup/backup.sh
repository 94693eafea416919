#!/usr/bin/env bash
# Makes one backup: a consistent dump of the database, and of every data folder the audit seals and attachments. It appears under its name only when it is whole.
#
#   KEFU_BACKUPS           folder that gets it
#   KEFU_BACKUP_USER, KEFU_BACKUP_PASSWORD   database user that may read (and lock tables); default KEFU_DB_USER, KEFU_DB_PASSWORD
#   KEFU_DB_HOST, KEFU_DB_PORT, KEFU_DB_NAME default localhost, 3306, kefu
#   KEFU_DATA_FOLDERS      folders of the nodes (KEFU_DATA), with colons between; may be empty
#   KEFU_BACKUPS_KEEP      how many backups stay; default 14
#
# Needs mysqldump of MySQL or MariaDB. Do not run it while a new version of Kefu changes tables.
set -euo pipefail
umask 077

backups=${KEFU_BACKUPS:?is the folder for backups}
host=${KEFU_DB_HOST:-localhost}
port=${KEFU_DB_PORT:-3306}
database=${KEFU_DB_NAME:-kefu}
user=${KEFU_BACKUP_USER:-${KEFU_DB_USER:-kefu}}
password=${KEFU_BACKUP_PASSWORD-${KEFU_DB_PASSWORD-}}
keep=${KEFU_BACKUPS_KEEP:-14}

work=$(mktemp -d)
partial=
trap 'rm -rf "$work" ${partial:+"$partial"}' EXIT

# Not on the command line, where every user of the machine sees it. Backslash and quote are special in this file.
escaped=${password//\\/\\\\}
escaped=${escaped//\"/\\\"}
printf '[client]\nuser="%s"\npassword="%s"\nhost="%s"\nport=%s\nprotocol=tcp\n' "$user" "$escaped" "$host" "$port" > "$work/client.cnf"

mkdir -p "$backups"
# The top folder may be looked at: the age of the last backup is a metric. What is in it may not.
chmod 755 "$backups"
name="kefu-$(date -u +%Y%m%dT%H%M%SZ)"
partial="$backups/.$name.partial"
mkdir "$partial" "$partial/data"

# Copies what the nodes keep outside the database: NAME of a folder is its position and last part, so that restore.sh finds it.
copy_data() {
  local folder target
  local number=0
  IFS=: read -r -a folders <<< "${KEFU_DATA_FOLDERS-}"
  for folder in ${folders[@]+"${folders[@]}"}; do
    number=$((number + 1))
    target="$partial/data/$number-$(basename "$folder")"
    mkdir -p "$target"
    "$@" "$folder" "$target"
  done
}

# The seals first: the dump then holds every seal that the copy of the file holds, and the file grows again by itself.
copy_seals() {
  if [ -f "$1/audit/seals.log" ]; then
    mkdir -p "$2/audit"
    cp -p "$1/audit/seals.log" "$2/audit/"
  fi
}

# Before the dump, and what is new once more after it: an attachment that the dump names is in one of the two.
copy_attachments() {
  if [ -d "$1/attachments" ]; then
    mkdir -p "$2/attachments"
    (cd "$1/attachments" && find . -type f ! -path './incoming/*' -print0) | while IFS= read -r -d '' file; do
      [ -e "$2/attachments/$file" ] && continue
      mkdir -p "$2/attachments/$(dirname "$file")"
      # Deleted meanwhile: then it is no attachment any more.
      cp -p "$1/attachments/$file" "$2/attachments/$file" 2> /dev/null || [ ! -e "$1/attachments/$file" ]
    done
  fi
}

copy_data copy_seals
copy_data copy_attachments

options=(--max-allowed-packet=256M --single-transaction --quick --routines --triggers --events --hex-blob --no-tablespaces --default-character-set=utf8mb4)
# Only MySQL's own dump knows these; MariaDB's refuses what it does not know.
for option in set-gtid-purged=OFF column-statistics=0; do
  if mysqldump --help --verbose 2> /dev/null | grep -q -e "--${option%%=*}"; then
    options+=("--$option")
  fi
done
mysqldump --defaults-extra-file="$work/client.cnf" "${options[@]}" "$database" | gzip > "$partial/database.sql.gz"
# A dump that broke off has no such line, whatever mysqldump said.
gzip -dc "$partial/database.sql.gz" | tail -n 1 | grep -q '^-- Dump completed' || { echo "The dump is not whole." >&2; exit 1; }

copy_data copy_attachments

(cd "$partial" && find . -type f -print0 | sort -z | xargs -0 sha256sum) > "$work/sums"
mv "$work/sums" "$partial/SHA256SUMS"
sync
mv "$partial" "$backups/$name"
partial=
touch "$backups/last-success"
chmod 644 "$backups/last-success"
echo "Backup $backups/$name: $(du -sh "$backups/$name" | cut -f 1)"

# Old ones go only after a new one is there.
find "$backups" -mindepth 1 -maxdepth 1 -type d -name 'kefu-*Z' | sort -r | tail -n "+$((keep + 1))" | while IFS= read -r old; do
  rm -rf "$old"
done
