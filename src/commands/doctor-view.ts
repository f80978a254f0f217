// Shows the doctor's lines: as a screen for a person, as JSON for a program.
import { toIso } from '../core/iso.ts';
import type { DoctorPhrases } from '../core/phrases/doctor-phrases.ts';
import { columnsOf, label, padColumns } from '../core/terminal.ts';
import type { State, Symptom } from '../doctor/symptom.ts';
import type { Hue } from '../reporters/palette.ts';
import { showRemedy } from '../reporters/subject.ts';
import { name, version } from '../version.ts';
import type { Invocation } from './command.ts';
import { openPage, type Page } from './page.ts';

const TEXT_COLUMNS = 600;
const MARKS: Readonly<Record<Page['charset'], Readonly<Record<State, string>>>> = {
  unicode: { ok: '✓', attention: '!', broken: '✗' },
  ascii: { ok: '+', attention: '!', broken: 'x' },
};
const HUES: Readonly<Record<State, Hue>> = { ok: 'green', attention: 'yellow', broken: 'red' };
const NONE: Readonly<Record<State, number>> = { ok: 0, attention: 0, broken: 0 };

/** One line per symptom, its fix below it, and a summary. */
export function checkupText(
  symptoms: readonly Symptom[],
  words: DoctorPhrases,
  { world, options }: Pick<Invocation, 'world' | 'options'>,
): string {
  const page = openPage(world, options);
  const column = Math.max(...Object.values(words.subjects).map(columnsOf));
  const lines = symptoms.flatMap(({ subject, state, text, fix }) => {
    const mark = page.paint[HUES[state]](MARKS[page.charset][state]);
    const [first = '', ...more] = page.terms([
      [padColumns(words.subjects[subject], column), label(text, TEXT_COLUMNS, page.charset)],
    ]);
    return [
      mark + first.slice(1),
      ...more,
      ...fix.flatMap((line) => page.command(showRemedy(line, page.charset), 3)),
    ];
  });
  const count = { ...NONE };
  for (const { state } of symptoms) count[state] += 1;
  const worst = worstOf(symptoms);
  const summary = words.summary({ worst: words.states[worst], ...count });
  const closing = page.paragraph(summary, 0).map((line) => page.paint[HUES[worst]](line));
  return page.text([...lines, '', ...closing]);
}

/** The same by the schema of `schema doctor`. */
export function checkupJson(symptoms: readonly Symptom[], now: number): string {
  const checkup = {
    schemaVersion: 1,
    tool: { name, version },
    generatedAt: toIso(now),
    state: worstOf(symptoms),
    lines: symptoms,
  };
  return `${JSON.stringify(checkup, null, 2)}\n`;
}

function worstOf(symptoms: readonly Symptom[]): State {
  const states = new Set(symptoms.map(({ state }) => state));
  return states.has('broken') ? 'broken' : states.has('attention') ? 'attention' : 'ok';
}
