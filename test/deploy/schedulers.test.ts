// The examples for Nomad and Ansible: read by parsers of their languages, their commands by our own.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import hcl from 'hcl2-parser';
import { parse } from 'yaml';
import { root } from '../../build/paths.mjs';
import { parseCommandLine } from '../../src/commands/parse-args.ts';
import { commandTable } from '../../src/commands/table.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { notifierSchemas } from '../../src/notifiers/index.ts';
import { realWorld } from '../../src/world.ts';
import { needsProgram } from '../kit/live-server.ts';
import { tempDir } from '../kit/temp-dir.ts';

/** Loads the text as the program would, and fails the test where the schema refuses it. */
async function accepted(config: string) {
  const path = join(tempDir(), 'config.json5');
  writeFileSync(path, config, { mode: 0o600 });
  return loadConfig(realWorld(), path, notifierSchemas);
}

describe('the job for Nomad', () => {
  interface Task {
    readonly user: string;
    readonly config: readonly {
      readonly args: readonly string[];
      readonly readonly_rootfs: boolean;
      readonly cap_drop: readonly string[];
      readonly mount: readonly { readonly target: string; readonly readonly?: boolean }[];
    }[];
    readonly template: readonly { readonly destination: string; readonly data: string }[];
  }

  interface Job {
    readonly type: string;
    readonly periodic: readonly Record<string, unknown>[];
    readonly group: { readonly monitor: readonly { task: { run: readonly Task[] } }[] };
  }

  const text = readFileSync(join(root, 'deploy/nomad/openclaw-auth-monitor.nomad.hcl'), 'utf8');
  const [parsed, fault] = hcl.parseToObject(text) as [
    { job: Readonly<Record<string, readonly Job[]>>; variable: object } | null,
    unknown,
  ];
  const job = parsed?.job['openclaw-auth-monitor']?.[0];
  const task = job?.group.monitor[0]?.task.run[0];
  const container = task?.config[0];

  test('is HCL, and runs by the clock, never twice at once', () => {
    expect(fault).toBeNull();
    expect(hcl.parseToObject('job "x" {')[1]).not.toBeNull();
    expect(job?.type).toBe('batch');
    expect(job?.periodic).toEqual([
      { crons: ['7,37 * * * *'], prohibit_overlap: true, time_zone: 'Etc/UTC' },
    ]);
  });

  test('uses the variables that it declares', () => {
    const used = [...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(parsed?.variable ?? {})));
  });

  test('is hardened, and its command exists', () => {
    expect(container).toMatchObject({ readonly_rootfs: true, cap_drop: ['all'] });
    expect(task?.user).toBe('1000:1000');
    expect(container?.mount.find(({ target }) => target === '/openclaw')?.readonly).toBe(true);
    const { command } = parseCommandLine(container?.args ?? [], realWorld(), commandTable);
    expect(command.name).toBe('run');
  });

  test('its config is one, of files and directories that are there', async () => {
    const files = task?.template.map(({ destination }) => `/${destination}`) ?? [];
    expect(container?.args).toContain(files[0]);
    const { config, secrets } = await accepted(task?.template[0]?.data ?? '');
    const mounted = container?.mount.map(({ target }) => target);
    expect(mounted).toContain(config.gateways?.[0]?.stateDir);
    expect(mounted).toContain(config.state?.dir);
    expect(secrets.map(({ source }) => source)).toEqual([{ file: files[1] }]);
  });
});

describe('the playbook for Ansible', () => {
  interface Task {
    readonly name: string;
    readonly 'ansible.builtin.command'?: { readonly cmd: string };
    readonly [key: string]: unknown;
  }

  const dir = join(root, 'deploy/ansible');
  const [play] = parse(readFileSync(join(dir, 'playbook.yml'), 'utf8')) as {
    readonly vars: Readonly<Record<string, unknown>>;
    readonly tasks: readonly Task[];
    readonly hosts: string;
  }[];
  const tasks = play?.tasks ?? [];

  test('passes its own syntax check', (context) => {
    needsProgram(context, 'ansible-playbook');
    const { status, stdout, stderr } = spawnSync(
      'ansible-playbook',
      ['--syntax-check', '-i', 'inventory.ini', 'playbook.yml'],
      { cwd: dir, encoding: 'utf8', env: { ...process.env, ANSIBLE_HOME: tempDir() } },
    );
    // Warnings are about the machine: its locale, or where the files lie.
    expect(stderr).not.toContain('ERROR');
    expect(stdout).toContain('playbook: playbook.yml');
    expect(status).toBe(0);
  });

  test('goes to the hosts of the inventory', () => {
    expect(readFileSync(join(dir, 'inventory.ini'), 'utf8')).toContain(`[${play?.hosts}]`);
  });

  test('its commands exist', () => {
    const commands = tasks
      .map((task) => task['ansible.builtin.command']?.cmd ?? '')
      .filter((cmd) => cmd.startsWith('auth-monitor '));
    expect(commands).toHaveLength(2);
    for (const cmd of commands) {
      const words = cmd
        .replaceAll(/\{\{.*?\}\}/g, 'alice')
        .split(' ')
        .slice(1);
      parseCommandLine(words, realWorld(), commandTable);
    }
  });

  test('its config is one, and its secret is where systemd takes it from', async () => {
    const { secrets } = await accepted(JSON.stringify(play?.vars['auth_monitor_config']));
    expect(secrets.map(({ source }) => source)).toEqual([{ credential: 'webhook-url' }]);
    const written = tasks.map((task) => Object(task['ansible.builtin.copy']) as { dest?: string });
    expect(written.map(({ dest }) => dest)).toContain(
      '/etc/openclaw-auth-monitor/credentials/webhook-url',
    );
  });

  test('knows a change from none by the words of install', () => {
    const install = tasks.find(({ register }) => register === 'installed');
    const [, pattern = ''] =
      /search\('\(\?m\)(.*)'\)/.exec(String(install?.['changed_when'])) ?? [];
    const isChange = (told: string): boolean => new RegExp(pattern, 'm').test(told);
    for (const word of ['wrote', 'updated', 'made', 'removed']) {
      expect(isChange(`unchanged /a\n${word} /b\n`)).toBe(true);
    }
    expect(isChange('unchanged /a\nran systemctl daemon-reload\nkept /b: it was changed\n')).toBe(
      false,
    );
  });

  test('keeps what is secret out of its output', () => {
    const secret = tasks.filter((task) => JSON.stringify(task).includes('webhook_url'));
    expect(secret).toHaveLength(1);
    expect(secret[0]?.['no_log']).toBe(true);
  });
});
