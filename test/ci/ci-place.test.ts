// Where a step runs, and whether its secrets are kept from it.
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { ciPlace } from '../../src/ci/ci-place.ts';
import { realWorld } from '../../src/world.ts';
import { tempDir } from '../kit/temp-dir.ts';

const { files } = realWorld();

function event(content: string | object): string {
  const path = join(tempDir(), 'event.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const pullRequest = (head: object | null) =>
  event({ pull_request: { head: { repo: head }, base: { repo: { full_name: 'o/r' } } } });

const GITHUB = { GITHUB_ACTIONS: 'true' };
const PULL = { ...GITHUB, GITHUB_EVENT_NAME: 'pull_request' };

test.each([
  ['no service', {}, 'other', false],
  ['a push on GitHub', { ...GITHUB, GITHUB_EVENT_NAME: 'push' }, 'github', false],
  ['a pull request whose event is unknown', PULL, 'github', true],
  ['a review', { ...GITHUB, GITHUB_EVENT_NAME: 'pull_request_review' }, 'github', true],
  [
    'a comment in a review',
    { ...GITHUB, GITHUB_EVENT_NAME: 'pull_request_review_comment' },
    'github',
    true,
  ],
  [
    'a pull request seen from its base',
    { ...GITHUB, GITHUB_EVENT_NAME: 'pull_request_target' },
    'github',
    false,
  ],
  ['Dependabot', { ...GITHUB, GITHUB_ACTOR: 'dependabot[bot]' }, 'github', true],
  ['a branch of a GitLab project', { GITLAB_CI: 'true', CI_PROJECT_ID: '7' }, 'gitlab', false],
  [
    'a merge request within a GitLab project',
    { GITLAB_CI: 'true', CI_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7' },
    'gitlab',
    false,
  ],
  [
    'a merge request of a fork',
    { GITLAB_CI: 'true', CI_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' },
    'gitlab',
    true,
  ],
] as const)('%s', (_, env, service, isWithheld) => {
  const place = ciPlace(env, files);
  expect([place.service, place.withheld !== null]).toEqual([service, isWithheld]);
});

test.each([
  ['of the repository itself', () => pullRequest({ full_name: 'o/r' }), false],
  ['of a fork', () => pullRequest({ full_name: 'fork/r' }), true],
  ['of a fork that was deleted', () => pullRequest(null), true],
  ['whose event is cut off', () => event('{"pull_request":'), true],
  ['whose event is of another shape', () => event([1]), true],
])('a pull request %s', (_, path, isWithheld) => {
  const place = ciPlace({ ...PULL, GITHUB_EVENT_PATH: path() }, files);
  expect(place.withheld !== null).toBe(isWithheld);
});
