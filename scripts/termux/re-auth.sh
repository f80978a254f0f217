#!/data/data/com.termux/files/usr/bin/sh
# Leads through renewing what fails, worst first: the page, the exact command, and whether it has helped.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

# shellcheck source=scripts/termux/pages.sh
. "$here/pages.sh"

while :; do
  echo 'Looking …'
  # Not while a person thinks: the job has to run meanwhile.
  lock 60 || { echo 'Another run is still under way.'; pause; exit 75; }
  ask
  unlock
  case $code in 1 | 2) ;; *) break ;; esac
  worst || break
  printf '\n%s\n\n' "$title"
  if [ "$MODE" = remote ]; then echo "On $HOST:"; else echo 'In another session (swipe from the left edge):'; fi
  printf '%s\n' "$remedy" | sed 's/^/  /'
  offer
  printf '\nWhen that is done: Enter looks again, q and Enter ends. '
  read -r reply || break
  [ "$reply" != q ] || break
done
echo
echo "OpenClaw auth: $(outcome)"
pause
exit "$code"
