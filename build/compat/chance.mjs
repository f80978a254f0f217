// Repeatable chance: the same seed makes the same case on every machine.
// @ts-check

/** @typedef {ReturnType<typeof createChance>} Chance */

/** @param {number} seed */
export function createChance(seed) {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to spread cases.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** True this often. @param {number} share */
    often: (share) => next() < share,
    /** One of them. @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]),
    /** A whole number up to `top`. @param {number} top */
    upTo: (top) => Math.floor(next() * (top + 1)),
  };
}
