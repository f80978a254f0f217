// Decides where a CI step runs: which service, and whether that service keeps its secrets from it.
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { Env, Files } from '../world.ts';

export interface CiPlace {
  readonly service: 'github' | 'gitlab' | 'other';
  /** Why secrets are empty here though they are set up well; null when they should be there. */
  readonly withheld: Remark | null;
}

/** Reads the variables that GitHub Actions and GitLab set, and GitHub's file about the event. */
export function ciPlace(env: Env, files: Files): CiPlace {
  if (env['GITHUB_ACTIONS'] === 'true')
    return { service: 'github', withheld: onGithub(env, files) };
  if (env['GITLAB_CI'] === 'true') return { service: 'gitlab', withheld: onGitlab(env) };
  return { service: 'other', withheld: null };
}

/** What somebody outside may start by a pull request, so that forks get no secrets; `pull_request_target` is not one. */
const OF_PULL_REQUESTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
]);

// GitHub hands empty texts for secrets to pull requests of forks and to Dependabot.
function onGithub(env: Env, files: Files): Remark | null {
  if (env['GITHUB_ACTOR'] === 'dependabot[bot]') return (words) => words.notForDependabot;
  if (!OF_PULL_REQUESTS.has(env['GITHUB_EVENT_NAME'] ?? '')) return null;
  const isSame = headIsBase(env['GITHUB_EVENT_PATH'], files);
  if (isSame === true) return null;
  return isSame === null ? (words) => words.maybeFork : (words) => words.notForFork;
}

/** Whether a pull request comes from the repository itself; null when the event does not say. */
function headIsBase(path: string | undefined, files: Files): boolean | null {
  if (!path) return null;
  try {
    const event = JSON.parse(files.text(path)) as {
      pull_request?: Record<'head' | 'base', { repo?: { full_name?: unknown } | null }>;
    };
    const head = event.pull_request?.head.repo?.full_name;
    const base = event.pull_request?.base.repo?.full_name;
    if (typeof base !== 'string') return null;
    // A fork that was deleted has no repository left.
    return head === base;
  } catch {
    return null;
  }
}

function onGitlab(env: Env): Remark | null {
  const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
  const isFork = source !== undefined && source !== '' && source !== env['CI_PROJECT_ID'];
  return isFork ? (words) => words.notForForkOfProject : null;
}
