import { expect, test } from 'vitest';
import { baseFor } from '../../src/probes/base-url.ts';

test.each([
  ['https://host', '/v1/models', 'https://host'],
  ['https://host/', '/v1/models', 'https://host'],
  ['https://host/v1', '/v1/models', 'https://host'],
  ['https://host/v1/', '/v1/models?limit=1', 'https://host'],
  ['https://host/gateway', '/v1/models', 'https://host/gateway'],
  ['https://host/gateway/v1', '/v1/models', 'https://host/gateway'],
  ['https://host/openai/v1', '/openai/v1/models', 'https://host'],
  ['https://host/openai', '/openai/v1/models', 'https://host'],
  ['https://host/v1/v1', '/v1/models', 'https://host/v1'],
  ['https://host/v1beta', '/v1/models', 'https://host/v1beta'],
  ['http://127.0.0.1:8080/v1', '/v1/messages', 'http://127.0.0.1:8080'],
])('%s before %s is %s', (base, path, expected) => {
  expect(baseFor(base, path)).toBe(expected);
});
