// Tells in another language what is kept in English: why a channel did not deliver. Quotes stay as they are.
import {
  deliverySentences as english,
  ownReasons,
  type DeliveryPhrases,
  type OwnReason,
} from './phrases/delivery-phrases.ts';

const WORD = String.raw`(\S+)`;
const REST = '(.+)';
const LATE: OwnReason = 'no time left';

/** Our sentences as they are found again: the English one, with what goes into it left open. */
const SENTENCES: Readonly<Record<keyof DeliveryPhrases['sentences'], string>> = {
  answered: english.answered(WORD, WORD),
  code: english.code(WORD, WORD),
  accepted: english.accepted(WORD, WORD, WORD),
  took: english.took(WORD, WORD, WORD),
  told: english.told(WORD, WORD),
  exit: english.exit(String.raw`(\d+)`),
  queuedBy: english.queuedBy(REST),
  refused: english.refused(REST),
  unexpected: english.unexpected(WORD),
  broken: english.broken(WORD),
};

type Say = (words: DeliveryPhrases, parts: readonly string[]) => string;

interface Known {
  /** The whole of a piece, or its end behind whom or what it is about; then perhaps a quote in brackets. */
  readonly pattern: RegExp;
  readonly say: Say;
}

// The longest first: the end of a reason may be another one.
const KNOWN: readonly Known[] = [
  ...ownReasons
    .toSorted((a, b) => b.length - a.length)
    .map((reason: OwnReason) => known(escaped(reason), ({ reasons }) => reasons[reason])),
  ...(Object.keys(SENTENCES) as (keyof typeof SENTENCES)[]).map((name) =>
    known(SENTENCES[name], ({ sentences }, parts) => spoken(sentences[name], parts)),
  ),
  // A platform's own name of a fault.
  known('([a-z]+(?:_[a-z]+)+)', (_words, [code = '']) => code),
];

// How many parts a sentence has is how many its pattern leaves open.
function spoken(sentence: (...parts: string[]) => string, parts: readonly string[]): string {
  return sentence(...parts);
}

function known(source: string, say: Say): Known {
  return { pattern: new RegExp(String.raw`^(?:(.+?)(: |, | ))??${source}( \(.*\))?$`), say };
}

function escaped(text: string): string {
  return text.replaceAll(/[?()]/g, String.raw`\$&`);
}

const FAULT = /^(?:(.*?): )?(transient|ambiguous|auth|permanent|gone): (.*)$/;

/**
 * Our own words in a kept error (`fault: detail`, perhaps behind a channel), or in a detail alone, in
 * another language. What nobody here wrote stays as it is.
 */
export function toldDelivery(text: string, words: DeliveryPhrases): string {
  const [, channel, fault, detail] = FAULT.exec(text) ?? [];
  if (fault === undefined || detail === undefined) return toldDetail(text, words);
  const told = `${words.faults[fault as keyof DeliveryPhrases['faults']]}: ${toldDetail(detail, words)}`;
  return channel === undefined ? told : `${channel}: ${told}`;
}

function toldDetail(detail: string, words: DeliveryPhrases): string {
  return pieces(detail)
    .map((piece) => toldPiece(piece, words))
    .join('; ');
}

function toldPiece(piece: string, words: DeliveryPhrases): string {
  for (const { pattern, say } of KNOWN) {
    const found = pattern.exec(piece);
    if (found === null) continue;
    const [, about, joint = '', ...parts] = found;
    const quote = toldQuote(parts.pop() ?? '', words);
    const before = about === undefined ? '' : `${toldPiece(about, words)}${joint}`;
    return `${before}${say(words, parts)}${quote}`;
  }
  return piece;
}

/** A program that was not started for want of time said nothing itself. */
function toldQuote(quote: string, { reasons }: DeliveryPhrases): string {
  return quote === ` (${LATE})` ? ` (${reasons[LATE]})` : quote;
}

/** Parts between semicolons; those in brackets are of a quote. */
function pieces(detail: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  const marks = /[()]|; /g;
  for (let mark = marks.exec(detail); mark !== null; mark = marks.exec(detail)) {
    const { 0: sign, index } = mark;
    if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      found.push(detail.slice(from, index));
      from = index + sign.length;
    }
  }
  return from === 0 ? [detail] : [...found, detail.slice(from)];
}
