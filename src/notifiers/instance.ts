// Decides by which name a receiver tells this monitor from others of the same fleet.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { expecting } from '../core/fault-text.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { label } from '../core/terminal.ts';

/** For receivers that many monitors write to. */
export const instanceOption = z
  .string()
  .regex(
    /^[\w.:/@-]{1,150}$/,
    expecting(fault('letters', 150, fault('either', '"_", ".", ":", "/", "@"', '"-"'))),
  )
  .optional()
  .describe('Name of this monitor there; it must stay the same. Default: the host name.');

/** The configured name, else that of the host. */
export function instanceOf(
  { instance }: { readonly instance?: string | undefined },
  { monitor }: Pick<Notification, 'monitor'>,
): string {
  return instance ?? label(monitor.host, 150);
}
