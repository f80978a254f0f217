"""Makes an agent's database whose newest rows are in the write-ahead log only, in the state that is asked for.

usage: wal-writer.py hold|crash|close FILE OLDER NEWEST    (OLDER and NEWEST are texts of the store row)

`hold` keeps it open until standard input closes, `crash` ends without closing, `close` closes cleanly.
"""

import os
import sqlite3
import sys

mode, file, older, newest = sys.argv[1:]
writer = sqlite3.connect(file, isolation_level=None)
writer.execute("PRAGMA journal_mode = WAL")
for table, key, text in (("store", "store_key", "store_json"), ("state", "state_key", "state_json")):
    writer.execute(
        f"CREATE TABLE auth_profile_{table}({key} TEXT PRIMARY KEY, {text} TEXT, updated_at INTEGER)"
    )
writer.execute("PRAGMA user_version = 23")
writer.execute("INSERT INTO auth_profile_store VALUES ('primary', ?, 1)", (older,))
writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
writer.execute("PRAGMA wal_autocheckpoint = 0")
writer.execute("UPDATE auth_profile_store SET store_json = ?, updated_at = 2", (newest,))
print("ready", flush=True)
if mode == "crash":
    os._exit(0)
if mode == "hold":
    sys.stdin.read()
writer.close()
