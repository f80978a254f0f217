// What stands in a documented command for something of the reader's own, and what that is in the tests.
import { dist } from '../../build/paths.mjs';

/** The day on which the dates in the documentation were written; they are kept as far from today. */
const WRITTEN = Date.parse('2026-11-21');
const DAY_MS = 86_400_000;

/** The key of a phone, which is nobody's. */
const PUBLIC_KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE';

/** Secrets that a page has its readers keep in a variable. */
export const VALUES: Readonly<Record<string, string>> = {
  ALERTMANAGER_TOKEN: 'fake-alertmanager',
  ANTHROPIC_API_KEY: `sk-ant-api03-${'FAKE'.repeat(20)}`,
  APPRISE_KEY: 'fake-apprise',
  CLAUDE_CODE_OAUTH_TOKEN: `sk-ant-oat01-${'FAKE'.repeat(20)}`,
  DISCORD_WEBHOOK_URL: 'https://discord.com/api/webhooks/1/fake',
  GOTIFY_TOKEN: 'fake-gotify',
  MATRIX_TOKEN: 'syt_fake',
  MY_KEY: `sk-${'FAKE'.repeat(12)}`,
  NTFY_TOPIC: 'fake-topic',
  PUSHOVER_TOKEN: 'f'.repeat(30),
  PUSHOVER_USER: 'u'.repeat(30),
  ROOM_TOKEN: 'fake-room',
  SLACK_WEBHOOK_URL: 'https://hooks.slack.com/services/T0/B0/fake',
  SMTP_PASSWORD: 'fake-smtp',
  TELEGRAM_TOKEN: '123456789:fake',
  TOKEN: `sk-ant-oat01-${'FAKE'.repeat(20)}`,
  WEBHOOK_SECRET: `whsec_${Buffer.from('fake'.repeat(8)).toString('base64')}`,
  WEBHOOK_URL: 'https://hooks.example.org/fake',
};

/** Files that a page has its readers make, or that are on their machine; `/home` is their home. */
export const FILES: Readonly<Record<string, string>> = {
  '/clone/webhook-url': 'https://hooks.example.org/fake\n',
  '/etc/default/openclaw': 'OPENAI_API_KEY=sk-FAKE\n',
  '/etc/openclaw/gateway.env': 'OPENAI_API_KEY=sk-FAKE\n',
  '/etc/openclaw-auth-monitor/config.json5': '{ notifiers: [] }\n',
  '/etc/openclaw-auth-monitor/pagerduty-key': `${'f'.repeat(32)}\n`,
  '/etc/openclaw-auth-monitor/teams-url': 'https://example.logic.azure.com/workflows/fake\n',
  '/etc/ssh/ssh_host_ed25519_key.pub': `ssh-ed25519 ${PUBLIC_KEY} root@gateway\n`,
  '/home/.config/openclaw-auth-monitor/ntfy-topic': 'fake-topic\n',
  '/home/.config/openclaw-auth-monitor/smtp-password': 'fake-smtp\n',
  '/home/.config/openclaw-auth-monitor/webhook-url': 'https://hooks.example.org/fake\n',
  '/home/monitor.json5': '{ notifiers: [] }\n',
};

/** In this order. */
const PLACEHOLDERS: readonly (readonly [shown: RegExp, meant: string])[] = [
  [/AAAA…/g, PUBLIC_KEY],
  [/\bFILE\b/g, '~/.openclaw/openclaw.json'],
  [/\bUSER$/g, 'alice'],
  [/\$ARG1\$/g, '/srv/openclaw'],
  [/\bk3x9\b/g, "$(auth-monitor outbox --json | jq -r '.messages[0].id')"],
  [/\babcd\b/g, "$(auth-monitor silence list --json | jq -r '.silences[0].id')"],
  [/\/usr\/bin\/node \S+\/dist\//g, `'${process.execPath}' ${dist}/`],
];

/** Directories of the machine that a reader may have to write to. */
const ABSOLUTE = /(?<![\w.~$/}])\/(?=(?:etc|home|run|srv|usr\/local|var\/lib)\/)/g;

function sameDistance(day: string): string {
  const days = Math.floor((Date.now() - WRITTEN) / DAY_MS);
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The command or config of a reader whose machine is below `dir`. */
export function meant(text: string, dir: string): string {
  let words = text;
  for (const [shown, real] of PLACEHOLDERS) words = words.replaceAll(shown, real);
  return words.replaceAll(/\b20\d\d-\d\d-\d\d\b/g, sameDistance).replaceAll(ABSOLUTE, `${dir}/`);
}
