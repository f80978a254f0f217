#!/data/data/com.termux/files/usr/bin/sh
# Shows what the last run found, when that was, and when the next one comes. Asks nobody.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

if [ "$MODE" = remote ]; then say "$SAY_STATUS_OF_HOST" "$HOST"; else say "$SAY_STATUS_OF_PHONE"; fi
echo
if [ -f "$var/last.txt" ]; then cat "$var/last.txt"; else say "$SAY_NO_RUN"; fi
echo
if [ -f "$var/ended" ]; then
  read -r code at <"$var/ended"
  say "$SAY_LAST_RUN" "$(clock "$at")" "$code"
fi
if [ -f "$var/fault" ]; then
  read -r tries since _ <"$var/fault"
  [ "$tries" = 0 ] || say "$SAY_UNKNOWN_NOW" "$(clock "$since")" "$tries" "$(last_words)"
fi
say "$SAY_RUNS" "$("$here/schedule.sh" show)"
pause
