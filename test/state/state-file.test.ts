import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { ReadError, WriteError } from '../../src/core/errors.ts';
import { emptyAlertState, type AlertState } from '../../src/core/alerts/incident.ts';
import { SCHEMA_VERSION } from '../../src/state/migrate-state.ts';
import { commitAlertState, loadAlertState, readAlertState } from '../../src/state/state-file.ts';
import { DOWN, listener, sign, Story, STORY_START } from '../kit/alert-story.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { saidBy } from '../kit/said.ts';

const NOW = Date.parse('2026-03-02T12:00:00.000Z');

/** A state with something in every corner. */
function richState(): AlertState {
  const story = new Story([listener('ops'), listener('phone', { codes: ['provider_missing'] })]);
  story.fleet = {
    main: { 'anthropic:default': { credentialId: 'c', expiresAt: STORY_START + 8e7 } },
  };
  story.extra = [
    sign('provider_missing', 'fail', { provider: 'p', facts: { usedBy: ['default'] } }),
  ];
  story.answers.set('ops', () => ({ ok: false, fault: 'permanent', detail: '400' }));
  story.answers.set('phone', () => DOWN);
  story.run();
  const silence = {
    id: 's',
    gateway: null,
    agent: 'a',
    profileId: null,
    provider: null,
    code: null,
  };
  return {
    ...story.state,
    silences: [{ ...silence, comment: 'c', createdAt: NOW, until: NOW + 1 }],
  };
}

describe('a committed state', () => {
  it('is what is loaded', () => {
    const dir = tempDir();
    const state = richState();
    expect(state.outbox.length).toBeGreaterThan(1);
    commitAlertState(dir, state);
    expect(loadAlertState(dir, NOW)).toEqual({ state, notice: null, isBroken: false });
  });

  it('is private, in a directory that is made private', () => {
    const dir = join(tempDir(), 'deep', 'state');
    commitAlertState(dir, emptyAlertState());
    expect(statSync(join(dir, 'state.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readdirSync(dir)).toEqual(['state.json']);
  });

  it('stays private where the one before was not, and leaves the mode of a directory alone', () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'state.json'), '{}', { mode: 0o644 });
    chmodSync(dir, 0o755);
    commitAlertState(dir, emptyAlertState());
    expect(statSync(join(dir, 'state.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o755);
  });

  it('keeps keys that a later version added', () => {
    const dir = tempDir();
    const later = { ...emptyAlertState(), fromLater: { memory: 1 } };
    writeFileSync(join(dir, 'state.json'), JSON.stringify(later));
    commitAlertState(dir, { ...loadAlertState(dir, NOW).state, sequence: 3 });
    expect(readAlertState(dir).state).toEqual({ ...later, sequence: 3 });
  });

  it('that cannot be written is a WriteError with the path, and the one before stays', () => {
    const dir = tempDir();
    const inTheWay = join(dir, 'file');
    writeFileSync(inTheWay, '');
    expect(() => commitAlertState(inTheWay, emptyAlertState())).toThrow(WriteError);
    expect(saidBy(() => commitAlertState(inTheWay, emptyAlertState()))).toMatch(
      /file\/state\.json: E/,
    );
  });
});

describe('loading', () => {
  it('of nothing is an empty state', () => {
    const dir = join(tempDir(), 'none');
    expect(loadAlertState(dir, NOW).state).toEqual(emptyAlertState());
    expect(existsSync(dir)).toBe(false);
  });

  it.each([
    ['an empty file', ''],
    ['half a file', '{"schemaVersion":2,"incid'],
    ['another type', '[1]'],
    ['a missing key', JSON.stringify({ ...emptyAlertState(), outbox: undefined })],
    ['a wrong key', JSON.stringify({ ...emptyAlertState(), sequence: '7' })],
    ['a wrong incident', JSON.stringify({ ...emptyAlertState(), incidents: [{}] })],
    ['a number that is none', '{"schemaVersion":2,"sequence":1e999}'],
    ['a version before the first', JSON.stringify({ ...emptyAlertState(), schemaVersion: 0 })],
    ['a version that is no number', JSON.stringify({ ...emptyAlertState(), schemaVersion: 'x' })],
  ])('%s puts it aside and says that problems are announced again', (_, text) => {
    const dir = tempDir();
    writeFileSync(join(dir, 'state.json'), text);
    expect(readAlertState(dir)).toMatchObject({ isBroken: true });
    expect(existsSync(join(dir, 'state.json'))).toBe(true);
    const { state, notice } = loadAlertState(dir, NOW);
    expect(state).toEqual(emptyAlertState());
    expect(notice?.(remarkPhrases)).toMatch(/damaged.*announced again.*corrupt-20260302T120000Z/);
    expect(readFileSync(join(dir, 'state.json.corrupt-20260302T120000Z'), 'utf8')).toBe(text);
    expect(existsSync(join(dir, 'state.json'))).toBe(false);
  });

  it.each([
    'incidents',
    'outbox',
    'channels',
    'counters',
    'credentials',
    'silences',
    'heldBack',
  ] as const)('checks every entry of %s', (key) => {
    const dir = tempDir();
    const state = richState();
    const part: object = state[key];
    const broken = Array.isArray(part) ? [...(part as unknown[]), {}] : { ...part, x: 1 };
    writeFileSync(join(dir, 'state.json'), JSON.stringify({ ...state, [key]: broken }));
    expect(readAlertState(dir).isBroken).toBe(true);
  });

  it('a file of version 1 is brought to the present version, and all in it is kept', () => {
    const dir = tempDir();
    const { heldBack, ...state } = richState();
    expect(heldBack).not.toEqual([]);
    writeFileSync(join(dir, 'state.json'), JSON.stringify({ ...state, schemaVersion: 1 }));
    const migrated = { ...state, schemaVersion: SCHEMA_VERSION, heldBack: [] };
    expect(loadAlertState(dir, NOW)).toEqual({ state: migrated, notice: null, isBroken: false });
    expect(readdirSync(dir)).toEqual(['state.json']);
  });

  it('a file of a later version refuses and keeps it', () => {
    const dir = tempDir();
    const text = JSON.stringify({ schemaVersion: SCHEMA_VERSION + 1, all: 'new' });
    writeFileSync(join(dir, 'state.json'), text);
    expect(() => loadAlertState(dir, NOW)).toThrow(ReadError);
    expect(readFileSync(join(dir, 'state.json'), 'utf8')).toBe(text);
    expect(readdirSync(dir)).toEqual(['state.json']);
  });

  it('what cannot be read is a ReadError, not an empty state', () => {
    const dir = tempDir();
    mkdirSync(join(dir, 'state.json'));
    expect(saidBy(() => loadAlertState(dir, NOW))).toMatch(/Cannot read .*state\.json: EISDIR/);
  });

  it('takes away what a crash left half written', () => {
    const dir = tempDir();
    writeFileSync(join(dir, '.state.json.4242.tmp'), '{"sch');
    writeFileSync(join(dir, 'state.json.corrupt-x'), 'kept');
    loadAlertState(dir, NOW);
    expect(readdirSync(dir)).toEqual(['state.json.corrupt-x']);
  });
});
