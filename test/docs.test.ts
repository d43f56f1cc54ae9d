import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { errorCodes } from '../src/errors.js';

const root = resolve(import.meta.dirname, '..');

it('docs/errors.md explains every code of the closed list, and no other', () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  const explained = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
  expect(explained.toSorted()).toEqual([...errorCodes].toSorted());
});

it('the documents name only files and folders that exist', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'operations/README.md'].concat(
    readdirSync(join(root, 'docs'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => join('docs', file)),
  );
  const exists = (path: string): boolean =>
    ['', 'src', 'docs'].some((folder) =>
      ['', '.ts', '.vue'].some((ending) => existsSync(join(root, folder, `${path}${ending}`))),
    );
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((one) => one.isDirectory());
  const folders = [
    'src',
    'test',
    'web',
    'stand-ins',
    'client',
    'bench',
    'scripts',
    ...rooms.map(({ name }) => name),
  ];
  const path = new RegExp(`(?<![\\w./-])(?:${folders.join('|')})/[\\w./-]*\\w`, 'g');
  const lost = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(path)]
      .map(([found]) => found)
      // The protocol, as proxies write it.
      .filter((found) => found !== 'http/1.1')
      .filter((found) => !exists(found) && !exists(found.replace(/\.\w+$/, '')))
      .map((found) => `${page}: ${found}`),
  );
  expect(lost).toEqual([]);
});
