// What every channel is made of: its options as a schema, and what it may use of the outside.
import type * as z from 'zod';
import { ExitCode } from '../core/exit-code.ts';
import { MonitorError } from '../core/errors.ts';
import { fault, type Fault } from '../core/fault.ts';
import type { Http } from '../core/http.ts';
import type { Notifier } from '../core/alerts/notification.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { Secret } from '../core/secret.ts';
import type { SecretSource } from '../core/secret-source.ts';
import type { Env } from '../world.ts';

export interface NotifierPorts {
  readonly http: Http;
  /** Looks a secret up; throws a config error that names `where` when it cannot. */
  secret(source: SecretSource, where: string): Secret;
  readonly env: Env;
  readonly monitor: { readonly name: string; readonly version: string };
  /** Tells the operator something that is allowed but risky. */
  warn(remark: Remark): void;
}

/**
 * A kind of channel. `create` looks up every secret and throws a MonitorError (78) for options that
 * the schema alone cannot judge, so that a fault shows before anything is to be sent.
 */
export interface NotifierKind<Schema extends z.ZodObject = z.ZodObject> {
  readonly type: string;
  /** Strict, with a literal `type`; the config takes the union of all. */
  readonly schema: Schema;
  create(config: z.output<Schema>, ports: NotifierPorts): Notifier;
}

/** An option that cannot be used; `why` never holds the value. */
export function configFault(where: string, why: Fault): MonitorError {
  return new MonitorError(fault('at', where, why), ExitCode.config);
}

/** Whether a host is this machine: its traffic cannot be overheard, so it may go without TLS. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost\.?|(?:[\w-]+\.)+localhost\.?|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
