// Says which room of src/ may import which: the direction of the house, enforced by lint.
// @ts-check

/** Files every adapter room may import besides itself and `core`: the ports (types only) and two constants. */
const shared = { types: ['world.ts'], values: ['version.ts'] };

/**
 * Room → what it may import beyond itself; `any` wires rooms together. A folder that is not listed
 * here fails lint, so a new room has to state its direction first.
 * @type {Readonly<Record<string, 'any' | { rooms: string[], types: string[], values: string[], packages: boolean }>>}
 */
export const rooms = {
  core: { rooms: [], types: [], values: [], packages: false },
  openclaw: { rooms: ['core'], ...shared, packages: true },
  checks: { rooms: ['core'], ...shared, packages: true },
  mirrors: { rooms: ['core'], ...shared, packages: true },
  probes: { rooms: ['core'], ...shared, packages: true },
  notifiers: { rooms: ['core'], ...shared, packages: true },
  reporters: { rooms: ['core'], ...shared, packages: true },
  state: { rooms: ['core'], ...shared, packages: true },
  config: { rooms: ['core'], ...shared, packages: true },
  ci: { rooms: ['core'], ...shared, packages: true },
  languages: { rooms: ['core'], ...shared, packages: false },
  commands: 'any',
  install: 'any',
  doctor: 'any',
  init: 'any',
  demo: 'any',
  web: 'any',
};

/** Single steps out of a room, each with its reason. */
export const exceptions = [
  { from: /^checks\/acceptance\.ts$/, to: /^probes\//, why: 'turns probe results into findings' },
  {
    from: /^(notifiers|probes)\//,
    to: /^config\/option-types\.ts$/,
    why: 'channels and probes state their options in the same words',
  },
];

/** What only the named files may import: commands are entered from the table, demo from its command. */
export const doors = [
  { to: /^commands\//, from: /^(commands\/|main\.ts$)/ },
  { to: /^demo\//, from: /^(commands|demo)\// },
];
