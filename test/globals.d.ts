// Types that postal-mime takes from a browser's library and Node has under node:util.
import type { TextDecoder as Decoder, TextEncoder as Encoder } from 'node:util';

declare global {
  interface TextDecoder extends Decoder {}
  interface TextEncoder extends Encoder {}
}
