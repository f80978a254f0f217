#!/data/data/com.termux/files/usr/bin/sh
# Shows what the last run found, when that was, and when the next one comes. Asks nobody.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

if [ "$MODE" = remote ]; then echo "OpenClaw auth on $HOST"; else echo 'OpenClaw auth on this phone'; fi
echo
if [ -f "$var/last.txt" ]; then cat "$var/last.txt"; else echo 'No run has come to its end yet.'; fi
echo
if [ -f "$var/ended" ]; then
  read -r code at <"$var/ended"
  echo "Last run: $(clock "$at"), exit code $code"
fi
if [ -f "$var/fault" ]; then
  read -r tries since _ <"$var/fault"
  [ "$tries" = 0 ] || echo "NOTHING IS KNOWN since $(clock "$since"), tries: $tries: $(last_words)"
fi
echo "Runs: $("$here/schedule.sh" show)"
pause
