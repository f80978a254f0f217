"""A process that writes to a database, as the gateway does. Ends when its standard input closes.

`hold FILE`  commits the newest rows into the log only, says so, and keeps the database open.
`churn FILE` raises the same number in 200 rows per commit, with checkpoints of every kind and reopening.
"""

import itertools
import select
import sqlite3
import sys

mode, file = sys.argv[1:]


def connect() -> sqlite3.Connection:
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("PRAGMA page_size = 512")
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA synchronous = OFF")
    return writer


def told_to_end() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0])


writer = connect()
for table, key, text in (("store", "store_key", "store_json"), ("state", "state_key", "state_json")):
    writer.execute(
        f"CREATE TABLE auth_profile_{table}"
        f"({key} TEXT PRIMARY KEY, {text} TEXT, updated_at INTEGER) STRICT"
    )
writer.execute("PRAGMA user_version = 23")

if mode == "hold":
    writer.execute("INSERT INTO auth_profile_store VALUES ('primary', 'older', 1)")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    writer.execute("UPDATE auth_profile_store SET store_json = 'newest', updated_at = 2")
    writer.execute("INSERT INTO auth_profile_store VALUES ('second', 'newest', 9007199254740993)")
    print("ready", flush=True)
    sys.stdin.read()
else:
    rows = [(f"row-{number}", "x" * 200) for number in range(200)]
    writer.executemany("INSERT INTO auth_profile_store VALUES (?, ?, 0)", rows)
    print("ready", flush=True)
    for count in itertools.count(1):
        writer.execute("UPDATE auth_profile_store SET updated_at = ?", (count,))
        if count % 3 == 0:
            kind = ("PASSIVE", "RESTART", "TRUNCATE", "FULL")[count // 3 % 4]
            writer.execute(f"PRAGMA wal_checkpoint({kind})")
        if count % 17 == 0:
            writer.close()
            writer = connect()
        if told_to_end():
            break

writer.close()
