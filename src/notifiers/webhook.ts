// Decides how a notification is posted to a webhook: address, headers and signature.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { allowInsecure, channelFields, secretSource } from '../config/option-types.ts';
import type { Notifier } from '../core/alerts/notification.ts';
import type { Secret } from '../core/secret.ts';
import { httpAddress } from './http-address.ts';
import { ATTEMPT_MS, httpDelivery } from './http-delivery.ts';
import { headerSecret } from './http-platform.ts';
import { configFault, type NotifierKind, type NotifierPorts } from './notifier.ts';
import { webhookBody } from './webhook-body.ts';
import {
  githubSignature,
  type SignedParts,
  standardKey,
  standardSignature,
} from './webhook-signature.ts';

/** An RFC 9110 token, save the names that belong to the connection or to us. */
const HEADER_NAME =
  /^(?!(?:host|connection|keep-alive|te|trailer|upgrade|expect|content-length|transfer-encoding|webhook-.*)$)[\w!#$%&'*+.^`|~-]+$/i;

const schema = z
  .strictObject({
    type: z.literal('webhook'),
    ...channelFields,
    url: secretSource.describe('Where to post to; the address may itself be the credential.'),
    secret: z
      .union([secretSource, z.array(secretSource).min(1).max(5)])
      .optional()
      .describe('Signs the body. `whsec_` and base64, or any text; a list while keys are rotated.'),
    style: z
      .enum(['standard', 'github'])
      .default('standard')
      .describe(
        'Signature: Standard Webhooks (webhook-signature) or GitHub (X-Hub-Signature-256).',
      ),
    bearer: secretSource.optional().describe('Sent as Authorization: Bearer.'),
    headers: z
      .record(z.string().regex(HEADER_NAME, expecting('mayHeader')), secretSource)
      .default({})
      .describe('Further headers.'),
    allowInsecure,
  })
  .refine(({ style, secret }) => style === 'standard' || !Array.isArray(secret), {
    path: ['secret'],
    error: asMessage(fault('oneGithubSecret')),
  });

type WebhookConfig = z.output<typeof schema>;
type Sign = (parts: SignedParts) => Readonly<Record<string, string>>;

/** Posts the public body (webhook-body.ts) as JSON; any 2xx is success. */
export const webhook: NotifierKind<typeof schema> = {
  type: 'webhook',
  schema,
  create(config, ports): Notifier {
    const name = config.name ?? config.type;
    const where = `notifier ${name}`;
    const address = httpAddress(config.url, `${where}, url`, config, ports);
    const headers = headersOf(config, where, ports);
    if (address.authorization) headers['authorization'] ??= address.authorization;
    const sign = signerOf(config, where, ports);
    return {
      name,
      type: config.type,
      async send(notification, { now, signal }) {
        const body = webhookBody(notification);
        // The signed text is parted by dots, so the id must hold none.
        const id = notification.id.replaceAll(/[^\w-]/g, '_');
        const timestamp = Math.floor(now / 1_000);
        const answer = await ports.http({
          url: address.url.reveal(),
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...revealed(headers),
            'webhook-id': id,
            'webhook-timestamp': String(timestamp),
            ...sign({ id, timestamp, body }),
          },
          body,
          timeoutMs: ATTEMPT_MS,
          signal,
        });
        return httpDelivery(answer, { origin: address.origin, now });
      },
    };
  },
};

function signerOf(config: WebhookConfig, where: string, ports: NotifierPorts): Sign {
  const { secret = [], style } = config;
  const secrets = [secret]
    .flat()
    .map((source, index) => ports.secret(source, `${where}, secret ${index + 1}`).reveal());
  const [only] = secrets;
  if (only === undefined) return () => ({});
  if (style === 'github') {
    const key = Buffer.from(only, 'utf8');
    return ({ body }) => ({ 'x-hub-signature-256': githubSignature(key, body) });
  }
  const keys = secrets.map((text, index) => {
    const key = standardKey(text);
    if (key) return key;
    throw configFault(`${where}, secret ${index + 1}`, fault('notBase64'));
  });
  return (parts) => ({ 'webhook-signature': standardSignature(keys, parts) });
}

function headersOf(
  { headers, bearer }: WebhookConfig,
  where: string,
  ports: NotifierPorts,
): Record<string, Secret> {
  const found: Record<string, Secret> = {};
  for (const [name, source] of Object.entries(headers)) {
    found[name.toLowerCase()] = headerSecret(source, `${where}, header ${name}`, ports);
  }
  if (bearer !== undefined) {
    found['authorization'] = headerSecret(bearer, `${where}, bearer`, ports, 'Bearer ');
  }
  return found;
}

function revealed(headers: Readonly<Record<string, Secret>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.reveal()]));
}
