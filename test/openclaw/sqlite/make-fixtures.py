"""Writes fixtures/stores.json: the files of two small databases as base64 of gzip.

`in_use` is what lies on disk while a writer has the database open, or after it crashed: one commit
checkpointed into main, a later update and insert only in the log. `closed` is the same database after
its last connection closed: no log, the newest rows in main. All credentials are made up.

Run: python3 test/openclaw/sqlite/make-fixtures.py   (SQLite 3.37 or newer)
"""

import base64
import gzip
import json
import pathlib
import sqlite3
import tempfile

SCHEMA = """
CREATE TABLE auth_profile_store(store_key TEXT PRIMARY KEY, store_json TEXT, updated_at INTEGER) STRICT;
CREATE TABLE auth_profile_state(state_key TEXT PRIMARY KEY, state_json TEXT, updated_at INTEGER) STRICT;
"""


def packed(file: pathlib.Path) -> str:
    return base64.b64encode(gzip.compress(file.read_bytes(), mtime=0)).decode()


def files(database: pathlib.Path) -> dict[str, str]:
    return {
        suffix: packed(path)
        for suffix in ("", "-wal", "-shm")
        if (path := database.with_name(database.name + suffix)).exists()
    }


def main() -> None:
    here = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as directory:
        database = pathlib.Path(directory) / "store.sqlite"
        writer = sqlite3.connect(database)
        writer.execute("PRAGMA page_size = 512")
        writer.execute("PRAGMA journal_mode = WAL")
        writer.executescript(SCHEMA)
        writer.execute("PRAGMA user_version = 23")
        writer.execute("INSERT INTO auth_profile_store VALUES ('primary', 'older', 1)")
        writer.commit()
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writer.execute("UPDATE auth_profile_store SET store_json = 'newest', updated_at = 2")
        # One more than a JavaScript number can hold.
        writer.execute("INSERT INTO auth_profile_store VALUES ('second', 'newest', 9007199254740993)")
        writer.commit()
        in_use = files(database)
        writer.close()
        stores = {"in_use": in_use, "closed": files(database)}
    (here / "fixtures" / "stores.json").write_text(json.dumps(stores, indent=2) + "\n")


main()
