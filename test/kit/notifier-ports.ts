// The ports of a notifier under test: real requests, literal secrets, warnings kept.
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { Secret } from '../../src/core/secret.ts';
import { createHttp } from '../../src/http.ts';
import type { NotifierPorts } from '../../src/notifiers/notifier.ts';
import type { Env } from '../../src/world.ts';

export interface TestPorts extends NotifierPorts {
  readonly warnings: readonly string[];
}

export function testPorts({ env = {} }: { readonly env?: Env } = {}): TestPorts {
  const warnings: string[] = [];
  return {
    http: createHttp({}, { version: '0.1.0' }),
    secret(source, where) {
      if (typeof source === 'string') return new Secret(source);
      throw new Error(`${where}: the test has only literal secrets`);
    },
    env,
    monitor: { name: 'openclaw-auth-monitor', version: '0.1.0' },
    warn: (remark) => warnings.push(remark(remarkPhrases)),
    warnings,
  };
}

/** An attempt that may take its time. */
export function attempt(
  changes: { readonly recipients?: readonly string[]; readonly signal?: AbortSignal } = {},
) {
  return { now: Date.UTC(2026, 10, 21, 5, 31), signal: new AbortController().signal, ...changes };
}
