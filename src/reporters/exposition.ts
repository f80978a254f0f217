// Writes metrics in Prometheus' text format 0.0.4, as node_exporter's textfile collector takes it.
import { visible } from '../core/terminal.ts';

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One metric with all its samples; the format wants them together. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  readonly samples: readonly Sample[];
}

/** The text of these families; one without samples is left out, a series that comes twice stays once. */
export function formatFamilies(families: readonly Family[]): string {
  return families.map(formatFamily).join('');
}

function formatFamily({ name, help, type, samples }: Family): string {
  if (samples.length === 0) return '';
  // One series twice makes the collector reject the whole file.
  const series = new Map(samples.map(({ labels, value }) => [formatLabels(labels), value]));
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...[...series].map(([labels, value]) => `${name}${labels} ${value}`),
    '',
  ].join('\n');
}

function formatLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

// Control characters and what is no text at all (a lone surrogate) are shown as escapes, since the text
// also reaches terminals.
function escapeLabel(value: string): string {
  const lines = value.split('\n').map((line) => visible(line));
  return lines.join('\n').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
