// Plays every recorded answer to the built program, SDK included, on every Node that is at hand.
import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { anthropicAnswers } from '../../src/demo/anthropic-answers.ts';
import { answerCases } from '../kit/answer-cases.ts';
import { CLI } from '../kit/built-cli.ts';
import { ONLY_THIS_NODE, testNodes } from '../kit/nodes.ts';
import { key, probedHouse, setupToken, START } from '../kit/probed-house.ts';

const PREFIX = { api_key: 'sk-ant-api03-', oauth: 'sk-ant-oat01-' } as const;

test.each(testNodes())(
  'every recorded answer means the same on %s',
  async (node) => {
    const home = await probedHouse();
    const answerOf = async (level: string, cases: typeof answerCases) => {
      const secrets = cases.map(({ name, kind }) => {
        const secret = home.secret(`${name} ${kind}`, PREFIX[kind]);
        home.answer(secret, anthropicAnswers[name]);
        return secret;
      });
      const profiles = secrets.map((secret, index) => {
        const isKey = cases[index]?.kind === 'api_key';
        return [`anthropic:${index}`, isKey ? key('anthropic', secret) : setupToken(secret)];
      });
      home.agents({ main: Object.fromEntries(profiles) as Record<string, object> });
      const now = new Date(START).toISOString();
      const config = `${home.dir}/config.json5`;
      const args = ['check', `--probe=${level}`, '--json', '--config', config, '--now', now];
      const report = await reportOn(node, [CLI, ...args], home.home);
      const rows = report.agents[0]?.profiles ?? [];
      const said = (index: number) =>
        rows.find(({ profileId }) => profileId === `anthropic:${index}`)?.probe;
      return cases.map(({ name, kind }, index) => {
        const probe = said(index);
        return `${name} ${kind}: ${probe?.outcome} ${probe?.reason}`;
      });
    };
    const expected = (cases: typeof answerCases) =>
      cases.map(({ name, kind, outcome, reason }) => `${name} ${kind}: ${outcome} ${reason}`);
    const paid = answerCases.filter(({ probe }) => probe === 'messages');
    const free = answerCases.filter(({ probe, kind }) =>
      kind === 'api_key' ? probe === 'models' : probe === 'usage',
    );
    expect(await answerOf('inference', paid)).toEqual(expected(paid));
    expect(await answerOf('metadata', free)).toEqual(expected(free));
  },
  20_000,
);

test('and there is more than one Node to try', (context) => {
  if (ONLY_THIS_NODE !== null) context.skip(ONLY_THIS_NODE);
  expect(testNodes().length).toBeGreaterThan(1);
});

function reportOn(node: string, args: readonly string[], home: string): Promise<Report> {
  const env = { PATH: process.env['PATH'], HOME: home };
  return new Promise((resolve, reject) => {
    execFile(node, args, { env, encoding: 'utf8', timeout: 15_000 }, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error('no report'));
      else resolve(JSON.parse(stdout) as Report);
    });
  });
}
