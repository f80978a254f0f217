// Dead letters: several broken channels in one message each, and a lost memory told once.
import { describe, expect, test } from 'vitest';
import { enqueueLoss } from '../../../src/core/alerts/dead-letters.ts';
import { DAY_MS, HOUR_MS } from '../../../src/core/duration.ts';
import { notificationSubject } from '../../../src/core/alerts/notification-subject.ts';
import { notificationText } from '../../../src/core/alerts/notification-text.ts';
import type { Delivery } from '../../../src/core/alerts/notification.ts';
import { DOWN, LETTERHEAD, listener, sign, Story, STORY_START } from '../../kit/alert-story.ts';

const REFUSED: Delivery = { ok: false, fault: 'auth', detail: '535' };

function house(...names: readonly string[]): Story {
  const story = new Story(names.map((name) => listener(name)));
  const expiresAt = STORY_START + 99 * DAY_MS;
  story.fleet = { main: { 'anthropic:a': { credentialId: 'a', expiresAt } } };
  story.extra = [sign('provider_exhausted', 'fail', { provider: 'anthropic' })];
  return story;
}

describe('several channels that break in one run', () => {
  test('are one message to each that works, and each hears of the other', () => {
    const story = house('ops', 'chat', 'phone');
    story.answers.set('ops', () => REFUSED);
    story.answers.set('chat', () => REFUSED);
    story.run();
    expect(story.messages()).toEqual([
      'phone firing provider_exhausted@main',
      'phone deadletter about ops provider_exhausted@main',
    ]);
    const letter = story.inbox.at(-1)?.notification;
    expect(letter?.alsoUndelivered?.map(({ channel }) => channel)).toEqual(['chat']);
    expect(letter && notificationSubject(letter)).toContain('channel ops + 1 more');
    const text = letter ? notificationText(letter) : '';
    expect(text).toContain('channel ops + 1 more on host1 does not take its alerts');
    expect(text).toMatch(/Since .*: auth: 535\n\nSince .*: chat: auth: 535/);
    const owed = story.state.outbox.filter(
      ({ notification }) => notification.kind === 'deadletter',
    );
    expect(
      owed.map(({ channel, notification }) => [channel, notification.undelivered?.channel]),
    ).toEqual([
      ['ops', 'chat'],
      ['chat', 'ops'],
    ]);
    story.runFor(2 * HOUR_MS);
    expect(story.messages()).toEqual([]);
  });

  test('but not in the same hour are told one by one', () => {
    const story = house('ops', 'chat', 'phone');
    story.answers.set('ops', () => DOWN);
    story.run();
    story.answers.set('chat', () => REFUSED);
    story.extra = [...story.extra, sign('provider_missing', 'fail', { provider: 'openai' })];
    story.runFor(HOUR_MS);
    const letters = story.inbox.filter(({ notification }) => notification.kind === 'deadletter');
    expect(
      letters.map(({ channel, notification }) => [channel, notification.undelivered?.channel]),
    ).toEqual([
      ['phone', 'chat'],
      ['phone', 'ops'],
    ]);
  });

  test('with nobody left who works are told as soon as one does', () => {
    const story = house('ops');
    story.answers.set('ops', () => REFUSED);
    story.run();
    expect(story.state.channels['ops']?.trouble?.toldOthersAt).toBeNull();
  });
});

test('a memory that was lost is told to every channel, with the reason', () => {
  const story = house('ops', 'phone');
  story.run();
  const error = '/state/state.json is damaged';
  const { outbox } = enqueueLoss(story.state, error, story.now, LETTERHEAD);
  expect(outbox.map(({ channel }) => channel)).toEqual(['ops', 'phone']);
  const [letter] = outbox.map(({ notification }) => notification);
  expect(letter && notificationText(letter)).toContain(error);
  expect(letter && notificationSubject(letter)).toBe(
    'openclaw-auth-monitor forgot what it had told on host1',
  );
});
