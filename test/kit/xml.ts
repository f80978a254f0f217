// Checks that a text is well-formed XML 1.0, as far as documents without DTD and comments go.

const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const NAME = '[A-Za-z_][\\w.-]*';
const TOKEN = new RegExp(
  `<\\?xml [^?]*\\?>|<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`,
  'uy',
);
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements in order of their end; throws where the text is not well-formed. */
export function parseXml(xml: string): XmlElement[] {
  if (FORBIDDEN.test(xml)) throw new Error('a character that XML 1.0 forbids');
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const done: XmlElement[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null)
      throw new Error(`no XML at ${at}: ${JSON.stringify(xml.slice(at, at + 60))}`);
    const [token, closing, name, attributes = '', selfClosing, text] = match;
    if (STRAY_AMPERSAND.test(token)) throw new Error(`stray ampersand at ${at}`);
    if (text !== undefined) {
      const parent = open.at(-1);
      if (parent) parent.text += unescapeXml(text);
      else if (text.trim() !== '') throw new Error(`text outside the root at ${at}`);
    } else if (name !== undefined && closing) {
      const element = open.pop();
      if (element?.name !== name) throw new Error(`</${name}> at ${at} closes ${element?.name}`);
      done.push(element);
    } else if (name !== undefined) {
      const element = { name, attributes: parseAttributes(attributes), text: '' };
      if (selfClosing) done.push(element);
      else open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`never closed: ${open.map(({ name }) => name).join(', ')}`);
  return done;
}

function parseAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    unescapeXml(value),
  ]);
  const attributes = Object.fromEntries(pairs) as Record<string, string>;
  if (Object.keys(attributes).length !== pairs.length) throw new Error('an attribute comes twice');
  return attributes;
}

function unescapeXml(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
}
