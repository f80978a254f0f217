// Unpacks Zstandard on every Node: with its own decoder, and where it has none with one in JavaScript.
import * as zlib from 'node:zlib';

/** The text in what is packed. Throws for what is not packed so, is cut, or holds more than was allowed. */
export type Unpack = (packed: Uint8Array) => string;

/** The types of Node 20 do not know it. */
interface Zstd {
  readonly zstdDecompressSync?: (
    packed: Uint8Array,
    options: { maxOutputLength: number },
  ) => Buffer;
}

/** The decoder for texts of at most `limitBytes`. */
export async function zstdDecoder(limitBytes: number): Promise<Unpack> {
  const own = (zlib as Zstd).zstdDecompressSync;
  if (own) return (packed) => own(packed, { maxOutputLength: limitBytes }).toString('utf8');
  return portableDecoder(limitBytes);
}

/** The one for Node before 22.15. */
export async function portableDecoder(limitBytes: number): Promise<Unpack> {
  const { Decompress } = await import('fzstd');
  return (packed) => {
    const parts: Uint8Array[] = [];
    let left = limitBytes;
    const stream = new Decompress((part) => {
      left -= part.length;
      if (left < 0) throw new RangeError(`more than ${limitBytes} bytes`);
      parts.push(part.slice());
    });
    stream.push(packed, true);
    return Buffer.concat(parts).toString('utf8');
  };
}
