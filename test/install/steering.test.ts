import { expect, test } from 'vitest';
import { gatewayWords, steering } from '../../src/install/steering.ts';

const CWD = '/home/alice/work';

test.each([
  ['OPENCLAW_STATE_DIR', '/srv/openclaw', '/srv/openclaw'],
  ['OPENCLAW_HOME', 'other', '/home/alice/work/other'],
  ['CLAWDBOT_CONFIG_PATH', '~/c.json', '~/c.json'],
  ['CODEX_HOME', '../codex', '/home/alice/codex'],
  ['CLAUDE_CONFIG_DIR', '/srv/claude', '/srv/claude'],
  ['XDG_CONFIG_HOME', '/srv/config', '/srv/config'],
])('a job gets %s, its path absolute', (name, value, given) => {
  expect(steering({ env: { [name]: value }, cwd: CWD })).toEqual({ [name]: given });
});

test.each([
  ['a key', { ANTHROPIC_API_KEY: 'sk-ant-api03-0' }],
  ['an empty variable', { OPENCLAW_STATE_DIR: '' }],
  ['what steers nothing', { PATH: '/bin', OPENCLAW_LOG: 'debug' }],
])('a job gets no %s', (_, env) => {
  expect(steering({ env, cwd: CWD })).toEqual({});
});

test('named gateways come along with their labels', () => {
  const options = { 'state-dir': ['a', 'lab=b', '~/c'], 'openclaw-profile': 'p' };
  expect(gatewayWords(options, '/x')).toEqual(
    '--state-dir /x/a --state-dir lab=/x/b --state-dir ~/c --openclaw-profile p'.split(' '),
  );
});
