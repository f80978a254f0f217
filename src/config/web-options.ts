// The options of the page that `watch` serves.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { isLoopback } from '../core/listen-address.ts';
import { secretSource } from './option-types.ts';
import { listenAddress } from './value-types.ts';

/** Strict; an address that others reach asks for a token. */
export const web = z
  .strictObject({
    listen: listenAddress.meta({
      description: 'Address and port, or a port of this machine alone.',
      default: '127.0.0.1:18780',
    }),
    token: secretSource.describe('Asked of every reader; needed where others reach the address.'),
    hosts: z
      .array(z.string().regex(/^[a-z\d.-]{1,253}$/i, expecting('hostWithoutPort')))
      .describe('Names under which the page is asked for, beside localhost and addresses.'),
  })
  .partial()
  .refine(
    ({ listen, token }) => listen === undefined || isLoopback(listen) || token !== undefined,
    { path: ['token'], error: asMessage(fault('needsToken')) },
  );
