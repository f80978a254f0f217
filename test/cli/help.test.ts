import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { dist, manifest } from '../../build/paths.mjs';
import { commandTable } from '../../src/commands/table.ts';
import { house } from '../kit/built-cli.ts';

const commands = commandTable.map(({ name }) => name);

describe('help', () => {
  test.each([
    [['--help']],
    [['-h']],
    [['help']],
    [['--json', '--help']],
    ...commands.flatMap((name) => [
      [[name, '--help']],
      [['help', name]],
      [['--help', name]],
      [[name, 'surplus', '-h']],
    ]),
  ])('%j exits 0 and fits a terminal', async (args) => {
    const { code, stdout, stderr } = await house().run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: auth-monitor');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('of a command has each of its options, its examples and its exit codes', async () => {
    for (const { name, options, examples, exits } of commandTable) {
      const { stdout } = await house().run([name, '--help']);
      const text = stdout.replaceAll(/\s+/g, ' ');
      expect(text).toContain(`Usage: auth-monitor ${name} `);
      for (const option of options) expect(text).toContain(`--${option.name}`);
      for (const { line } of examples) expect(stdout).toContain(line);
      expect(text).toContain(exits.slice(0, 20));
    }
  });

  test('stands beside other options, which then do nothing', async () => {
    const home = house();
    for (const args of [
      ['check', '--state-dir', 'nowhere', '--json', '--help'],
      ['run', '--help', '--config', 'nowhere'],
      ['watch', '-h', '--config', 'nowhere'],
      ['demo', '--help'],
    ]) {
      const { code, stdout } = await home.run(args);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: auth-monitor ${args[0]}`);
    }
  });

  test('names every command and every exit code', async () => {
    const { stdout } = await house().run(['--help']);
    for (const { name, summary } of commandTable)
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +${summary.slice(0, 30)}`, 'm'));
    for (const code of [0, 1, 2, 64, 70, 73, 74, 75, 78])
      expect(stdout).toMatch(new RegExp(`^ {2}(\\d+ )*${code}( \\d+)* `, 'm'));
  });

  test('of a command that does not exist is wrong usage', async () => {
    const { code, stderr } = await house().run(['chek', '--help']);
    expect(code).toBe(64);
    expect(stderr).toContain('did you mean check?');
  });
});

test('--version prints the version alone', async () => {
  for (const args of [['--version'], ['-V'], ['run', '--version']]) {
    expect(await house().run(args)).toMatchObject({
      code: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
  }
});

test('man page and completions know every option of every command', () => {
  const files = {
    man: readFileSync(join(dist, 'man/openclaw-auth-monitor.1'), 'utf8').replaceAll('\\-', '-'),
    bash: readFileSync(join(dist, 'completions/openclaw-auth-monitor.bash'), 'utf8'),
    zsh: readFileSync(join(dist, 'completions/_openclaw-auth-monitor'), 'utf8'),
    fish: readFileSync(join(dist, 'completions/openclaw-auth-monitor.fish'), 'utf8'),
  };
  const names = new Set(commandTable.flatMap(({ options }) => options.map(({ name }) => name)));
  const missing = Object.entries(files).flatMap(([file, text]) => {
    const written = (name: string): boolean =>
      file === 'fish'
        ? text.includes(` -l ${name}`) || text.includes(`'${name}'`)
        : text.includes(`--${name}`);
    return [
      ...[...names].filter((name) => !written(name)).map((name) => `${file} --${name}`),
      ...commands.filter((name) => !text.includes(name)).map((name) => `${file} ${name}`),
    ];
  });
  expect(missing).toEqual([]);
});

describe('schema', () => {
  test.each([
    [['schema'], 'config.schema.json', 'notifiers'],
    [['schema', 'config'], 'config.schema.json', 'gateways'],
    [['schema', 'report'], 'report.schema.json', 'schemaVersion'],
    [['schema', 'webhook'], 'webhook.schema.json', 'data'],
  ])('%j prints a JSON Schema that names %s', async (args, file, key) => {
    const { code, stdout, stderr } = await house().run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const schema = JSON.parse(stdout) as Record<string, unknown>;
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['properties']).toHaveProperty(key);
    expect(schema).toEqual(JSON.parse(readFileSync(join(dist, 'schema', file), 'utf8')));
    expect(() => z.fromJSONSchema(schema)).not.toThrow();
  });
});
