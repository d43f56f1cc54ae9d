import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from '../src/resolvers/index.js';

/** Writes schema.graphql. With --check it only compares, and fails if the committed file is stale. */
const path = fileURLToPath(new URL('../schema.graphql', import.meta.url));
const printed = `${printSchema(lexicographicSortSchema(await buildApiSchema()))}\n`;
if (!process.argv.includes('--check')) await writeFile(path, printed);
else if ((await readFile(path, 'utf8').catch(() => '')) !== printed) {
  process.stderr.write('schema.graphql is stale: run `npm run generate` and commit what it writes.\n');
  process.exitCode = 1;
}
