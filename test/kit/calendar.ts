// Reads a calendar with ical.js, an independent judge of what is importable.
import { createRequire } from 'node:module';

/** Name, parameters, type, value. */
type Property = readonly [string, unknown, string, unknown];
/** Name, properties, components within. */
type Component = readonly [string, readonly Property[], readonly Component[]];

// Its types name files without their ending, which TypeScript refuses for ES modules (ical.js 2.2.1).
const { parse } = createRequire(import.meta.url)('ical.js') as {
  readonly parse: (text: string) => Component;
};

export interface CalendarEvent {
  readonly uid: string;
  readonly start: string;
  readonly summary: string;
  readonly description: string;
  /** Triggers of its alarms, as they are written. */
  readonly alarms: readonly string[];
}

/** The events of a calendar; throws where it is none. */
export function readCalendar(text: string): readonly CalendarEvent[] {
  const [name, , components] = parse(text);
  if (name !== 'vcalendar') throw new Error(`no calendar but ${name}`);
  // RFC 5545, 3.4; ical.js does not ask for it, other importers do.
  if (components.length === 0) throw new Error('a calendar without any component');
  return components
    .filter(([kind]) => kind === 'vevent')
    .map((event) => ({
      uid: value(event, 'uid'),
      start: value(event, 'dtstart'),
      summary: value(event, 'summary'),
      description: value(event, 'description'),
      alarms: event[2].map((alarm) => value(alarm, 'trigger')),
    }));
}

function value([, properties]: Component, name: string): string {
  return String(properties.find(([own]) => own === name)?.[3]);
}
