// Preloaded into a measured Node: notes its peak memory and CPU time as it ends.
// @ts-check
const { existsSync, readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const file = process.env['BENCH_USAGE_FILE'] ?? '';
  // A program that starts itself once more, as openclaw does, works in its child, which ends first.
  const child = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { peakBytes: 0, cpuMs: 0 };
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = {
    peakBytes: Math.max(child.peakBytes, maxRSS * 1024),
    cpuMs: child.cpuMs + (userCPUTime + systemCPUTime) / 1000,
  };
  writeFileSync(file, JSON.stringify(usage));
});
