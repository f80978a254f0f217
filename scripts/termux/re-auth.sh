#!/data/data/com.termux/files/usr/bin/sh
# Leads through renewing what fails, worst first: the page, the exact command, and whether it has helped.

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

# shellcheck source=scripts/termux/pages.sh
. "$here/pages.sh"

while :; do
  say "$SAY_LOOKING"
  # Not while a person thinks: the job has to run meanwhile.
  lock 60 || { say "$SAY_ANOTHER_RUN"; pause; exit 75; }
  ask
  unlock
  case $code in 1 | 2) ;; *) break ;; esac
  worst || break
  printf '\n%s\n\n' "$title"
  if [ "$MODE" = remote ]; then say "$SAY_ON_HOST" "$HOST"; else say "$SAY_IN_SESSION"; fi
  printf '%s\n' "$remedy" | sed 's/^/  /'
  offer
  printf '\n%s ' "$SAY_WHEN_DONE"
  read -r reply || break
  [ "$reply" != q ] || break
done
echo
say "$SAY_OUTCOME" "$(outcome)"
pause
exit "$code"
