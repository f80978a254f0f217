// The published schema of `doctor --json`.
import * as z from 'zod';
import type { State } from './symptom.ts';

const STATES = ['ok', 'attention', 'broken'] as const satisfies readonly State[];

const checkup = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  generatedAt: z.iso.datetime(),
  state: z.enum(STATES).describe('The worst of all lines.'),
  lines: z.array(
    z.strictObject({
      subject: z.string().describe('What was looked at; new subjects may come.'),
      state: z.enum(STATES),
      text: z.string(),
      fix: z.array(z.string()).describe('Lines to paste; one that starts with "# " is an advice.'),
    }),
  ),
});

export function doctorJsonSchema(): unknown {
  const schema = z.toJSONSchema(checkup);
  return { ...schema, title: 'Answer of auth-monitor doctor --json' };
}
