#!/bin/sh
# A copy of an archive's database, whole even while a crawl writes: ARCHIVE-FOLDER BACKUP-FOLDER KEEP
# Keeps the KEEP newest copies. Needs the sqlite3 command, 3.27 or later.
set -eu
archive=$1 backups=$2 keep=$3
name=archive-$(date -u +%Y%m%dT%H%M%SZ).db
mkdir -p "$backups"
trap 'rm -f "$backups/unfinished.db"' EXIT
rm -f "$backups/unfinished.db"
sqlite3 -readonly "$archive/archive.db" ".timeout 60000" "VACUUM INTO '$backups/unfinished.db'"
test "$(sqlite3 -readonly "$backups/unfinished.db" 'PRAGMA integrity_check')" = ok
mv "$backups/unfinished.db" "$backups/$name"
# Names sort by time; the newest come last.
ls "$backups" | grep '^archive-[0-9TZ]*\.db$' | sort -r | tail -n +"$((keep + 1))" |
  while read -r old; do rm -- "$backups/$old"; done
echo "$backups/$name"
