#!/usr/bin/env bash
# Puts a backup into an EMPTY database and, for each node, into an empty data folder. No node may run on them meanwhile.
#
#   restore.sh BACKUP_FOLDER
#
#   KEFU_DB_HOST, KEFU_DB_PORT, KEFU_DB_NAME, KEFU_DB_USER, KEFU_DB_PASSWORD   where to; default localhost, 3306, kefu, kefu
#   KEFU_DATA_FOLDERS      the folders (KEFU_DATA) of the nodes, with colons between, in the order of the backup; may be empty or fewer
#   KEFU_DATA_OWNER        whom these folders belong to then, for example 10001:10001; as root only
#
# It refuses what is not empty or not whole, and then has changed nothing.
set -euo pipefail
umask 027

backup=${1:?usage: restore.sh BACKUP_FOLDER}
host=${KEFU_DB_HOST:-localhost}
port=${KEFU_DB_PORT:-3306}
database=${KEFU_DB_NAME:-kefu}
user=${KEFU_DB_USER:-kefu}
password=${KEFU_DB_PASSWORD-}

refuse() {
  echo "Nothing was restored: $1" >&2
  exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
escaped=${password//\\/\\\\}
escaped=${escaped//\"/\\\"}
printf '[client]\nuser="%s"\npassword="%s"\nhost="%s"\nport=%s\nprotocol=tcp\ndefault-character-set=utf8mb4\n' "$user" "$escaped" "$host" "$port" > "$work/client.cnf"
sql() {
  mysql --defaults-extra-file="$work/client.cnf" "$@"
}

[ -f "$backup/SHA256SUMS" ] || refuse "$backup is no whole backup"
(cd "$backup" && sha256sum --quiet --strict --check SHA256SUMS) > "$work/sums" 2>&1 || refuse "the backup is damaged: $(head -n 3 "$work/sums" | tr '\n' ' ')"

tables=$(sql -N -B -e "select count(*) from information_schema.tables where table_schema = '$database'") || refuse "the database server does not answer"
[ "$(sql -N -B -e "select count(*) from information_schema.schemata where schema_name = '$database'")" = 1 ] \
  || refuse "there is no database $database. Make it: create database $database character set utf8mb4 collate utf8mb4_bin"
[ "$tables" = 0 ] || refuse "the database $database has $tables tables; restore into an empty one"
IFS=: read -r -a folders <<< "${KEFU_DATA_FOLDERS-}"
for folder in ${folders[@]+"${folders[@]}"}; do
  if [ -e "$folder/audit/seals.log" ] || [ -d "$folder/attachments" ]; then
    refuse "$folder holds seals or attachments already; move them away and keep them: they may be newer than the backup"
  fi
done

# Views and triggers belong to whoever restores: the user of the old server may not exist here, and naming another one needs a right of its own.
# shellcheck disable=SC2016
gzip -dc "$backup/database.sql.gz" \
  | sed -E -e '/^\/\*!500(13|03 CREATE\*\/ \/\*!50017) DEFINER=/s/DEFINER=`[^`]*`@`[^`]*`//' -e '/^\/\*M?!999999/d' \
  | sql --max-allowed-packet=256M "$database"

number=0
for folder in ${folders[@]+"${folders[@]}"}; do
  number=$((number + 1))
  for saved in "$backup/data/$number-"*; do
    if [ -d "$saved" ]; then
      mkdir -p "$folder"
      cp -a "$saved/." "$folder/"
    fi
  done
  if [ -n "${KEFU_DATA_OWNER-}" ]; then
    chown -R "$KEFU_DATA_OWNER" "$folder"
  fi
done
echo "Restored $backup: $(sql -N -B -e "select count(*) from information_schema.tables where table_schema = '$database'") tables."
echo "The data folders must belong to the user that runs Kefu. Start ONE node, ask GET /api/audit/verification, then start the others."
