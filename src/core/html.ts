// Puts text into HTML so that it stays text, in elements and in quoted attributes alike.

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// An option with its value, or one word.
const PART = /--\S+ [^\s-]\S*|\S+|\s+/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * A command or an advice on it, escaped: an option stays with its value and is broken before its dashes
 * only, where the style sheet makes `word` an inline block. A name that is written from right to left
 * takes nothing beside it along.
 */
export function commandHtml(line: string): string {
  return line.replaceAll(PART, (part) => {
    const text = escapeHtml(part);
    if (part.includes('-')) return `<span class="word" dir="ltr">${text}</span>`;
    return RIGHT_TO_LEFT.test(part) ? `<span dir="ltr">${text}</span>` : text;
  });
}

/** Escapes a text for the content of an element or a quoted attribute, of HTML or SVG. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITY[character] ?? character);
}
