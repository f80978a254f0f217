// Says in what an installed unit differs from the shell: what it cannot see of what it should judge, where it keeps its state.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HIDDEN_HOME } from './hardening.ts';
import { flavourJobs, jobs, unitName } from './jobs.ts';
import { textAt, unitDir } from './manager.ts';
import { hiddenRoots, type Setup } from './setup.ts';
import { bindWord } from './words.ts';

/** Paths that a judgement of `setup` looks at and its unit hides, by the units and drop-ins on disk. */
export function unseenBy(setup: Setup): readonly string[] {
  const text = unitText(setup);
  if (!text.includes(HIDDEN_HOME.line)) return [];
  const bound = [...text.matchAll(/^Bind(?:ReadOnly)?Paths=-?(.*)$/gm)].map(([, word = '']) =>
    word.replace(/^%h/, bindWord(setup.account.home)),
  );
  return hiddenRoots(setup).filter(
    (path) => !withParents(path).some((place) => bound.includes(bindWord(place))),
  );
}

/** The unit of `setup` remembers elsewhere than `setup` would have it. */
export function keepsStateElsewhere(setup: Setup): boolean {
  const [, command] = /^[^]*\nExecStart=(.+)/.exec(unitText(setup)) ?? [];
  return command !== undefined && !`${command} `.includes(` --monitor-state ${setup.paths.state} `);
}

/** The unit that judges, with the drop-ins of the instance; empty where there is none. */
function unitText({ account, scope, flavour }: Setup): string {
  const dir = unitDir(scope, account.home);
  const judge = flavourJobs[flavour].find((name) => jobs[name].credentials === 'seen') ?? 'run';
  const { stem } = jobs[judge];
  const dropIns = `${join(dir, unitName(scope, stem, 'service', account.name))}.d`;
  const names = existsSync(dropIns) ? readdirSync(dropIns).sort() : [];
  const paths = [
    join(dir, unitName(scope, stem, 'service')),
    ...names.map((name) => join(dropIns, name)),
  ];
  return paths.map((path) => textAt(path) ?? '').join('\n');
}

function withParents(path: string): readonly string[] {
  return path === dirname(path) ? [path] : [path, ...withParents(dirname(path))];
}
