#!/bin/sh
# For any other CI service: judges credentials in variables and says the verdict in words.
# usage: any-shell.sh NAME[:PROVIDER]... ; AUTH_MONITOR names the program (default: auth-monitor on PATH)
set -u
[ $# -gt 0 ] || { echo "usage: $0 NAME[:PROVIDER]..." >&2; exit 64; }

count=$#
while [ "$count" -gt 0 ]; do
  set -- "$@" --env "$1"
  shift
  count=$((count - 1))
done

"${AUTH_MONITOR:-auth-monitor}" ci "$@" --write junit=auth.xml
code=$?
case $code in
  0) echo 'auth: fine' ;;
  1) echo 'auth: failing, or it could not be judged' ;;
  2) echo 'auth: about to expire' ;;
  *) echo "auth: the monitor itself failed ($code), nothing is said about the credentials" ;;
esac
exit "$code"
