// Reads the times that a JWT carries itself; it is never trusted for anything else.

const MAX_JWT_LENGTH = 16_384;

/** `exp` of a JWT as epoch ms, or null when the text is no JWT or carries no usable time. */
export function jwtExpiry(token: string): number | null {
  return timeClaim(token, 'exp');
}

/** `iat` of a JWT as epoch ms, or null when the text is no JWT or carries no usable time. */
export function jwtIssuedAt(token: string): number | null {
  return timeClaim(token, 'iat');
}

function timeClaim(token: string, name: 'exp' | 'iat'): number | null {
  // Every JWT header is a JSON object, so its base64url form begins with `ey`.
  if (!token.startsWith('ey') || token.length > MAX_JWT_LENGTH) return null;
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return null;
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(parts[1] as string, 'base64url').toString('utf8'),
    );
    const seconds = (claims as { exp?: unknown; iat?: unknown } | null)?.[name];
    const at = typeof seconds === 'number' ? seconds * 1_000 : Number.NaN;
    return at > 0 && at <= 8_640_000_000_000_000 ? Math.floor(at) : null;
  } catch {
    return null;
  }
}
