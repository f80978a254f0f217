// Decides where the page is served: an address of this machine and a port.

/** A socket to listen on. */
export interface ListenAddress {
  /** An IP address, or `localhost`. */
  readonly host: string;
  readonly port: number;
}

/** This machine alone; the port lies beside those that OpenClaw's gateway takes (18789 to 18793). */
export const DEFAULT_ADDRESS: ListenAddress = { host: '127.0.0.1', port: 18_780 };

const SHAPE = /^(?:(\d{1,3}(?:\.\d{1,3}){3}|localhost|\[[\da-f:.]+\]):)?(\d{1,5})$/i;

/** Reads `PORT`, `127.0.0.1:PORT`, `localhost:PORT` or `[::1]:PORT`; null for anything else. Port 0 takes a free one. */
export function parseListenAddress(text: string): ListenAddress | null {
  const [, host = DEFAULT_ADDRESS.host, digits = ''] = SHAPE.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) return null;
  if (host.split('.').some((part) => /^\d+$/.test(part) && Number(part) > 255)) return null;
  return { host: host.replaceAll(/[[\]]/g, '').toLowerCase(), port };
}

/** True for an address that only this machine reaches. */
export function isLoopback({ host }: Pick<ListenAddress, 'host'>): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** As it stands in a URL. */
export function authorityOf({ host, port }: ListenAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
