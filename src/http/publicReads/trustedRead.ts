import { AppError } from '../../errors.js';
import { documents } from './generated/documents.js';
import { publicRows, type PublicRow } from './publicRows.js';

/** Longer than the variables of any trusted document. */
const MAX_VARIABLES = 1_000;

/** One of the documents that anyone may run by its id, with variables. */
export interface TrustedRead {
  /** The same for all requests with the same answer. */
  key: string;
  name: string;
  text: string;
  variables: { slug?: unknown };
  row: PublicRow;
}

const byId = new Map<unknown, (typeof documents)[number]>(documents.map((one) => [one.id, one]));

const badRequest = (message: string): AppError => new AppError('BAD_REQUEST', message);

function parseVariables(text: unknown): object {
  if (text === undefined) return {};
  if (typeof text !== 'string' || text.length > MAX_VARIABLES)
    throw badRequest(`variables: must be given once, in at most ${MAX_VARIABLES} characters.`);
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // As below.
  }
  throw badRequest('variables: must be a JSON object.');
}

/**
 * Reads the query string of `GET /graphql?documentId=…&variables=…`. Variables that the document does not declare are
 * ignored, as in every operation. Whether the others fit is for the execution to say.
 * @throws AppError BAD_REQUEST
 */
export function parseTrustedRead(query: Record<string, unknown>): TrustedRead {
  if (query.query !== undefined) throw badRequest('Send either query or documentId.');
  const document = byId.get(query.documentId);
  if (document === undefined) throw badRequest('documentId: no trusted document has this id.');
  const { name, text, field } = document;
  if (query.operationName !== undefined && query.operationName !== name)
    throw badRequest('operationName: the document has no such operation.');
  const given = parseVariables(query.variables);
  const variables = Object.hasOwn(given, 'slug') ? { slug: (given as { slug: unknown }).slug } : {};
  return { key: `${name} ${JSON.stringify(variables)}`, name, text, variables, row: publicRows[field] };
}
