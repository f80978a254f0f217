// The few colours of the text report.
import type { Severity } from '../core/finding.ts';

export type Paint = (text: string) => string;

const SGR = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Hue = keyof typeof SGR;

/** A painter per hue; without colour they all leave the text as it is. */
export function palette(color: boolean): Readonly<Record<Hue, Paint>> {
  const painter = (code: number): Paint =>
    color ? (text) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`) : (text) => text;
  return {
    bold: painter(SGR.bold),
    dim: painter(SGR.dim),
    red: painter(SGR.red),
    green: painter(SGR.green),
    yellow: painter(SGR.yellow),
    cyan: painter(SGR.cyan),
  };
}

export type RowSeverity = Exclude<Severity, 'off'> | 'ok';

export const hueOf: Readonly<Record<RowSeverity, Hue>> = {
  fail: 'red',
  warn: 'yellow',
  notice: 'cyan',
  info: 'dim',
  ok: 'green',
};
