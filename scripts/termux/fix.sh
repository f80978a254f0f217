#!/data/data/com.termux/files/usr/bin/sh
# The button of a notification: the command that renews the worst into the clipboard, and the page open.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

# shellcheck source=scripts/termux/pages.sh
. "$here/pages.sh"

if worst; then
  offer
else
  api termux-toast "$SAY_NOTHING_TO_RENEW"
fi
