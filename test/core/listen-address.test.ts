import { expect, test } from 'vitest';
import { authorityOf, isLoopback, parseListenAddress } from '../../src/core/listen-address.ts';

test.each([
  ['8080', '127.0.0.1:8080', true],
  ['0', '127.0.0.1:0', true],
  ['127.0.0.1:65535', '127.0.0.1:65535', true],
  ['127.9.9.9:1', '127.9.9.9:1', true],
  ['LOCALHOST:80', 'localhost:80', true],
  ['[::1]:80', '[::1]:80', true],
  ['0.0.0.0:80', '0.0.0.0:80', false],
  ['[::]:80', '[::]:80', false],
  ['192.0.2.1:80', '192.0.2.1:80', false],
])('%s is %s', (text, authority, loopback) => {
  const address = parseListenAddress(text);
  expect(address && authorityOf(address)).toBe(authority);
  expect(address && isLoopback(address)).toBe(loopback);
});

test.each([
  '',
  '65536',
  '-1',
  '1.5',
  ':80',
  'example.org:80',
  '256.0.0.1:80',
  '127.0.0.1',
  '::1:80',
  '127.0.0.1:80/x',
])('"%s" is none', (text) => expect(parseListenAddress(text)).toBeNull());
