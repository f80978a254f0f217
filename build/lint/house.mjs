// The lint rules of this house that no ready-made rule covers: import direction and the ambient clock.
// @ts-check
import { posix, sep } from 'node:path';
import { doors, exceptions, rooms } from './rooms.mjs';

/** Everything that names another module: static and dynamic imports, re-exports, type queries. */
const IMPORT_NODES = [
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'TSImportType',
];

/**
 * The path below the last `src/` of an absolute file name, or null outside `src`.
 * @param {string} file
 */
function pathInSrc(file) {
  const parts = file.split(sep).join('/').split('/src/');
  return parts.length > 1 ? (parts.at(-1) ?? null) : null;
}

/**
 * Says why `from` may not import `specifier`; null when it may.
 * @param {string} from path below src/
 * @param {string} specifier
 * @param {boolean} typeOnly
 * @param {boolean} lazy
 * @returns {string | null}
 */
export function directionFault(from, specifier, typeOnly, lazy) {
  const room = from.includes('/') ? from.slice(0, from.indexOf('/')) : null;
  const rule = room === null ? 'any' : rooms[room];
  if (rule === undefined) return `src/${room} is not listed in build/lint/rooms.mjs`;

  if (from === 'cli.ts' && !typeOnly && !lazy && !specifier.startsWith('node:')) {
    return 'cli.ts may import only node: modules statically, so that it can catch every other failure';
  }
  if (!specifier.startsWith('.')) {
    return rule === 'any' || rule.packages
      ? null
      : `${room} is pure: it may not import '${specifier}'`;
  }

  const to = posix.join(posix.dirname(from), specifier);
  if (exceptions.some((step) => step.from.test(from) && step.to.test(to))) return null;
  for (const door of doors) {
    if (door.to.test(to) && !door.from.test(from)) return `${to} may not be imported from ${from}`;
  }
  if (rule === 'any') return null;
  const allowed = [room, ...rule.rooms].some((name) => to.startsWith(`${name}/`));
  if (allowed || rule.values.includes(to)) return null;
  if (rule.types.includes(to)) return typeOnly ? null : `${room} may import only types from ${to}`;
  return `${room} may not import ${to}`;
}

const direction = {
  /** @param {any} context */
  create(context) {
    const from = pathInSrc(context.filename);
    if (from === null) return {};
    /** @param {any} node */
    const visit = (node) => {
      const specifier = (node.source ?? node.argument)?.value;
      if (typeof specifier !== 'string') {
        if (node.type === 'ImportExpression') {
          context.report({ node, message: 'an import must name its module literally' });
        }
        return;
      }
      const typeOnly =
        node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
      const fault = directionFault(from, specifier, typeOnly, node.type === 'ImportExpression');
      if (fault) context.report({ node, message: fault });
    };
    return Object.fromEntries(IMPORT_NODES.map((type) => [type, visit]));
  },
};

const MESSAGE = 'the time of a run is an argument here: read `now` once, at the edge';

const noAmbientClock = {
  /** @param {any} context */
  create(context) {
    /** @param {any} node */
    const isDate = (node) => node.type === 'Identifier' && node.name === 'Date';
    return {
      /** @param {any} node */
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) {
          context.report({ node, message: MESSAGE });
        }
      },
      /** @param {any} node */
      CallExpression(node) {
        if (isDate(node.callee)) context.report({ node, message: MESSAGE });
      },
      /** @param {any} node */
      MemberExpression(node) {
        if (isDate(node.object) && (node.property.name ?? node.property.value) === 'now') {
          context.report({ node, message: MESSAGE });
        }
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: { direction, 'no-ambient-clock': noAmbientClock },
};
