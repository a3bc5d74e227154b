#!/bin/sh
# For cron: crawls the seeds, then writes the articles that are new or changed since the last time into OUT/DATE.jsonl.
#   17 3 * * *  DATA=/srv/news OUT=/srv/news/daily /srv/nightly.sh https://example.org/ https://example.net/feed.xml
# Says nothing when all is well, so that cron sends mail only about trouble. GALLEY is how galley is called here.
set -eu
: "${DATA:?the folder where articles and raw pages are kept}" "${OUT:?the folder for the files of the day}"
: "${GALLEY:=npx --yes galley}"
mkdir -p "$DATA" "$OUT"

# A night that is still going is not joined by the next one.
exec 9>"$DATA/nightly.lock"
flock -n 9 || exit 0

log="$DATA/nightly.log"
day="$OUT/$(date +%F).jsonl"

# A crawl that broke off yesterday goes on where it was; pages that have not changed are not sent again by their server.
$GALLEY crawl "$@" --data "$DATA" >"$log" 2>&1 || {
  code=$?
  cat "$log" >&2
  exit "$code"
}
# The cursor moves on only when the file is whole; a second run on the same day adds to it.
$GALLEY export --data "$DATA" --cursor-file "$DATA/nightly.cursor" --out "$day.part" >>"$log" 2>&1
cat "$day.part" >>"$day"
rm "$day.part"
