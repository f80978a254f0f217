// Makes an agent database of the SQLite era; run by a Node that has node:sqlite.
// usage: node large-database.cjs FILE STORE_JSON FILLER_MIB
// @ts-check
// @ts-expect-error: the types are Node 20's, which has no node:sqlite.
const { DatabaseSync } = require('node:sqlite');

const [, , file = '', storeJson = '', fillerMib = '0'] = process.argv;
const database = new DatabaseSync(file);
database.exec(`
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA user_version = 19;
  CREATE TABLE auth_profile_store (store_key TEXT PRIMARY KEY, store_json TEXT, updated_at INTEGER) STRICT;
  CREATE TABLE auth_profile_state (state_key TEXT PRIMARY KEY, state_json TEXT, updated_at INTEGER) STRICT;
  CREATE TABLE transcript (id INTEGER PRIMARY KEY, body BLOB) STRICT;
`);
const filler = database.prepare('INSERT INTO transcript (body) VALUES (zeroblob(1048576))');
for (let mib = 0; mib < Number(fillerMib); mib++) filler.run();
// Last, so that its pages lie at the end of the file.
database.prepare("INSERT INTO auth_profile_store VALUES ('primary', ?, 0)").run(storeJson);
database.close();
