// Reads a JSON report and prints what is to be renewed first: provider, title, then the commands.
const { readFileSync, writeSync } = require('node:fs');

/** On one line, without what a terminal would obey. */
const line = (text) => String(text ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');

const { findings } = JSON.parse(readFileSync(0, 'utf8'));
const worst = findings.find(
  ({ severity, remedy }) => ['fail', 'warn'].includes(severity) && remedy.length > 0,
);
if (worst === undefined) process.exitCode = 1;
else {
  const lines = [worst.provider, worst.title, ...worst.remedy].map(line);
  writeSync(1, `${lines.join('\n')}\n`);
}
