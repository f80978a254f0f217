// Every command that the documentation shows: in blocks, in sentences, in jobs, and in help and man page.
import { parse } from 'yaml';
import { commandTable } from '../../src/commands/table.ts';
import { blocksOf, pages, proseOf, type Block, type Page } from './pages.ts';

export interface Documented {
  /** The page, or `--help` of a command. */
  readonly page: string;
  /** As it is typed; one with `\` or `case` has several lines. */
  readonly text: string;
  /** What the page says that it prints; null where it says nothing. */
  readonly shown: readonly string[] | null;
  /** How often the same command stood above on the same page. */
  readonly nth: number;
}

/** A program that a page has its readers write. */
export interface DocumentedScript {
  readonly page: string;
  readonly text: string;
}

type Found = Pick<Documented, 'text' | 'shown'>;

/** What is a command in a sentence, too; other programs are only spoken of there. */
const COMMAND =
  /^(?:sudo )?(?:(?:openclaw-)?auth-monitor|npm (?:ci$|pack$|test$|test|run)|npx|systemctl|systemd-analyze|journalctl|loginctl|kustomize|nomad|docker|ssh-keygen|pkg|openclaw models auth) \S/;

const typed = (text: string): Found => ({ text, shown: null });

/** Lines of a shell, put together where a command goes on; comments are left out. */
function commandsOf(lines: readonly string[]): readonly string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of lines) {
    if (open === '' && (line.trim() === '' || line.startsWith('#'))) continue;
    open += open === '' ? line : `\n${line}`;
    const goesOn = line.endsWith('\\') || (/^case\b/.test(open) && !/^esac\b/m.test(open));
    if (goesOn) continue;
    commands.push(open);
    open = '';
  }
  return commands;
}

function isScript({ language, lines }: Block): boolean {
  return language === 'sh' && lines[0]?.startsWith('#!') === true;
}

function inBlock(block: Block): readonly Found[] {
  const { language, lines } = block;
  if (isScript(block)) return [];
  if (language === 'sh') return commandsOf(lines).map(typed);
  if (language === 'yaml') return stepsOf(parse(lines.join('\n'))).map(typed);
  if (language === 'console') {
    return lines.flatMap((line, at) => {
      if (!line.startsWith('$ ')) return [];
      const after = lines.slice(at + 1);
      const end = after.findIndex((next) => next === '' || next.startsWith('$ '));
      const shown = end < 0 ? after : after.slice(0, end);
      return [{ text: line.slice(2), shown: shown.length === 0 ? null : shown }];
    });
  }
  // Nagios' own way to write one.
  return lines.flatMap((line) => {
    const command = /^\s+command_line\s+(.*)$/.exec(line)?.[1];
    return command === undefined ? [] : [typed(command)];
  });
}

/** What a workflow runs. */
function stepsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'run' && typeof value === 'string' ? commandsOf(value.split('\n')) : stepsOf(value),
  );
}

function inProse(page: Page): readonly Found[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => COMMAND.test(code))
    .map(typed);
}

function counted(page: string, found: readonly Found[]): readonly Documented[] {
  const seen = new Map<string, number>();
  return found.map(({ text, shown }) => {
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return { page, text, shown, nth };
  });
}

const inBlocks = pages.flatMap((page) => counted(page.path, blocksOf(page).flatMap(inBlock)));

const inSentences = pages.flatMap((page) => counted(page.path, inProse(page)));

const inHelp = commandTable.flatMap(({ name, examples }) =>
  counted(
    `${name} --help`,
    examples.map(({ line }) => typed(line)),
  ),
);

/** Those that say something new: help and sentences repeat what a block has. */
function told(commands: readonly Documented[]): readonly Documented[] {
  const seen = new Set<string>();
  return commands.filter(({ text, nth }) => {
    const isNew = nth > 0 || !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

const fromBlocks = new Set(inBlocks);

/** Every command of a block, where it stands; of sentences and help each that no block has, once. */
export const documented: readonly Documented[] = [
  ...inBlocks,
  ...told([...inBlocks, ...inSentences, ...inHelp]).filter((one) => !fromBlocks.has(one)),
];

export const documentedScripts: readonly DocumentedScript[] = pages.flatMap((page) =>
  blocksOf(page)
    .filter(isScript)
    .map(({ lines }) => ({ page: page.path, text: lines.join('\n') })),
);
