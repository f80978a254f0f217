// Lays out the rows of the text report: as a table, or as small blocks where a table does not fit.
import { formatTime, fromNow } from '../core/moment.ts';
import type { TextPhrases } from '../core/phrases/text-phrases.ts';
import { columnsOf, cut, label, padColumns, type Charset, type Wrap } from '../core/terminal.ts';
import { hueOf, type Hue, type Paint, type RowSeverity } from './palette.ts';
import { wrapText } from './text-lines.ts';
import type { Row } from './text-rows.ts';

/** Everything the look of the text depends on. */
export interface Look {
  readonly paint: Readonly<Record<Hue, Paint>>;
  readonly width: number | null;
  readonly charset: Charset;
  /** Epoch ms from which times are counted. */
  readonly now: number;
  readonly phrases: TextPhrases;
  /** Where blanks alone do not tell where a line may end. */
  readonly wrap: Wrap | undefined;
}

export interface Layout {
  readonly header: readonly string[];
  /** Columns by which what is said beneath a row is indented. */
  readonly indent: number;
  readonly head: (row: Row) => {
    readonly lines: readonly string[];
    /** No name had to be cut. */
    readonly whole: boolean;
  };
}

const GAP = 2;
const MARK = 2;
const MOST = { agent: 24, profile: 44 } as const;
const LEAST = { agent: 8, profile: 16 } as const;

const MARKS: Readonly<Record<Charset, Readonly<Record<RowSeverity, string>>>> = {
  unicode: { fail: '✗', warn: '!', notice: '*', info: '-', ok: '✓' },
  ascii: { fail: 'x', warn: '!', notice: '*', info: '-', ok: '+' },
};

interface Cells {
  readonly state: string;
  readonly agent: string;
  readonly profile: string;
  readonly expires: string;
  readonly left: string;
}

/** Chooses the layout in which these rows fit the width. */
export function layOut(rows: readonly Row[], look: Look): Layout {
  const widths: Record<keyof Cells, number> = {
    state: 0,
    agent: 0,
    profile: 0,
    expires: 0,
    left: 0,
  };
  for (const cells of [look.phrases.columns, ...rows.map((row) => cellsOf(row, look))]) {
    for (const [name, cell] of Object.entries(cells) as [keyof Cells, string][]) {
      widths[name] = Math.max(widths[name], columnsOf(cell));
    }
  }
  const total = MARK + GAP * 4 + Object.values(widths).reduce((sum, columns) => sum + columns, 0);
  const tooMuch = look.width === null ? 0 : Math.max(0, total - look.width);
  const fromProfile = Math.min(tooMuch, Math.max(0, widths.profile - LEAST.profile));
  widths.profile -= fromProfile;
  const fromAgent = Math.min(tooMuch - fromProfile, Math.max(0, widths.agent - LEAST.agent));
  widths.agent -= fromAgent;
  return fromProfile + fromAgent < tooMuch ? blocks(look) : table(widths, look);
}

function table(widths: Readonly<Record<keyof Cells, number>>, look: Look): Layout {
  const line = (cells: Cells, mark: string, paint: Paint): string => {
    const columns = (['agent', 'profile', 'expires', 'left'] as const).map((name) =>
      padColumns(cut(cells[name], widths[name]), widths[name]),
    );
    const gap = ' '.repeat(GAP);
    const head = paint(`${mark} ${padColumns(cells.state, widths.state)}`);
    return [head, ...columns].join(gap).trimEnd();
  };
  return {
    header: [look.paint.dim(line(look.phrases.columns, ' ', (text) => text))],
    indent: MARK + widths.state + GAP,
    head(row) {
      const cells = cellsOf(row, look);
      return {
        lines: [line(cells, markOf(row, look), look.paint[hueOf[row.severity]])],
        whole: isWhole(row, look) && columnsOf(cells.profile) <= widths.profile,
      };
    },
  };
}

function blocks(look: Look): Layout {
  return {
    header: [],
    indent: MARK,
    head(row) {
      const { state, agent, profile, expires, left } = cellsOf(row, look);
      const { phrases, wrap } = look;
      const inner = look.width === null ? null : look.width - MARK;
      const names = [agent, profile].filter((name) => name !== '-').join(' ');
      const when = expires === '-' ? [] : wrapText(expires + phrases.comma + left, inner, wrap);
      const [first = '', ...rest] = wrapText(`${state} ${names}`, inner, wrap);
      const mark = look.paint[hueOf[row.severity]](
        `${markOf(row, look)} ${first.slice(0, state.length)}`,
      );
      return {
        lines: [
          mark + first.slice(state.length),
          ...[...rest, ...when].map((part) => ' '.repeat(MARK) + part),
        ],
        whole: isWhole(row, look),
      };
    },
  };
}

function markOf(row: Row, { charset }: Look): string {
  return MARKS[charset][row.severity];
}

function cellsOf(row: Row, { charset, now, phrases }: Look): Cells {
  const [agent = '-'] = row.agents;
  const { expiresAt } = row;
  return {
    state: row.state,
    agent:
      row.agents.length > 1 ? phrases.agents(row.agents.length) : label(agent, MOST.agent, charset),
    profile: label(profileText(row), MOST.profile, charset),
    expires: expiresAt === null ? '-' : `${row.estimated ? '~' : ''}${formatTime(expiresAt)}`,
    left: expiresAt === null ? '' : fromNow(Date.parse(expiresAt), now, phrases.times),
  };
}

/** The profile's id, with its provider where the id does not begin with it. */
function profileText({ profile, provider }: Row): string {
  if (profile === null) return provider ?? '-';
  if (provider === null || profile.startsWith(`${provider}:`)) return profile;
  return `${profile} (${provider})`;
}

function isWhole(row: Row, { charset }: Look): boolean {
  const text = profileText(row);
  return label(text, MOST.profile, charset) === text;
}
