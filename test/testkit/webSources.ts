import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../web/src');

export interface WebSource {
  /** Below web/src. */
  path: string;
  text: string;
}

/** All source files of the web app, without generated ones. */
export const webSources: WebSource[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|vue|css|graphql)$/.test(path) && !path.includes('generated'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
