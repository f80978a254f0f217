// The dialects in which providers put an error.
import { expect, test } from 'vitest';
import { errorWords } from '../../src/core/error-words.ts';

const said = { codes: ['key_gone'], message: 'No.' };

test.each<[string, unknown, object]>([
  ['OpenAI', { error: { code: 'key_gone', message: 'No.', extra: { code: 'x' } } }, said],
  ['a code in the place of the type', { error: { type: 'key_gone', message: 'No.' } }, said],
  ['a code in the place of the status', { error: { status: 'KEY_GONE', message: 'No.' } }, said],
  ['a number beside', { error: { code: 401, type: 'key_gone', message: 'No.' } }, said],
  ['other casings', { Error: { Code: 'Key_Gone', Message: 'No.' } }, said],
  ['other joints', { error: { errorCode: 'key_gone', message: 'No.' } }, said],
  ['a list', [{ error: { code: 'key_gone', message: 'No.' } }, 7], said],
  ['a list of errors', { errors: [{ code: 'key_gone', message: 'No.' }] }, said],
  ['xAI', { code: 'key_gone', error: 'No.' }, said],
  ['OAuth', { error: 'key_gone', error_description: 'No.' }, said],
  ['FastAPI', { code: 'key_gone', detail: [{ msg: 'No.', loc: ['header'] }] }, said],
  ['Mistral', { code: 'key_gone', detail: 'No.' }, said],
  ['Zhipu', { code: 'key_gone', msg: 'No.', success: false }, said],
  [
    'the second of several reasons',
    { error: { details: [{ reason: 'X' }, { reason: 'KEY_GONE' }], message: 'No.' } },
    { codes: ['x', 'key_gone'], message: 'No.' },
  ],
  [
    'Anthropic, the most exact first',
    {
      type: 'error',
      error: { type: 'permission_error', message: 'No.', details: { error_code: 'key_gone' } },
    },
    { codes: ['key_gone', 'permission_error', 'error'], message: 'No.' },
  ],
  [
    'names of every object',
    { error: { code: 'constructor', message: 'toString', __proto__: { type: 'x' } } },
    { codes: ['constructor'], message: 'toString' },
  ],
  ['nothing', {}, { codes: [], message: '' }],
  ['no object', 'key_gone', { codes: [], message: '' }],
  ['null', { error: null, errors: [] }, { codes: [], message: '' }],
  ['other kinds', { error: { code: {}, message: [], details: 7 } }, { codes: [], message: '' }],
])('%s', (_, body, expected) => {
  expect(errorWords(body)).toEqual(expected);
});
