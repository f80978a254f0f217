// `uninstall`: takes away what `install` made, and nothing else.
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import { targets } from '../install/index.ts';
import type { Invocation } from './command.ts';
import { requestOf, targetOf } from './install.ts';

/** Removes from the named target; a fault of the machine is a WriteError (73). */
export async function run(invocation: Invocation): Promise<number> {
  const target = await targetOf(invocation);
  if (target === null) {
    throw new UsageError(fault('fromWhere', Object.keys(targets).join(', ')));
  }
  await target.uninstall(await requestOf(invocation));
  return ExitCode.ok;
}
