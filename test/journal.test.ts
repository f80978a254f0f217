import { expect, test } from 'vitest';
import { markedSink } from '../src/journal.ts';

function written(...texts: readonly string[]): string {
  let all = '';
  const sink = markedSink({
    isTTY: false,
    columns: undefined,
    write: (text) => void (all += text),
  });
  for (const text of texts) sink.write(text);
  return all;
}

test.each([
  ['info', '<6>mail: firing (1) 已送达\n<6>again\n'],
  ['warn', '<4>mail: firing (1) 已送达\n<4>again\n'],
] as const)('a line of the log is marked by its level %s, in any language', (level, marked) => {
  let all = '';
  const write = (text: string): void => void (all += text);
  const sink = markedSink({ isTTY: false, columns: undefined, write });
  sink.write('mail: firing (1) 已送达\nagain\n', level);
  expect(all).toBe(marked);
});

test.each([
  [
    'a fault and its details',
    ['openclaw-auth-monitor: x:\n  - y\nSee z.\n'],
    '<3>openclaw-auth-monitor: x:\n<3>  - y\n<6>See z.\n',
  ],
  ['a warning', ['warning: w\n'], '<4>warning: w\n'],
  ['a delivery', ['mail: firing (1) delivered\n'], '<6>mail: firing (1) delivered\n'],
  [
    'a report',
    ['  STATE\n✗ expired  a\n     why\n! expiring b\n\nFAILING: 1\n'],
    '<6>  STATE\n<3>✗ expired  a\n<3>     why\n<4>! expiring b\n\n<3>FAILING: 1\n',
  ],
  ['a line in parts', ['warning: ', 'half', '\nwell\n'], '<4>warning: half\n<6>well\n'],
  [
    'a log',
    ['{"level":"error","msg":"x"}\n{"level":"info"}\n'],
    '<3>{"level":"error","msg":"x"}\n<6>{"level":"info"}\n',
  ],
])('%s is marked', (_, texts, marked) => {
  expect(written(...texts)).toBe(marked);
});
