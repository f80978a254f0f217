// Says whether `watch` lives: it rewrites heartbeat.json after each run. Ends with 0 or 1.
// AUTH_MONITOR_MAX_AGE: seconds after which it counts as dead; two and a half half hours without it.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const DEFAULT_SECONDS = 4500;

const { OPENCLAW_AUTH_MONITOR_STATE: dir = '/state', AUTH_MONITOR_MAX_AGE: limit } = process.env;
const maxSeconds = Number(limit) || DEFAULT_SECONDS;

/** Seconds since the last run ended; infinite when none is known. */
function age() {
  try {
    const { at } = JSON.parse(readFileSync(join(dir, 'heartbeat.json'), 'utf8'));
    return (Date.now() - Date.parse(at)) / 1000;
  } catch {
    return Infinity;
  }
}

const seconds = age();
// Not a number is not alive.
const isAlive = seconds <= maxSeconds;
process.stdout.write(
  isAlive ? `the last run ended ${Math.round(seconds)} s ago\n` : 'no run has ended lately\n',
);
process.exitCode = isAlive ? 0 : 1;
