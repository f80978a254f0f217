#!/data/data/com.termux/files/usr/bin/sh
# A run for somebody who waits: as a widget, a button of a notification, or by hand.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

if ! lock 60; then
  api termux-toast "$SAY_ANOTHER_RUN_TOAST"
  say "$SAY_ANOTHER_RUN" >&2
  exit 75
fi
ask
unlock
api termux-toast "$(say "$SAY_OUTCOME" "$(outcome)")"
[ "$code" != 1 ] || api termux-vibrate
case $code in 0 | 1 | 2 | 75) cat "$var/last.txt" ;; *) say "$SAY_OUTCOME" "$(outcome)" ;; esac
cat "$var/why" >&2
exit "$code"
