import { describe, expect, test } from 'vitest';
import type { HttpFailure, HttpResponse } from '../../src/core/http.ts';
import { retryAfterMs } from '../../src/core/retry-after.ts';
import { httpDelivery, statusFault } from '../../src/notifiers/http-delivery.ts';

const NOW = Date.UTC(2026, 10, 21, 5, 31);
const origin = 'https://hooks.example.org';

function answered(status: number, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return { ok: true, status, header: (name) => headers[name] ?? null, body: '', overflow: false };
}

/** What every status means, by range, written down apart from the code. */
function expected(status: number): string {
  if (status === 401 || status === 403) return 'auth';
  if (status === 410) return 'gone';
  if ([408, 425, 429].includes(status)) return 'transient';
  return ['transient', 'delivered', 'permanent', 'permanent', 'transient'][
    Math.floor(status / 100) - 1
  ] as string;
}

describe('a status', () => {
  test.each(Array.from({ length: 500 }, (_, index) => index + 100))(
    '%i has its meaning',
    (status) => {
      expect(statusFault(status) ?? 'delivered').toBe(expected(status));
      const delivery = httpDelivery(answered(status), { origin, now: NOW });
      expect(delivery.ok ? 'delivered' : delivery.fault).toBe(expected(status));
      expect(delivery.detail).toContain(`${origin} answered ${status}`);
    },
  );

  test('of a redirect is told as such, because redirects are never followed', () => {
    expect(httpDelivery(answered(302), { origin, now: NOW }).detail).toBe(
      `${origin} answered 302, redirect not followed`,
    );
  });
});

describe('Retry-After', () => {
  test.each([
    ['0', 1_000],
    ['1', 1_000],
    ['1.5', 1_500],
    ['120', 120_000],
    ['86399', 86_399_000],
    ['86400', 86_400_000],
    ['86401', 86_400_000],
    ['99999999999999999999', 86_400_000],
    [' 7 ', 7_000],
    ['Sat, 21 Nov 2026 05:33:00 GMT', 120_000],
    ['Saturday, 21-Nov-26 05:33:00 GMT', 120_000],
    ['Sat, 21 Nov 2026 05:30:00 GMT', 1_000],
    ['Sat, 28 Nov 2026 05:30:00 GMT', 86_400_000],
    ['-5', null],
    ['soon', null],
    ['soon GMT', null],
    ['', null],
    [null, null],
  ])('%j is a wait of %s ms', (header, wait) => {
    expect(retryAfterMs(header, NOW)).toBe(wait);
  });

  test.each([429, 503])('of a %i is passed on', (status) => {
    const delivery = httpDelivery(answered(status, { 'retry-after': '60' }), { origin, now: NOW });
    expect(delivery).toMatchObject({ fault: 'transient', retryAfterMs: 60_000 });
  });

  test('of a final answer means nothing', () => {
    const delivery = httpDelivery(answered(400, { 'retry-after': '60' }), { origin, now: NOW });
    expect(delivery).not.toHaveProperty('retryAfterMs');
  });
});

describe('no answer', () => {
  const faults: HttpFailure['fault'][] = [
    'timeout',
    'aborted',
    'dns',
    'refused',
    'tls',
    'proxy',
    'reset',
    'network',
  ];

  test.each(faults)('by %s is transient before the request was out, ambiguous after', (fault) => {
    const failure = { ok: false, fault, code: 'ECODE' } as const;
    const before = httpDelivery({ ...failure, sent: false }, { origin, now: NOW });
    const after = httpDelivery({ ...failure, sent: true }, { origin, now: NOW });
    expect([before, after]).toMatchObject([{ fault: 'transient' }, { fault: 'ambiguous' }]);
    expect(before.detail).toMatch(/^https:\/\/hooks\.example\.org: .+ \(ECODE\)$/);
  });
});
