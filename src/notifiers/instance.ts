// Decides by which name a receiver tells this monitor from others of the same fleet.
import * as z from 'zod';
import type { Notification } from '../core/alerts/notification.ts';
import { label } from '../core/terminal.ts';

/** For receivers that many monitors write to. */
export const instanceOption = z
  .string()
  .regex(/^[\w.:/@-]{1,150}$/, 'expected 1 to 150 letters, digits, "_", ".", ":", "/", "@" or "-"')
  .optional()
  .describe('Name of this monitor there; it must stay the same. Default: the host name.');

/** The configured name, else that of the host. */
export function instanceOf(
  { instance }: { readonly instance?: string | undefined },
  { monitor }: Pick<Notification, 'monitor'>,
): string {
  return instance ?? label(monitor.host, 150);
}
