// Decides how a fault in the config is told: where, what was expected, and of what kind and length the
// value is; never the value.
import * as z from 'zod';
import { suggest } from '../core/edit-distance.ts';

const KIND: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const FORMAT: Readonly<Record<string, string>> = { email: 'an email address', url: 'a URL' };

/** Words for one zod issue; give it to `safeParse` as `error`. A schema's own message goes before it. */
export function wordIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KIND[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${listWords(issue.values)}`;
    case 'invalid_union':
      return 'options' in issue
        ? `expected ${listWords(issue.options as unknown[])}`
        : joinBranches(issue.errors ?? []);
    case 'invalid_format':
      return issue.format in FORMAT ? `expected ${FORMAT[issue.format]}` : OTHER_FORM;
    case 'too_small':
      return `expected ${countOf(issue.origin, issue.minimum)} or more`;
    case 'too_big':
      return `expected ${countOf(issue.origin, issue.maximum)} or less`;
    case 'unrecognized_keys': {
      const known = Object.keys((issue.inst as Partial<z.ZodObject>).shape ?? {});
      return issue.keys.map((key) => describeUnknownKey(key, known)).join('\n');
    }
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    default:
      return OTHER_FORM;
  }
}

/** A key that we do not know could be a secret in the wrong place: only a near miss is quoted. */
function describeUnknownKey(key: string, known: readonly string[]): string {
  const meant = suggest(key, known);
  if (meant !== null) return `unknown key "${key}", did you mean "${meant}"?`;
  return `an unknown key (${count(key.length, 'character')})`;
}

/** What any branch of a union would have taken: `expected text or a list`. */
function joinBranches(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const wishes = branches.flatMap((branch) =>
    branch.filter(({ path, message }) => path.length === 0 && message.startsWith('expected ')),
  );
  if (wishes.length === 0) return OTHER_FORM;
  return `expected ${wishes.map(({ message }) => message.slice('expected '.length)).join(' or ')}`;
}

const OTHER_FORM = 'expected a value of another form';

/** One line per fault: `notifiers[1].to[0]: expected text, received a number`. */
export function faultsOf(error: z.ZodError, raw: unknown, schema: z.ZodType): readonly string[] {
  const known = knownKeys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return error.issues.flatMap(flattenIssue).flatMap((issue) => {
    const place = renderPath(issue.path, raw, known);
    const value = valueAt(raw, issue.path);
    return issue.message.split('\n').map((line) => {
      const received = line.startsWith('expected ') ? `, received ${describe(value, issue)}` : '';
      return `${place}${line}${received}`;
    });
  });
}

/** Where exactly one branch of a union fits from outside, its inner faults say more than the union's. */
function flattenIssue(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({
      ...inner,
      path: issue.path,
      message: `the key: ${inner.message}`,
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

/** The value's kind and length; a word near to a known one is quoted with it. */
function describe(value: unknown, issue: z.core.$ZodIssue): string {
  const kind = describeValue(value);
  const words = 'values' in issue ? issue.values : 'options' in issue ? issue.options : [];
  if (typeof value !== 'string') return kind;
  const meant = suggest(value, (words as unknown[]).map(String));
  return meant === null ? kind : `"${value}", did you mean "${meant}"?`;
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'empty text';
  if (typeof value === 'string') return `text of ${count(value.length, 'character')}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return `an object with ${count(Object.keys(value).length, 'key')}`;
  return `a ${typeof value}`;
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
  return out === '' ? '' : `${out}: `;
}

function knownKeys(node: unknown): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return new Set();
  const own = 'properties' in node ? Object.keys(node.properties as object) : [];
  return new Set([...own, ...Object.values(node).flatMap((inner) => [...knownKeys(inner)])]);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => Object(value)[step], raw);
}

function listWords(words: readonly unknown[]): string {
  const quoted = words.map((word) => JSON.stringify(word));
  return quoted.length === 1 ? String(quoted[0]) : `one of ${quoted.join(', ')}`;
}

function countOf(origin: string, limit: number | bigint): string {
  if (origin === 'string') return count(limit, 'character');
  return origin === 'array' ? count(limit, 'entry', 'entries') : String(limit);
}

function count(amount: number | bigint, one: string, many = `${one}s`): string {
  return `${amount} ${Number(amount) === 1 ? one : many}`;
}
