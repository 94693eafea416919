#!/usr/bin/env bash
# Run once by the image when the database is new: a user for backups that can change nothing.
set -euo pipefail
password=${KEFU_BACKUP_PASSWORD:?is empty}
case $password in
  *[!A-Za-z0-9]*) echo "KEFU_BACKUP_PASSWORD: letters and digits only" >&2; exit 1 ;;
esac
# The image's own way to its server: the root password of this first start.
MYSQL_PWD=${MYSQL_ROOT_PASSWORD:-} mysql --protocol=socket --user=root <<SQL
create user 'backup'@'%' identified by '$password';
grant select, show view, trigger, event, lock tables on \`kefu\`.* to 'backup'@'%';
SQL
