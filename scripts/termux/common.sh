#!/data/data/com.termux/files/usr/bin/sh
# What the other scripts share: words, settings, one run at a time, asking, and telling that it could not be asked.

here=${0%/*}
# What a person reads, in the language of whoever installed.
# shellcheck source=/dev/null
. "$here/words"
# shellcheck source=/dev/null
. "$here/settings"
# Android starts buttons, jobs and widgets with next to no environment.
export PREFIX HOME TMPDIR
export PATH="$PREFIX/bin"
umask 077

var=$here/var
answer=$var/report.json
FAULT_ID=openclaw-auth-monitor-unanswered
mkdir -p "$var"

# Says a sentence of `words`; what is put into it comes as arguments, so nothing in there is read as a format.
say() {
  sentence=$1
  shift
  # shellcheck disable=SC2059 # a sentence has no directive but %s
  printf "$sentence\\n" "$@"
}

# Runs a command of Termux:API, which waits for ever where its app is missing or asleep.
api() {
  timeout "$API_SECONDS" "$@" </dev/null >/dev/null 2>&1
}

# Lets one run at a time; waits so many seconds. Android kills without a word, so a lock may outlive its owner.
lock() {
  left=$1
  until mkdir "$var/lock" 2>/dev/null; do
    owner=
    [ ! -f "$var/lock/pid" ] || read -r owner <"$var/lock/pid"
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$var/lock"
    elif [ -n "$(find "$var/lock" -maxdepth 0 -mmin +20 2>/dev/null)" ]; then
      rm -rf "$var/lock"
    elif [ "$left" -le 0 ]; then
      return 1
    else
      left=$((left - 1))
      sleep 1
    fi
  done
  echo $$ >"$var/lock/pid"
  trap unlock EXIT
  trap 'exit 143' TERM HUP
  trap 'exit 130' INT
  # Taking it away would take it from the gateway, too, where that runs on this phone.
  [ "$MODE" = local ] || api termux-wake-lock
}

unlock() {
  trap - EXIT
  [ "$MODE" = local ] || api termux-wake-unlock
  rm -rf "$var/lock"
}

# One run. `code` is then that of the contract: 0, 1, 2 or 75; anything else means that nothing is known.
ask() {
  patience=1
  : >"$var/why"
  if [ "$MODE" = remote ]; then ask_host; else tell; fi
  printf '%s %s\n' "$code" "$(date +%s)" >"$var/ended"
  case $code in
  0 | 1 | 2 | 75)
    mv "$var/words" "$var/last.txt"
    clear_fault
    ;;
  *) note_fault ;;
  esac
}

tell() {
  tell_people --no-color >"$var/words" 2>"$var/why"
  code=$?
  # Killed by Android, or out of time: the next one may get through.
  case $code in 124 | 137 | 143) patience=3 ;; esac
  reason=$(say "$SAY_ENDED_WITH" "$code" "$(last_words)")
}

# ssh's own 255 says nothing about credentials, and neither does a program that is missing over there.
ask_host() {
  # No more than 128 MiB: an answer without end must not fill the phone.
  (ulimit -f 262144 && ask_report) >"$var/answer" 2>"$var/why" </dev/null
  code=$?
  case $code in
  0 | 1 | 2)
    # A shell over there may greet first.
    timeout 60 sed -n "/^{/,\$p" "$var/answer" >"$answer"
    tell
    # An answer that is no report.
    [ "$code" != 74 ] || patience=3
    ;;
  124 | 137 | 143 | 255)
    patience=3
    reason=$(say "$SAY_NO_ANSWER" "$code" "$(last_words)")
    code=74
    ;;
  *)
    reason=$(say "$SAY_ANSWERED_WITH" "$code" "$(last_words)")
    code=74
    ;;
  esac
  rm -f "$var/answer"
}

# By bytes, then by characters, which have four bytes at most: `cut` would end in the middle of one.
last_words() {
  tail -n 1 "$var/why" | tr -d '\000-\037\177' | cut -c 1-800 |
    env LC_ALL=C.UTF-8 sed 's/^.\{200\}/&\n/;P;d'
}

# A gateway that cannot be asked is unknown, neither well nor ill: told when it lasts, gone by itself.
note_fault() {
  tries=0 since=0 shown=no
  [ ! -f "$var/fault" ] || read -r tries since shown <"$var/fault"
  case $tries$since in *[!0-9]* | '') tries=0 since=0 ;; esac
  [ "$tries" -gt 0 ] || since=$(date +%s)
  tries=$((tries + 1))
  if [ "$tries" -ge "$patience" ]; then
    if [ "$MODE" = remote ]; then
      title=$(say "$SAY_NOT_ASKED" "$HOST")
    else
      title=$SAY_NOT_JUDGED
    fi
    if api termux-notification --id "$FAULT_ID" --group openclaw-auth-monitor --alert-once \
      --priority default --title "$title" \
      --content "$(say "$SAY_UNKNOWN_SINCE" "$(clock "$since")" "$tries" "$reason")" \
      --button1 "$SAY_TRY_AGAIN" --button1-action "$here/check-now.sh"; then shown=yes; fi
  fi
  printf '%s %s %s\n' "$tries" "$since" "$shown" >"$var/fault"
}

clear_fault() {
  [ -f "$var/fault" ] || return 0
  read -r tries since shown <"$var/fault"
  if [ "$shown" != yes ] || api termux-notification-remove "$FAULT_ID"; then
    rm -f "$var/fault"
  else
    echo '0 0 yes' >"$var/fault"
  fi
}

clock() {
  date -d "@$1" '+%Y-%m-%d %H:%M'
}

# The outcome in a few words.
outcome() {
  case $code in
  0) say "$SAY_FINE" ;;
  1) say "$SAY_FAILING" ;;
  2) say "$SAY_EXPIRING" ;;
  75) say "$SAY_OWED" ;;
  *) say "$SAY_UNKNOWN" "$reason" ;;
  esac
}

# Keeps the window of a widget open until it was read.
pause() {
  [ -t 0 ] || return 0
  printf '\n%s ' "$SAY_CLOSE"
  read -r _
}
