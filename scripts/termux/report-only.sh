#!/bin/sh
# On the gateway's host: all that the key of a phone may do. Whatever else it asks for is refused.

# shellcheck source=/dev/null
. "${0%/*}/settings"

if [ -n "${SSH_ORIGINAL_COMMAND-}" ]; then
  echo 'openclaw-auth-monitor: this key may read the report and do nothing else' >&2
  exit 64
fi
unset SSH_ORIGINAL_COMMAND
make_report </dev/null
