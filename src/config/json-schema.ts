// The JSON Schema of the config file, for editors and the `schema` command.
import * as z from 'zod';
import { buildConfigSchema } from './config-schema.ts';

/** Draft 2020-12, of what may be written into the file (not of what is made of it). */
export function configJsonSchema(notifierSchemas: readonly z.ZodObject[]): object {
  return z.toJSONSchema(buildConfigSchema(notifierSchemas), {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // zod drops a default from the input side of a transform; ours are written as one writes them.
      const written = z.globalRegistry.get(zodSchema)?.['default'];
      if (written !== undefined) jsonSchema.default = written as typeof jsonSchema.default;
    },
  });
}
