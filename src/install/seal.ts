// Decides whether a file is still as install wrote it: its first line carries a digest of the rest.
import { createHash } from 'node:crypto';

const WORDS = 'Written by openclaw-auth-monitor install, which leaves an edited file alone.';

/** An XML declaration, or a script's interpreter, has to stay the first line. */
const PROLOG = /^(?:<\?xml|#!)[^\n]*\n/;
const SEAL = /^((?:<\?xml|#!)[^\n]*\n)?[^\n]*\bsha256:([0-9a-f]{16})(?: -->)?\n/;

/** The text under a first line with its digest; `comment` starts a comment in this kind of file. */
export function sealed(text: string, comment: string): string {
  const prolog = PROLOG.exec(text)?.[0] ?? '';
  const end = comment === '<!--' ? ' -->' : '';
  const seal = `${comment} ${WORDS} sha256:${digest(text)}${end}\n`;
  return prolog + seal + text.slice(prolog.length);
}

/** Ours, and nobody has touched it since. */
export function isPristine(content: string): boolean {
  const found = SEAL.exec(content);
  if (found === null) return false;
  const [seal, prolog = '', claimed] = found;
  return claimed === digest(prolog + content.slice(seal.length));
}

/** What differs, line by line: `-` stands in the file, `+` would be installed. */
export function differences(present: string, wanted: string): readonly string[] {
  const only = (text: string, other: string): string[] => {
    const left = other.split('\n');
    return text.split('\n').filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0 && !line.includes(WORDS);
    });
  };
  return [
    ...only(present, wanted).map((line) => `- ${line}`),
    ...only(wanted, present).map((line) => `+ ${line}`),
  ];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
