// The colours of pages and mails: one design, told once.

/** Bars and edges by how bad it is; white text on each has a contrast above 4.5 : 1. */
export const barColour = {
  fail: '#b42318',
  warn: '#93370d',
  notice: '#175cd3',
  info: '#475467',
  recovered: '#067647',
} as const;

/** Surfaces and texts by day. */
export const light = {
  page: '#f2f4f6',
  card: '#ffffff',
  line: '#d9dee3',
  text: '#1d2733',
  muted: '#5b6773',
  code: '#f2f4f6',
} as const;

/** The same by night. */
export const dark = {
  page: '#101418',
  card: '#1b2127',
  line: '#323a43',
  text: '#e6e9ec',
  muted: '#a3adb8',
  code: '#0b0e11',
} as const;

export const sansFaces = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
export const monoFaces = 'ui-monospace,Menlo,Consolas,monospace';
