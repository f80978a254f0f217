// Says in what two answers about one agent differ.
// @ts-check

/**
 * The differences, empty when both say the same.
 * @param {import('./ask.mjs').Answer} theirs
 * @param {import('./ask.mjs').Answer} ours
 * @returns {string[]}
 */
export function differences(theirs, ours) {
  const found = [];
  if (theirs.exitCode !== ours.exitCode) {
    found.push(`exit ${theirs.exitCode} there, ${ours.exitCode} here`);
  }
  // Whoever refused before judging names nothing.
  if (theirs.missing === null) return found;
  for (const id of new Set([...Object.keys(theirs.health), ...Object.keys(ours.health)])) {
    const [there, here] = [theirs.health[id] ?? 'absent', ours.health[id] ?? 'absent'];
    if (there !== here) found.push(`${id} is ${there} there, ${here} here`);
  }
  const missing = [theirs.missing, ours.missing].map((names) => (names ?? []).join(' ') || 'none');
  if (missing[0] !== missing[1]) found.push(`missing: ${missing[0]} there, ${missing[1]} here`);
  return found;
}
