// Puts text into HTML so that it stays text, in elements and in quoted attributes alike.

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A command or an advice on it, escaped: an option is broken before its dashes only, where the style sheet
 * makes `word` an inline block.
 */
export function commandHtml(line: string): string {
  return line
    .split(' ')
    .map((word) =>
      word.includes('-') ? `<span class="word">${escapeHtml(word)}</span>` : escapeHtml(word),
    )
    .join(' ');
}

/** Escapes a text for the content of an element or a quoted attribute, of HTML or SVG. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}
