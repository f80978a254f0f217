import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { startWebhookReceiver } from '../../src/demo/webhook-receiver.ts';

const SECRET = `whsec_${Buffer.from('demo-secret-demo-secret-demo').toString('base64')}`;

async function post(url: string, secret: string) {
  const body = '{"type":"auth.test"}';
  const signedAt = new Date();
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': 'msg1',
      'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign('msg1', signedAt, body),
    },
  });
}

describe('the webhook receiver', () => {
  test('takes what is signed with its secret and refuses the rest, as standardwebhooks signs', async () => {
    const receiver = await startWebhookReceiver({ secret: SECRET });
    const other = `whsec_${Buffer.from('another-secret-another-secret').toString('base64')}`;
    const statuses = [await post(receiver.url, SECRET), await post(receiver.url, other)].map(
      ({ status }) => status,
    );
    await receiver.close();
    expect(statuses).toEqual([204, 401]);
    expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([true, false]);
  });

  test('answers as it is told', async () => {
    const receiver = await startWebhookReceiver();
    receiver.respond(() => ({ status: 503, headers: { 'retry-after': '9' }, body: 'busy' }));
    const response = await post(receiver.url, SECRET);
    const body = await response.text();
    await receiver.close();
    expect([response.status, response.headers.get('retry-after'), body]).toEqual([
      503,
      '9',
      'busy',
    ]);
    expect(receiver.received[0]?.isSigned).toBeNull();
  });
});
