import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, Kind, OperationTypeNode, parse, print } from 'graphql';
import { publicRows } from '../src/http/publicReads/publicRows.js';

/**
 * Writes the trusted documents: the queries in operations/ that read one public row, by the SHA-256 of their
 * printed text. With --check it only compares, and fails if a committed file is stale.
 */
const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** The root field of a document that is one query of one public row; null for every other. */
function publicField({ definitions }: DocumentNode): string | null {
  const [operation, ...others] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null;
  const [field, ...more] = operation.selectionSet.selections;
  const isOneField = field?.kind === Kind.FIELD && more.length === 0;
  if (operation.operation !== OperationTypeNode.QUERY || !isOneField) return null;
  return field.name.value in publicRows ? field.name.value : null;
}

const files = (await readdir(pathOf('operations'))).filter((file) => file.endsWith('.graphql')).sort();
const documents = await Promise.all(
  files.map(async (file) => {
    const document = parse(await readFile(pathOf(`operations/${file}`), 'utf8'));
    const text = print(document);
    const field = publicField(document);
    const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    return field === null ? [] : [{ id, name: file.replace('.graphql', ''), field, text }];
  }),
).then((all) => all.flat());

const ids = Object.fromEntries(documents.map(({ name, id }) => [name, id]));
const written = {
  'operations/generated/documents.json': `${JSON.stringify(ids, null, 2)}\n`,
  'src/http/publicReads/generated/documents.ts': `/* eslint-disable */
// Written by \`npm run generate\` from operations/.
export const documents = ${JSON.stringify(documents, null, 2)} as const;
`,
};
for (const [file, text] of Object.entries(written)) {
  if (!process.argv.includes('--check')) {
    await mkdir(dirname(pathOf(file)), { recursive: true });
    await writeFile(pathOf(file), text);
  } else if ((await readFile(pathOf(file), 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${file} is stale: run \`npm run generate\` and commit what it writes.\n`);
    process.exitCode = 1;
  }
}
