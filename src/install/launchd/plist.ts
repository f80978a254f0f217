// Writes the property list of the agent.
import type { OwnJob } from '../own-job.ts';
import type { CalendarTime } from './calendar.ts';

export const LABEL = 'openclaw-auth-monitor';

/** Octal 0077; a property list knows decimal numbers only. */
const PRIVATE_UMASK = 0o077;

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/**
 * The agent: at login, and at these times; what the machine slept through is made up for once, when it
 * wakes (launchd.plist(5), StartCalendarInterval).
 */
export function plistText(
  { words, environment }: Pick<OwnJob, 'words' | 'environment'>,
  times: readonly CalendarTime[],
  log: string,
): string {
  const agent: Value = {
    Label: LABEL,
    ProgramArguments: words,
    ...(Object.keys(environment).length === 0 ? {} : { EnvironmentVariables: environment }),
    StartCalendarInterval: times,
    RunAtLoad: true,
    ProcessType: 'Background',
    LowPriorityIO: true,
    Umask: PRIVATE_UMASK,
    // The report; what is wrong goes to the channels.
    StandardOutPath: '/dev/null',
    StandardErrorPath: log,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...element(agent, ''),
    '</plist>',
    '',
  ].join('\n');
}

function element(value: Value, indent: string): readonly string[] {
  if (typeof value === 'string') return [`${indent}<string>${escaped(value)}</string>`];
  if (typeof value === 'number') return [`${indent}<integer>${value}</integer>`];
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly Value[]).flatMap((item) => element(item, inner));
    return [`${indent}<array>`, ...items, `${indent}</array>`];
  }
  const entries = Object.entries(value).flatMap(([key, item]) => [
    `${inner}<key>${escaped(key)}</key>`,
    ...element(item, inner),
  ]);
  return [`${indent}<dict>`, ...entries, `${indent}</dict>`];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
