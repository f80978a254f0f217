// Writes what derives from the code: man pages, shell completions and JSON Schemas.
// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { bashCompletion, fishCompletion, zshCompletion } from './completions.mjs';
import { manPage } from './man.mjs';
import { constants, manifest, root } from './paths.mjs';

/** File name → the arguments of the built program that print it. */
const SCHEMAS = {
  'config.schema.json': ['schema'],
  'report.schema.json': ['schema', 'report'],
  'webhook.schema.json': ['schema', 'webhook'],
  'doctor.schema.json': ['schema', 'doctor'],
};

/**
 * The command table of src/, without loading what its commands do.
 * @returns {Promise<readonly import('../src/commands/command.ts').CommandSpec[]>}
 */
export async function commandTable() {
  const build = await rolldown({
    cwd: root,
    input: join(root, 'src/commands/table.ts'),
    platform: 'node',
    transform: { define: constants },
    plugins: [
      {
        name: 'leave-lazy-imports',
        resolveId: (source, _importer, { kind }) =>
          kind === 'dynamic-import' ? { id: source, external: true } : null,
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm' });
  const table = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  return table.commandTable;
}

/**
 * Writes `man/`, `completions/` and `schema/` into the directory of a bundled program.
 * @param {string} directory
 */
export async function generate(directory) {
  const table = await commandTable();
  const program = manifest.name;
  const aliases = Object.keys(manifest.bin).filter((name) => name !== program);
  /** @type {Record<string, string>} */
  const files = {
    [`man/${program}.1`]: manPage(table, { ...manifest, program, aliases }),
    [`completions/${program}.bash`]: bashCompletion(table, program, aliases),
    [`completions/_${program}`]: zshCompletion(table, program, aliases),
    [`completions/${program}.fish`]: fishCompletion(table, program, aliases),
  };
  for (const alias of aliases) files[`man/${alias}.1`] = `.so man1/${program}.1\n`;
  for (const [file, args] of Object.entries(SCHEMAS)) {
    files[`schema/${file}`] = schemaText(join(directory, 'cli.cjs'), args);
  }
  for (const room of ['man', 'completions', 'schema']) mkdirSync(join(directory, room));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
}

/** @param {string} cli @param {readonly string[]} args */
function schemaText(cli, args) {
  const text = execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  // For programs; `schema` prints it for people.
  return JSON.stringify(JSON.parse(text));
}
