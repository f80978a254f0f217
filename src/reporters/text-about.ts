// What `--verbose` says above the text report: rules, gateways, where keys and logins are.
import { formatTime, fromNow } from '../core/moment.ts';
import { aboutPhrases, type AboutPhrases } from '../core/phrases/about-phrases.ts';
import type { Report, ReportKey, ReportLogin } from '../core/report.ts';
import { label } from '../core/terminal.ts';
import type { View } from './reporter.ts';
import { agentNames, MOST_NAMES } from './text.ts';
import { wrapText } from './text-lines.ts';
import type { Look } from './text-table.ts';

/** Rules and places of the report; part of a view, since few want to see them. */
export function aboutLines(report: Report, view: View, look: Look): string[] {
  const { paint, width, charset, phrases } = look;
  const about = view.phrases?.about ?? aboutPhrases;
  const { tool, policy, scope, generatedAt, gateways, logins = [] } = report;
  return [
    `${tool.name} ${tool.version}${phrases.comma}${about.rules(policy, scope, formatTime(generatedAt))}`,
    ...gateways.flatMap((gateway) => [
      about.gateway({
        label: label(gateway.label, 64, charset),
        dir: label(gateway.stateDir, 240, charset),
        storage: gateway.storage,
        policy: gateway.policy,
      }),
      ...(gateway.keys ?? []).map((key) => keyLine(key, about, look)),
      ...logins
        .filter((login) => login.gateway === gateway.label)
        .map((login) => loginLine(login, about, look)),
    ]),
  ].flatMap((line) => wrapText(line, width, look.wrap).map((part) => paint.dim(part)));
}

function keyLine(
  { provider, foundIn, variable, presence }: ReportKey,
  about: AboutPhrases,
  { charset }: Look,
): string {
  const name = label(provider, 64, charset);
  const place = label(foundIn, 240, charset);
  if (presence !== 'present') return about.keyPerhaps(name, place);
  return variable === null
    ? about.keyIn(name, place)
    : about.keyAs(name, place, label(variable, 64, charset));
}

function loginLine(
  { id, path, health, expiresAt, agents }: ReportLogin,
  about: AboutPhrases,
  look: Look,
): string {
  const { phrases, charset, now } = look;
  const ends = expiresAt === null ? '' : ` (${fromNow(Date.parse(expiresAt), now, phrases.times)})`;
  return about.login({
    id,
    health: phrases.health[health] + ends,
    users: agents.length === 0 ? about.noAgent : agentNames(agents, MOST_NAMES, look),
    path: label(path, 240, charset),
  });
}
