// Says as whom a gateway is read when the answer of OpenClaw's own command line is wanted.
import type { Era } from './parse-profile.ts';

/** `openclaw models status` of one version, as it would be run here. */
export interface CommandLine {
  /** The stores that this version reads. */
  readonly era: Era;
  /** Its config schema, its variables and what it refuses are known; of the versions between they are not. */
  readonly isKnown: boolean;
  /** Some agent is named with `--agent`. */
  readonly namesAgent: boolean;
  /** `--agent main` is among them, which outranks `OPENCLAW_AGENT_DIR`. */
  readonly namesMain: boolean;
}
