// The mirrors by policy name.
import type { MirrorName } from '../core/policy.ts';
import type { Mirror } from './mirror.ts';
import { openclaw20262 } from './openclaw-2026-2.ts';
import { openclaw20266 } from './openclaw-2026-6.ts';
import { openclaw20269 } from './openclaw-2026-9.ts';

export const mirrors = {
  'openclaw-2026.2': openclaw20262,
  'openclaw-2026.6': openclaw20266,
  'openclaw-2026.9': openclaw20269,
} satisfies Record<MirrorName, Mirror>;
