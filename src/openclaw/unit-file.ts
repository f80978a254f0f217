// Reads the [Service] settings of a systemd unit as text, by systemd's own rules (systemd.syntax).

export type Setting = readonly [name: string, value: string];

/** The settings of the `[Service]` section in order; lines joined by a backslash are one. */
export function serviceSettings(text: string): Setting[] {
  const settings: Setting[] = [];
  let section = '';
  let begun = '';
  for (const line of text.split(/\r?\n/)) {
    // A comment inside a continued line is skipped, it does not end the line.
    if (/^\s*[#;]/.test(line)) continue;
    if (line.endsWith('\\')) {
      begun += `${line.slice(0, -1)} `;
      continue;
    }
    const whole = (begun + line).trim();
    begun = '';
    const heading = /^\[(.*)\]$/.exec(whole);
    if (heading) section = heading[1] ?? '';
    const equals = whole.indexOf('=');
    if (section !== 'Service' || heading || equals <= 0) continue;
    settings.push([whole.slice(0, equals).trimEnd(), whole.slice(equals + 1).trimStart()]);
  }
  return settings;
}

/** All values of a setting; an empty assignment forgets what came before. */
export function valuesOf(settings: readonly Setting[], wanted: string): string[] {
  let values: string[] = [];
  for (const [name, value] of settings) {
    if (name === wanted) values = value === '' ? [] : [...values, value];
  }
  return values;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', s: ' ' };

/** Splits `A=1 "B=two words" C='x y'` into words, quotes and C escapes taken away. */
export function words(value: string): string[] {
  const found = value.match(/(?:\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s"'\\])+/gs) ?? [];
  return found.map((word) =>
    word.replaceAll(
      /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|\\(.)/gs,
      (_, double?: string, single?: string, escaped?: string) =>
        escaped === undefined ? unescaped(double ?? single ?? '') : (ESCAPES[escaped] ?? escaped),
    ),
  );
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
}
