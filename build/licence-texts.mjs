// Holds the licence texts that bundled packages owe but do not carry in their own directory.
// @ts-check

/** @param {string} holder */
const mit = (holder) => `${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** Works compiled into a package's WebAssembly, which its own licence file does not name. */
export const embedded = [
  {
    within: 'node-sqlite3-wasm',
    name: 'SQLite',
    licence: 'blessing',
    text: `The authors of SQLite have dedicated its code to the public domain. In place of
a legal notice its sources carry this blessing:

   May you do good and not evil.
   May you find forgiveness for yourself and forgive others.
   May you share freely, never taking more than you give.`,
  },
  {
    within: 'node-sqlite3-wasm',
    name: 'Emscripten runtime',
    licence: 'MIT',
    text: mit('Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file.'),
  },
  {
    within: 'node-sqlite3-wasm',
    name: 'musl libc',
    licence: 'MIT',
    text: mit('Copyright (c) 2005-2020 Rich Felker, et al.'),
  },
  {
    within: 'undici',
    name: 'llhttp',
    licence: 'MIT',
    text: mit('Copyright Fedor Indutny, 2018.'),
  },
];

/**
 * Package name → the licence text of its source repository, for packages published without one.
 * @type {Readonly<Record<string, string>>}
 */
export const withoutText = {
  standardwebhooks: mit('Copyright (c) 2023 Svix (https://www.svix.com)'),
};
