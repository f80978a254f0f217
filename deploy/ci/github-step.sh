#!/usr/bin/env bash
# What action.yml runs: the monitor, built here or published, with the inputs as its options.
set -euo pipefail

here=${GITHUB_ACTION_PATH:?this is run by action.yml}

command -v node >/dev/null || {
  echo '::error title=OpenClaw auth::there is no Node.js on this runner; add actions/setup-node before'
  exit 70
}

node -e 'const [a, b] = process.versions.node.split(".").map(Number);
process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' || {
  echo "::error title=OpenClaw auth::Node.js $(node --version) is too old: 20.19, or 22.12 or newer"
  exit 70
}

# Nothing that is installed or built sees the credentials of the step.
bare() {
  local kept=("PATH=$PATH" "HOME=${HOME:-${RUNNER_TEMP:-/tmp}}") name
  for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy NODE_EXTRA_CA_CERTS \
    npm_config_registry npm_config_cache; do
    [ -z "${!name:-}" ] || kept+=("$name=${!name}")
  done
  env -i "${kept[@]}" "$@"
}

if [ -n "${INPUT_VERSION:-}" ]; then
  place="${RUNNER_TEMP:?}/openclaw-auth-monitor"
  mkdir -p "$place"
  (cd "$place" && bare npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
    --prefix "$place" "openclaw-auth-monitor@$INPUT_VERSION") >&2 || exit 70
  cli="$place/node_modules/openclaw-auth-monitor/dist/cli.cjs"
else
  cli="$here/dist/cli.cjs"
  if [ ! -f "$cli" ]; then
    (cd "$here" && bare npm ci --ignore-scripts --no-audit --no-fund --loglevel=error &&
      bare npm run build --silent) >&2 || exit 70
  fi
fi

options=()
# One option for each line of an input.
each_line() {
  local option=$1 line
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    [ -z "$line" ] || options+=("$option=$line")
  done <<<"$2"
}
each_line --env "${INPUT_ENV:-}"
each_line --expires "${INPUT_EXPIRES:-}"
each_line --issued "${INPUT_ISSUED:-}"
each_line --lifetime "${INPUT_LIFETIME:-}"
each_line --probe "${INPUT_PROBE:-}"
each_line --fail-on "${INPUT_FAIL_ON:-}"
each_line --warn-within "${INPUT_WARN_WITHIN:-}"
each_line --write "${INPUT_WRITE:-}"
[ "${INPUT_REQUIRE:-false}" != true ] || options+=(--require)

exec node "$cli" ci "${options[@]}"
