// What a judgement looks at, found out by judging once and taking notes.
import type { Files, World } from '../world.ts';

/** What a unit has to see so that it judges as the shell does. */
export interface Judged {
  /** State directories and agents' directories: all that lies in them counts. */
  readonly directories: readonly string[];
  /** Files and listed directories besides: environment, units, logins, logs. */
  readonly further: readonly string[];
}

/** Notes what is looked at through `files` and exists. */
export function takeNotes(files: Files): { readonly files: Files; readonly noted: Set<string> } {
  const noted = new Set<string>();
  return {
    noted,
    files: {
      read(path) {
        noted.add(path);
        return files.read(path);
      },
      text(path) {
        noted.add(path);
        return files.text(path);
      },
      stat(path) {
        const stat = files.stat(path);
        if (stat?.isFile) noted.add(path);
        return stat;
      },
      isSymlink: (path) => files.isSymlink(path),
      list(path) {
        const names = files.list(path);
        if (names.length > 0) noted.add(path);
        return names;
      },
      links: (path) => files.links(path),
      realpath: (path) => files.realpath(path),
    },
  };
}

/** `path` lies in `root` or is it. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root === '/' ? root : `${root}/`);
}

/**
 * The fewest paths that hold all of `judged`, links followed: a link may lead out of the directory
 * that is seen. A directory that holds the home itself is left out.
 */
export function rootsOf(
  { directories, further }: Judged,
  { files }: Pick<World, 'files'>,
  home: string,
): readonly string[] {
  const named = [...directories, ...further];
  const all = new Set([...named, ...named.map((path) => realOf(files, path))]);
  const roots = [...all].filter((path) => !isWithin(home, path) && isThere(files, path));
  return roots
    .filter((path) => !roots.some((other) => other !== path && isWithin(path, other)))
    .sort();
}

function realOf(files: Files, path: string): string {
  try {
    return files.realpath(path);
  } catch {
    return path;
  }
}

function isThere(files: Files, path: string): boolean {
  try {
    return files.stat(path) !== null;
  } catch {
    // Something on the way refuses; the unit may fare better.
    return true;
  }
}
