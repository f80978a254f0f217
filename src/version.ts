// Names the program and its version; the build and the test set-up put the values of package.json in.
declare const __NAME__: string;
declare const __VERSION__: string;
declare const __BUILT_AT__: number;

/** The npm package's name. */
export const name: string = __NAME__;

/** The npm package's version, e.g. `1.2.3`. */
export const version: string = __VERSION__;

/** When this program was built, epoch ms: no honest clock is before it. */
export const builtAt: number = __BUILT_AT__;
