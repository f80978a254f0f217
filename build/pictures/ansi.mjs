// Turns what a terminal shows into a page that looks like it.
// @ts-check

const COLOURS = /** @type {Record<string, string>} */ ({
  1: 'font-weight:700',
  2: 'color:#8b96a3',
  31: 'color:#f97066',
  32: 'color:#47cd89',
  33: 'color:#fdb022',
  36: 'color:#67d4e8',
});

/**
 * @param {string} output
 * @param {number} columns
 */
export function terminalPage(output, columns) {
  const text = output
    .replaceAll('\r', '')
    .trimEnd()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\u001b\[(\d*)m/g, (_, code) =>
      code === '0' || code === '' ? '</span>' : `<span style="${COLOURS[code] ?? ''}">`,
    );
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#101418}
pre{display:inline-block;margin:0;padding:14px 18px;width:${columns}ch;box-sizing:content-box;color:#e6e9ec;font:14px/1.4 'DejaVu Sans Mono',monospace}</style><pre>${text}</pre>`;
}
