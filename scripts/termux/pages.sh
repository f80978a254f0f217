#!/data/data/com.termux/files/usr/bin/sh
# What is to be renewed first, and the page for it. Nothing of a report is ever run, or part of an address.
# shellcheck disable=SC2034,SC2154 # read by others, which have read common.sh and settings

# Sets provider, title, remedy and command (the last one, which wants the new credential); fails when nothing is to do.
worst() {
  report | "$NODE" "$here/worst.cjs" >"$var/worst" 2>"$var/why" || return 1
  {
    read -r provider
    read -r title
    remedy=$(cat)
  } <"$var/worst"
  command=$(printf '%s\n' "$remedy" | grep -v '^#' | tail -n 1)
}

# The page to begin at, by the provider and by what the command asks for.
page() {
  case "$provider $command" in
  anthropic*setup-token* | anthropic*paste-token* | claude-cli*) echo https://claude.ai/ ;;
  anthropic*) echo https://console.anthropic.com/settings/keys ;;
  openai-codex* | openai*' login '*) echo https://chatgpt.com/ ;;
  openai*) echo https://platform.openai.com/api-keys ;;
  github-copilot*) echo https://github.com/login/device ;;
  google*) echo https://aistudio.google.com/apikey ;;
  openrouter*) echo https://openrouter.ai/settings/keys ;;
  groq*) echo https://console.groq.com/keys ;;
  mistral*) echo https://console.mistral.ai/api-keys ;;
  xai*) echo https://console.x.ai/ ;;
  deepseek*) echo https://platform.deepseek.com/api_keys ;;
  huggingface*) echo https://huggingface.co/settings/tokens ;;
  *) echo https://docs.openclaw.ai/gateway/authentication ;;
  esac
}

# Copies the command and opens the page.
offer() {
  if [ -n "$command" ] && api termux-clipboard-set "$command"; then
    say "$SAY_IN_CLIPBOARD"
    api termux-toast "$(say "$SAY_COPIED" "$command")"
  fi
  api termux-open-url "$(page)"
  say "$SAY_PAGE" "$(page)"
}
