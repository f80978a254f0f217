// Decides how a fault in the config is told: where, what was expected, and of what kind and length the
// value is; never the value.
import * as z from 'zod';
import { suggest } from '../core/edit-distance.ts';
import { fault, type Fault } from '../core/fault.ts';
import { asMessage, expecting, faultsIn } from '../core/fault-text.ts';

const KIND: Readonly<Record<string, Fault>> = {
  string: fault('text'),
  number: fault('aNumber'),
  int: fault('wholeNumber'),
  boolean: fault('trueOrFalse'),
  array: fault('list'),
  object: fault('object'),
  record: fault('object'),
};

const FORMAT: Readonly<Record<string, Fault>> = { email: fault('emailAddress'), url: fault('url') };

const OTHER_FORM = fault('otherForm');

/** The fault of one zod issue; give it to `safeParse` as `error`. A schema's own message goes before it. */
export function wordIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys((issue.inst as Partial<z.ZodObject>).shape ?? {});
    return asMessage(...issue.keys.map((key) => unknownKey(key, known)));
  }
  return expecting(wishOf(issue));
}

function wishOf(issue: z.core.$ZodRawIssue): Fault {
  switch (issue.code) {
    case 'invalid_type':
      return KIND[issue.expected] ?? fault('kind', issue.expected);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue
        ? oneOf(issue.options as unknown[])
        : joinBranches(issue.errors ?? []);
    case 'invalid_format':
      return FORMAT[issue.format] ?? OTHER_FORM;
    case 'too_small':
      return fault('orMore', countOf(issue.origin, issue.minimum));
    case 'too_big':
      return fault('orLess', countOf(issue.origin, issue.maximum));
    case 'unrecognized_keys':
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    default:
      return OTHER_FORM;
  }
}

/** A key that we do not know could be a secret in the wrong place: only a near miss is quoted. */
function unknownKey(key: string, known: readonly string[]): Fault {
  const meant = suggest(key, known);
  return meant === null ? fault('unknownKey', key.length) : fault('unknownKeyNear', key, meant);
}

/** What any branch of a union would have taken: `text or a list`. */
function joinBranches(branches: readonly (readonly z.core.$ZodIssue[])[]): Fault {
  const wishes = branches
    .flatMap((branch) => branch.filter(({ path }) => path.length === 0))
    .flatMap(({ message }) => faultsIn(message).flatMap((one) => wishIn(one) ?? []));
  return wishes.length === 0 ? OTHER_FORM : wishes.reduce((all, one) => fault('either', all, one));
}

/** What is expected, where that is what a fault says. */
function wishIn({ says, parts: [wish] }: Fault): Fault | null {
  return says === 'expected' && typeof wish === 'object' ? wish : null;
}

/** One for each: `notifiers[1].to[0]: expected text, received a number`. */
export function faultsOf(error: z.ZodError, raw: unknown, schema: z.ZodType): readonly Fault[] {
  const known = knownKeys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return error.issues.flatMap(flattenIssue).flatMap((issue) => {
    const place = renderPath(issue.path, raw, known);
    const value = valueAt(raw, issue.path);
    return faultsIn(issue.message).map((one) => {
      const wish = wishIn(one);
      const what = wish === null ? one : butGiven(wish, value, issue);
      return place === '' ? what : fault('at', place, what);
    });
  });
}

/** Where exactly one branch of a union fits from outside, its inner faults say more than the union's. */
function flattenIssue(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({
      ...inner,
      path: issue.path,
      message: asMessage(...faultsIn(inner.message).map((one) => fault('ofKey', one))),
    }));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.filter((branch) => branch.every(({ path }) => path.length > 0));
  const [branch] = fitting;
  if (branch === undefined || fitting.length > 1) return [issue];
  return branch.flatMap((inner) =>
    flattenIssue({ ...inner, path: [...issue.path, ...inner.path] }),
  );
}

/** With the value's kind and length; a word near to a known one is quoted with it. */
function butGiven(wish: Fault, value: unknown, issue: z.core.$ZodIssue): Fault {
  const words = 'values' in issue ? issue.values : 'options' in issue ? issue.options : [];
  const meant = typeof value === 'string' ? suggest(value, (words as unknown[]).map(String)) : null;
  return meant === null
    ? fault('expectedNot', wish, kindOf(value))
    : fault('expectedNear', wish, value as string, meant);
}

function kindOf(value: unknown): Fault {
  if (value === undefined) return fault('nothing');
  if (value === null) return fault('kind', 'null');
  if (value === '') return fault('emptyText');
  if (typeof value === 'string') return fault('textOf', value.length);
  if (Array.isArray(value)) return fault('listOf', value.length);
  if (typeof value === 'object') return fault('objectOf', Object.keys(value).length);
  if (typeof value === 'number') return fault('aNumber');
  return fault('aKind', typeof value);
}

/** Keys that users make up (profile ids) are told by position: a secret may stand there by mistake. */
function renderPath(
  path: readonly PropertyKey[],
  raw: unknown,
  known: ReadonlySet<string>,
): string {
  let out = '';
  let parent = raw;
  for (const step of path) {
    if (typeof step === 'number') out += `[${step}]`;
    else if (known.has(String(step))) out += out === '' ? String(step) : `.${String(step)}`;
    else out += `[key ${Object.keys(parent as object).indexOf(String(step)) + 1}]`;
    parent = valueAt(parent, [step]);
  }
  return out;
}

function knownKeys(node: unknown): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return new Set();
  const own = 'properties' in node ? Object.keys(node.properties as object) : [];
  return new Set([...own, ...Object.values(node).flatMap((inner) => [...knownKeys(inner)])]);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => Object(value)[step], raw);
}

function oneOf(words: readonly unknown[]): Fault {
  const quoted = words.map((word) => JSON.stringify(word)).join(', ');
  return words.length === 1 ? fault('kind', quoted) : fault('oneOfThese', quoted);
}

function countOf(origin: string, limit: number | bigint): Fault | string {
  if (origin === 'string') return fault('characters', Number(limit));
  return origin === 'array' ? fault('entries', Number(limit)) : String(limit);
}
