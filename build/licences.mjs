// Collects the licences of everything that really ended up in the bundle, and refuses unknown ones.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedded, withoutText } from './licence-texts.mjs';

/** Licences that let the package be passed on under MIT with their text beside it. */
const ALLOWED = /^(MIT|MIT-0|Apache-2\.0|BSD-[23]-Clause|ISC|0BSD|Unlicense|blessing)$/;

/** @typedef {{ name: string, version: string, licence: string, text: string }} Notice */

/**
 * The package directories that the modules of a bundle come from, sorted.
 * @param {Iterable<string>} moduleIds
 * @returns {string[]}
 */
export function packageDirectories(moduleIds) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const id of moduleIds) {
    const match = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id);
    if (match?.[1]) found.add(match[1]);
  }
  return [...found].toSorted();
}

/**
 * Reads one package's notice. Throws when its licence is not allowed or its text is nowhere.
 * @param {string} directory
 * @returns {Notice}
 */
export function noticeOf(directory) {
  const { name, version, license } = JSON.parse(
    readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string' || !ALLOWED.test(license)) {
    throw new Error(`${name}@${version}: its licence (${license ?? 'none named'}) is not allowed`);
  }
  const texts = readdirSync(directory)
    .filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(directory, file), 'utf8').trim());
  const text = texts.join('\n\n') || withoutText[name];
  if (!text) throw new Error(`${name}@${version}: the package carries no licence text`);
  return { name, version, licence: license, text };
}

/**
 * The content of THIRD-PARTY-LICENSES.txt for a bundle's modules.
 * @param {Iterable<string>} moduleIds
 * @returns {string}
 */
export function thirdPartyLicences(moduleIds) {
  const notices = packageDirectories(moduleIds)
    .filter((directory) => existsSync(join(directory, 'package.json')))
    .map(noticeOf);
  const inside = embedded.filter((part) => notices.some((notice) => notice.name === part.within));
  const sections = [
    ...notices.map((notice) => [
      `${notice.name} ${notice.version} (${notice.licence})`,
      notice.text,
    ]),
    ...inside.map((part) => [`${part.name}, part of ${part.within} (${part.licence})`, part.text]),
  ];
  const line = '='.repeat(78);
  return [
    'This program contains the following works, bundled and minified, under their own licences.',
    ...sections.map(([title, text]) => `${line}\n${title}\n${line}\n\n${text}`),
    '',
  ].join('\n\n');
}
