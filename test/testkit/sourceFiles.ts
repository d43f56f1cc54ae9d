import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** An import or re-export of a file of this repository. */
export interface SourceImport {
  /** Path of the imported file, from the root of the repository. */
  to: string;
  /** Erased at build time. */
  isTypeOnly: boolean;
  /** Loaded by `import()`. */
  isDynamic: boolean;
}

/** A TypeScript or Vue file, its path from the root of the repository. */
export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  imports: SourceImport[];
}

const IMPORT =
  /^(?:import|export)\s(?<clause>[^;'"]*?)from\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

/** True for `import type …` and for braces in which every name is a type. */
function isTypeOnly(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([^}]*)\}\s*$/.exec(clause)?.[1]?.split(',') ?? [''];
  return names.every((name) => name.trim() === '' || /^type\s/.test(name.trim())) && clause.includes('type ');
}

/**
 * Reads the TypeScript and Vue files below folders of the repository, without generated ones, with their
 * imports of each other.
 */
export function sourceFiles(...folders: string[]): SourceFile[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|vue)$/.test(path) && !/(?:^|\/)(?:generated|node_modules|dist)\//.test(path))
      .map((path) => join(folder, path)),
  );
  const known = new Set(paths);
  const find = (from: string, specifier: string): string | undefined => {
    const path = relative(root, resolve(root, dirname(from), specifier));
    return [path, path.replace(/\.js$/, '.ts'), `${path}.ts`, `${path}/index.ts`].find((one) =>
      known.has(one),
    );
  };
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const imports = [...text.matchAll(IMPORT)].flatMap(({ groups = {} }): SourceImport[] => {
      const to = find(path, groups['from'] ?? groups['bare'] ?? groups['dynamic'] ?? '');
      if (to === undefined) return [];
      const isDynamic = groups['dynamic'] !== undefined;
      return [{ to, isDynamic, isTypeOnly: !isDynamic && isTypeOnly((groups['clause'] ?? '').trim()) }];
    });
    return { path, text, lines: text.trimEnd().split('\n').length, imports };
  });
}

/** Groups of files that import each other in a circle. Type imports count, dynamic imports do not. */
export function importCircles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ isDynamic }) => !isDynamic).map(({ to }) => to),
    ]),
  );
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const queue = [from];
    for (let path = queue.pop(); path !== undefined; path = queue.pop())
      for (const next of imports.get(path) ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
    return seen;
  };
  const reached = new Map(files.map(({ path }) => [path, reach(path)]));
  const inCircle = files.map(({ path }) => path).filter((path) => reached.get(path)?.has(path));
  const circles = inCircle.map((path) =>
    inCircle.filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)).sort(),
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}
