// Types that postal-mime takes from a browser's library and Node has under node:util.
import type { TextDecoder as Decoder, TextEncoder as Encoder } from 'node:util';

declare global {
  interface TextDecoder extends Decoder {}
  interface TextEncoder extends Encoder {}

  // What playwright-core's types name of a browser's own; ours know no browser.
  interface Node {}
  interface HTMLElement {}
  interface SVGElement {}
  interface HTMLElementTagNameMap {}
}
