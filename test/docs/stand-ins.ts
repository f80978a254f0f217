// Foreign programs that a documented command calls, as far as the documentation calls them: each does what
// it can do here, and refuses a wrong word.

/** Said by all of them. */
const PRELUDE = `set -eu
MACHINE=\${0%/*}/..
refuse() { echo "\${0##*/}: unexpected: $*" >&2; exit 64; }
need() { [ -e "$1" ] || { echo "\${0##*/}: there is no $1" >&2; exit 66; }; }
`;

/** By name; `$MACHINE` is the directory of the reader's machine. */
const SCRIPTS: Readonly<Record<string, string>> = {
  // As Vixie cron's, with its table in a file.
  crontab: `case "\${1:-}" in
-l) cat "$MACHINE/table" 2>/dev/null || { echo "no crontab for alice" >&2; exit 1; } ;;
-r) rm "$MACHINE/table" ;;
-) cat >"$MACHINE/table" ;;
*) refuse "$@" ;;
esac`,
  // Its options are for the real one: whatever the address, this machine's own server is asked.
  curl: `exec /usr/bin/curl --silent --fail --connect-to "::127.0.0.1:$HTTP_PORT" "$@"`,
  docker: `command=$1; shift
mounts=()
case $command in
build)
  while [ $# -gt 1 ]; do case $1 in
    -f) need "$2"; file=$2 ;;
    --target) grep -q " AS $2\\$" "$file" || refuse "$@" ;;
    -t) ;;
    *) refuse "$@" ;;
  esac; shift 2; done
  need "$1" ;;
run)
  while :; do case $1 in
    --rm | --read-only) shift ;;
    --cap-drop | --security-opt | --tmpfs | --user) shift 2 ;;
    -v) IFS=: read -r from to _ <<<"$2"; mounts+=("-e" "s,^$to/,$from/,"); shift 2 ;;
    -*) refuse "$@" ;;
    *) break ;;
  esac; done
  [ "$1" = openclaw-auth-monitor ] || refuse "$@"; shift
  mapfile -t words < <(printf '%s\\n' "$@" | sed "\${mounts[@]}")
  exec auth-monitor "\${words[@]}" ;;
*) refuse "$command" ;;
esac`,
  // With what deploy/ has of objects.
  kubectl: `known() { grep -rqE "name: ['\\"]?$1['\\"]?\\$" deploy/kubernetes || refuse "$1"; }
if [ "$1" = -n ]; then known "$2"; shift 2; fi
case "$1 \${2-}" in
"create secret") [ "$3" = generic ] && grep -rq "secretName: $4" deploy/kubernetes && need "\${5#--from-file=}" ;;
"apply -k" | "delete -k") need "$3/kustomization.yaml" ;;
"get jobs,pods") ;;
"delete secret") grep -rq "secretName: $3" deploy/kubernetes ;;
"logs "*/*) known "\${2#*/}"; [ "$3" = -c ]; known "$4" ;;
*) refuse "$@" ;;
esac`,
  // Knows which agents are loaded; a kick runs what the agent names.
  launchctl: `case "$1" in
version) echo stand-in ;;
print) need "$MACHINE/loaded" ;;
bootstrap) [ ! -e "$MACHINE/loaded" ] && cp "$3" "$MACHINE/loaded" ;;
bootout) rm "$MACHINE/loaded" ;;
kickstart)
  need "$MACHINE/loaded"
  mapfile -t words < <(sed -n '/ProgramArguments/,/<.array>/s,.*<string>\\(.*\\)</string>,\\1,p' "$MACHINE/loaded")
  log=$(sed -n '/StandardErrorPath/{n;s,.*<string>\\(.*\\)</string>,\\1,p}' "$MACHINE/loaded")
  mkdir -p "\${log%/*}"
  auth-monitor "\${words[@]:2}" >/dev/null 2>>"$log" || [ $? -le 2 ] ;;
*) refuse "$@" ;;
esac`,
  logger: `[ "$1" = -t ] && [ "$3" = -- ] || refuse "$@"
printf '%s: %s\\n' "$2" "$4" >>"$MACHINE/syslog"`,
  'notify-send': `[ $# -gt 1 ] || refuse "$@"`,
  // The manual's own words for what it takes.
  nomad: `case "$*" in
"job run -var gateway_node="*) need "$5"; grep -q 'variable "gateway_node"' "$5" ;;
"var put nomad/jobs/openclaw-auth-monitor webhook_url=@"*) need "\${4#*@}" ;;
"job status openclaw-auth-monitor" | "job stop -purge openclaw-auth-monitor") ;;
*) refuse "$@" ;;
esac`,
  ssh: `forward=
while [ $# -gt 0 ]; do case $1 in
  -L) forward=$2; shift 2 ;;
  -*) refuse "$@" ;;
  *) break ;;
esac; done
[ "$1" = gateway ] || refuse "$@"; shift
[ $# -gt 0 ] || [ -n "$forward" ] || refuse "no command"
exec sh -c "$*"`,
  claude: `[ "$*" = setup-token ] || refuse "$@"
echo sk-ant-oat01-FAKE-renewed`,
  // As 2026.9.6 takes them; a new secret is typed there, and lands in the store of the agent.
  openclaw: `case "$*" in
"agents list" | "doctor --fix") exit ;;
"models auth add" | "models auth add --agent "*) exit ;;
"models auth login "* | "models auth paste-"*) ;;
*) refuse "$@" ;;
esac
command=$3 agent=main profile= left=null; shift 3
while [ $# -gt 0 ]; do case $command:$1 in
  *:--provider) provider=$2 ;;
  *:--agent) agent=$2 ;;
  *:--profile-id) profile=$2 ;;
  paste-token:--expires-in) left=\${2%d} ;;
  *) refuse "$@" ;;
esac; shift 2; done
case $command in
paste-token) secret='{type: "token", token: "sk-ant-oat01-FAKE-renewed", expires: (now + $left * 86400 | floor * 1000)}' ;;
paste-api-key) secret='{type: "api_key", key: "sk-FAKE-renewed"}' ;;
login) secret='{type: "oauth", access: "fake", refresh: "fake", expires: (now + 3600 | floor * 1000)}' ;;
*) refuse "$command" ;;
esac
store=~/.openclaw/agents/$agent/agent/auth-profiles.json
need "$store"
jq --arg provider "$provider" --arg id "\${profile:-$provider:manual}" --argjson left "$left" ".profiles[\\$id] = ($secret + {provider: \\$provider})" "$store" >"$store.new"
mv "$store.new" "$store"`,
  // What is in an overlay it does not look at.
  kustomize: `[ "$1 $2 $3" = "edit set image" ] || refuse "$@"
grep -rqE "image: \${4%%=*}(:|$)" deploy/kubernetes || refuse "$4"`,
  // Real ones are asked elsewhere what is in these files.
  promtool: `case "$1 $2" in
"check rules" | "test rules") need "deploy/prometheus/$3" ;;
*) refuse "$@" ;;
esac`,
};

/** Their texts, by name. */
export const standIns: ReadonlyMap<string, string> = new Map(
  Object.entries(SCRIPTS).map(([name, script]) => [name, `#!/bin/bash\n${PRELUDE}${script}\n`]),
);
