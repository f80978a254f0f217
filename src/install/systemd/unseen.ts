// Says what an installed unit cannot see of what it should judge: `install` tells it, and a doctor may.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HIDDEN_HOME } from './hardening.ts';
import { textAt, unitDir } from './manager.ts';
import { hiddenRoots, type Setup } from './setup.ts';
import { flavourJobs, jobs, unitName } from './jobs.ts';
import { bindWord } from './words.ts';

/** Paths that a judgement of `setup` looks at and its unit hides, by the units and drop-ins on disk. */
export function unseenBy(setup: Setup): readonly string[] {
  const { account, scope, flavour } = setup;
  const dir = unitDir(scope, account.home);
  const judge = flavourJobs[flavour].find((name) => jobs[name].credentials === 'seen') ?? 'run';
  const { stem } = jobs[judge];
  const unit = textAt(join(dir, unitName(scope, stem, 'service')));
  if (unit === null) return [];
  const dropIns = `${join(dir, unitName(scope, stem, 'service', account.name))}.d`;
  const names = existsSync(dropIns) ? readdirSync(dropIns).sort() : [];
  const text = [unit, ...names.map((name) => textAt(join(dropIns, name)) ?? '')].join('\n');
  if (!text.includes(HIDDEN_HOME.line)) return [];
  const bound = [...text.matchAll(/^Bind(?:ReadOnly)?Paths=-?(.*)$/gm)].map(([, word = '']) =>
    word.replace(/^%h/, bindWord(account.home)),
  );
  return hiddenRoots(setup).filter(
    (path) => !withParents(path).some((place) => bound.includes(bindWord(place))),
  );
}

function withParents(path: string): readonly string[] {
  return path === dirname(path) ? [path] : [path, ...withParents(dirname(path))];
}
