// Decides where a base URL ends and a probe's own path begins.

/**
 * The base without the last segments that `path` begins with: `https://host/v1` and `/v1/models` name one
 * `/v1`, since the base URLs of OpenAI's and most other libraries end with the version.
 */
export function baseFor(baseUrl: string, path: string): string {
  const url = new URL(baseUrl);
  const base = segments(url.pathname);
  const own = segments(path.replace(/\?.*/s, ''));
  const most = Math.min(base.length, own.length);
  const shared = Array.from({ length: most }, (_, index) => most - index).find((count) =>
    base.slice(-count).every((segment, at) => segment === own[at]),
  );
  const kept = base.slice(0, base.length - (shared ?? 0));
  return [url.origin, ...kept].join('/');
}

function segments(pathname: string): readonly string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}
