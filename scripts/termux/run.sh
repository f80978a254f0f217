#!/data/data/com.termux/files/usr/bin/sh
# One scheduled run: judge here or ask the gateway's host, tell what changed, see that the next run comes.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

# Whoever runs already does the same.
lock 0 || exit 0
ask
unlock
"$here/schedule.sh" keep
exit "$code"
