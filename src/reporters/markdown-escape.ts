// Escapes visible text for GitHub's Markdown, in sentences, table cells and code.

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Text as a part of a sentence or a table cell: no markup, no HTML, no link. `@` and `#` that could
 * mention a person or an issue stand in code, since GitHub links them after all escapes are resolved.
 */
export function inline(text: string): string {
  return text
    .replace(/[<>&]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\\`*_[\]|~$!]/g, String.raw`\$&`)
    .replace(/(?:(?<!\w)@|#)(?=\w)/g, '`$&`')
    .replace(/:\/\//g, String.raw`\://`)
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`);
}

/**
 * A name as inline code, fit for a table cell. GitHub splits a cell at a bar even inside backticks and
 * reads `\\|` as an escaped backslash before a bare bar, so names with such characters take entities.
 */
export function code(name: string): string {
  if (/^[^\s`|\\](?:[^`|\\]*[^\s`|\\])?$/.test(name)) return `\`${name}\``;
  const entities = name.replace(
    /[^A-Za-z0-9 -]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
  return `<code>${entities}</code>`;
}

/** Lines as a code block, fenced by more backticks than they hold. */
export function fence(lines: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(lines) + 1));
  return `${ticks}${language}\n${lines}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
