// `schema`: prints the JSON Schemas of what the product reads and writes.
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Invocation } from './command.ts';

const schemas: Readonly<Record<string, () => Promise<unknown>>> = {
  async config() {
    const [{ configJsonSchema }, { notifierSchemas, notifierTypes }] = await Promise.all([
      import('../config/json-schema.ts'),
      import('../notifiers/index.ts'),
    ]);
    return configJsonSchema(await notifierSchemas(notifierTypes));
  },
  report: async () => (await import('../reporters/report-schema.ts')).reportJsonSchema(),
  webhook: async () => (await import('../notifiers/webhook-body.ts')).webhookJsonSchema(),
  doctor: async () => (await import('../doctor/schema.ts')).doctorJsonSchema(),
};

/** Prints the schema named by the argument, that of the config without one. */
export async function run({ world, args }: Invocation): Promise<number> {
  const [name = 'config', ...more] = args;
  const load = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (load === undefined || more.length > 0) {
    throw new UsageError(fault('schemaOneOf', Object.keys(schemas).join(', ')));
  }
  world.stdout.write(`${JSON.stringify(await load(), null, 2)}\n`);
  return ExitCode.ok;
}
