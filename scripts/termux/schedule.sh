#!/data/data/com.termux/files/usr/bin/sh
# Sees that runs come: by Android's job scheduler, else by cron. usage: schedule.sh keep|renew|off|show

# shellcheck source=scripts/termux/common.sh
. "${0%/*}/common.sh"

CRON_LINE="$CRON $here/run.sh # openclaw-auth-monitor"

# Where its app is missing or asleep each call would take all of its time.
asleep=
scheduler() {
  [ -z "$asleep" ] || return 124
  timeout "$API_SECONDS" termux-job-scheduler "$@" >"$var/scheduler" 2>&1 </dev/null || asleep=yes
  [ -z "$asleep" ]
}

is_pending() {
  scheduler --pending && grep -qF "$JOB_ID" "$var/scheduler"
}

# Android forgets even persisted jobs of apps that are seldom opened.
register() {
  scheduler --script "$here/run.sh" --job-id "$JOB_ID" --period-ms "$PERIOD_MS" \
    --network none --battery-not-low false --persisted true && is_pending
}

# The lines of other people in the crontab; fails where it cannot be read, so that none is lost.
other_lines() {
  if ! table=$(timeout 10 crontab -l 2>"$var/why"); then
    grep -qiE 'no crontab|no such file' "$var/why" || return 1
    table=
  fi
  [ -z "$table" ] || printf '%s\n' "$table" | grep -v 'openclaw-auth-monitor$'
  return 0
}

has_cron_line() {
  timeout 10 crontab -l 2>/dev/null | grep -qxF "$CRON_LINE"
}

use_cron() {
  command -v crontab >/dev/null && command -v crond >/dev/null || return 1
  if ! has_cron_line; then
    lines=$(other_lines) || return 1
    { [ -z "$lines" ] || printf '%s\n' "$lines"; echo "$CRON_LINE"; } | timeout 10 crontab - || return 1
  fi
  # A second crond ends at once.
  if [ -d "$PREFIX/var/service/crond" ]; then api sv-enable crond; else api crond; fi
  return 0
}

leave_cron() {
  command -v crontab >/dev/null || return 0
  timeout 10 crontab -l 2>/dev/null | grep -q 'openclaw-auth-monitor$' || return 0
  lines=$(other_lines) || return 1
  if [ -z "$lines" ]; then timeout 10 crontab -r; else printf '%s\n' "$lines" | timeout 10 crontab -; fi
}

schedule() {
  if "$@"; then
    leave_cron
  elif ! use_cron; then
    say "$SAY_NOTHING_STARTS" >&2
    exit 73
  fi
}

is_kept() {
  is_pending || register
}

case ${1:-keep} in
keep) schedule is_kept ;;
renew) schedule register ;;
off)
  if is_pending; then
    scheduler --cancel --job-id "$JOB_ID"
  elif [ -n "$asleep" ] && command -v termux-job-scheduler >/dev/null; then
    say "$SAY_TO_CANCEL" "termux-job-scheduler --cancel --job-id $JOB_ID" >&2
  fi
  leave_cron
  ;;
show)
  if is_pending; then
    say "$SAY_BY_ANDROID" "$((PERIOD_MS / 60000))"
  elif has_cron_line; then
    say "$SAY_BY_CRON"
  else
    say "$SAY_UNSCHEDULED"
    # For `doctor`, whatever the language.
    exit 1
  fi
  ;;
*)
  echo 'usage: schedule.sh keep|renew|off|show' >&2
  exit 64
  ;;
esac
