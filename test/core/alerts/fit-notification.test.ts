import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatText } from '../../../src/core/alerts/chat-text.ts';
import { fitNotification } from '../../../src/core/alerts/fit-notification.ts';
import type { Notification } from '../../../src/core/alerts/notification.ts';
import {
  hostileNotification,
  incidentView,
  notification,
  notificationOf,
} from '../../kit/notifications.ts';

const fit = (message: Notification, limit: number) =>
  fitNotification(message, chatText, (text) => text.length <= limit);

function incidents(count: number) {
  return Array.from({ length: count }, (_, index) => incidentView({ title: `problem ${index}.` }));
}

describe('a message that fits', () => {
  const whole = fit(notification(), Infinity);

  test('is told whole, at its limit too', () => {
    expect(fit(notification(), whole.length)).toBe(whole);
    expect(whole).toContain('openclaw models auth paste-token');
  });

  test('is shortened one unit below', () => {
    const cut = fit(notification(), whole.length - 1);
    expect(cut.length).toBeLessThan(whole.length);
    expect(cut).toContain('anthropic:default expired');
  });

  test('tells at most twenty incidents and counts the rest', () => {
    const text = fit(notification({ incidents: incidents(25), truncated: 3 }), Infinity);
    expect(text).toContain('problem 19.');
    expect(text).not.toContain('problem 20.');
    expect(text).toContain('+ 8 more, none more urgent');
  });
});

describe('a message that does not fit', () => {
  test.each([1_000, 2_000, 4_096])('in %i tells the worst in full and counts the rest', (limit) => {
    const text = fit(notification({ incidents: incidents(200) }), limit);
    const told = [...text.matchAll(/problem \d+\./g)].length;
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text).toContain('problem 0.');
    expect(text).toContain('claude setup-token');
    expect(text).toContain(`+ ${200 - told} more`);
  });

  test('leaves whole commands out and says so, rather than cutting one', () => {
    const remedy = Array.from({ length: 50 }, (_, index) => `openclaw fix --agent agent-${index}`);
    const text = fit(notification({ incidents: [incidentView({ remedy })] }), 1_000);
    const shown = text.split('\n').filter((line) => line.startsWith('openclaw fix'));
    expect(shown.length).toBeGreaterThan(0);
    for (const line of shown) expect(remedy).toContain(line);
    expect(text).toContain(`# + ${50 - shown.length} more: auth-monitor check`);
  });

  test('shows no command without the remark before it', () => {
    const remark = `# With OPENCLAW_STATE_DIR set to ${'/deep'.repeat(80)}:`;
    const remedy = [remark, 'claude setup-token', 'openclaw models auth add'];
    const agents = Array.from({ length: 10 }, () => 'a'.repeat(100));
    const text = fit(notification({ incidents: [incidentView({ remedy, agents })] }), 1_500);
    expect(text).not.toContain('claude setup-token');
    expect(text).toContain('# + 3 more: auth-monitor check');
  });

  test('with nothing but hostile names still fits into 1,000 units', () => {
    expect(fit(hostileNotification(), 1_000).length).toBeLessThanOrEqual(1_000);
    expect(fit({ ...hostileNotification(), kind: 'deadletter' }, 0).length).toBeLessThan(1_000);
  });

  test('fits into 1,000 units whatever stands in it', () => {
    const word = fc.string({ unit: 'binary', maxLength: 3_000 });
    const view = fc
      .record({ title: word, gateway: word, agents: fc.array(word), profiles: fc.array(word) })
      .map((changes) => incidentView(changes));
    fc.assert(
      fc.property(fc.array(view, { maxLength: 4 }), word, (views, host) => {
        const monitor = { name: host, version: host, host };
        const text = fit(notification({ incidents: views, monitor }), 1_000);
        expect(text.length).toBeLessThanOrEqual(1_000);
      }),
      { numRuns: 30 },
    );
  });

  test('combining marks, which take no column, do not get around the limit', () => {
    const title = '\u0301'.repeat(5_000);
    const agents = [title, title];
    const text = fit(notification({ incidents: [incidentView({ title, agents })] }), 1_000);
    expect(text.length).toBeLessThanOrEqual(1_000);
  });
});

test('a test message has no incident and is whole', () => {
  expect(fit(notificationOf('test'), 1_000)).toMatch(/^Test: this channel works\. Sent on host1\./);
});
