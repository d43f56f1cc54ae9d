import { jsonrepair } from 'jsonrepair';
import { z } from 'zod';
import type { DocumentFormat } from '../../modelSettings.js';
import { type JsonRequest, UpstreamError } from '../ports.js';

/** An answer that is not a document of the requested shape. */
export class UnfitDocument extends UpstreamError {
  /** @param fields what is wrong, field by field, without quoting the answer */
  constructor(readonly fields: string[]) {
    super("The model's answer did not have the requested shape.", 'malformed');
  }
}

/** What is wrong with an answer that contains no document. */
export const NOT_A_DOCUMENT = 'the answer is not a JSON document';

function parsed(text: string, parse: (text: string) => unknown): unknown[] {
  try {
    return [parse(text)];
  } catch {
    return [];
  }
}

/**
 * The documents that a text may contain, the likeliest first: all of it, the content of a code fence, or what
 * stands between the first and the last bracket, as it is or repaired (trailing commas, single quotes).
 */
function* documentsIn(text: string): Generator<unknown> {
  yield* parsed(text, JSON.parse);
  const fenced = [...text.matchAll(/```[a-z]*\s*([\s\S]*?)```/gi)].map(([, content]) => content ?? '');
  for (const content of fenced) yield* parsed(content, JSON.parse);
  const bracketed = text.slice(
    text.search(/[{[]/),
    Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1,
  );
  if (!text.includes('{')) return;
  yield* parsed(bracketed, JSON.parse);
  const objects = balanced(text);
  yield* objects.flatMap((object) => parsed(object, JSON.parse));
  // The largest first: braces in the prose around a document hold a word or two.
  const largest = objects.toSorted((a, b) => b.length - a.length).slice(0, MOST_REPAIRED);
  const dirty = [...fenced, ...largest, bracketed];
  for (const content of dirty) yield* parsed(content, (one) => JSON.parse(jsonrepair(one)));
}

/** How many brackets without a partner, and how many objects, are looked at. A model in a loop writes thousands. */
const MOST_UNBALANCED = 20;
const MOST_REPAIRED = 8;

/** The outermost `{…}` of a text, each balanced outside of strings. */
function balanced(text: string): string[] {
  const objects: string[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  let unbalanced = 0;
  let start = text.indexOf('{');
  while (start !== -1 && unbalanced < MOST_UNBALANCED) {
    token.lastIndex = start;
    let depth = 0;
    let found: RegExpExecArray | null;
    do {
      found = token.exec(text);
      if (found?.[0] === '{') depth += 1;
      if (found?.[0] === '}') depth -= 1;
    } while (found !== null && depth > 0);
    if (found === null) unbalanced += 1;
    else objects.push(text.slice(start, token.lastIndex));
    start = text.indexOf('{', found === null ? start + 1 : token.lastIndex);
  }
  return objects;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document, and what it may be wrapped in: an array of one, or an object with one field. */
function* unwrapped(value: unknown): Generator<unknown> {
  yield value;
  const inner = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : [];
  if (inner.length === 1 && isObject(inner[0])) yield* unwrapped(inner[0]);
}

/** Corrects single values that are unmistakable: one item instead of a list, a number or list written as text. */
function mended(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const { path, ...issue } of issues) {
    const key = path.at(-1);
    const parent = path.slice(0, -1).reduce<unknown>((node, step) => (node as never)?.[step as never], copy);
    if (key === undefined || typeof parent !== 'object' || parent === null || issue.code !== 'invalid_type')
      continue;
    const fields = parent as Record<PropertyKey, unknown>;
    const found = fields[key];
    if (found === undefined || found === null) continue;
    if (issue.expected === 'array') fields[key] = [found];
    if (issue.expected === 'number' && typeof found === 'string' && found.trim() !== '')
      fields[key] = Number(found);
    if (issue.expected === 'string' && typeof found === 'number') fields[key] = String(found);
  }
  return copy;
}

/** An issue in words for the model. Names the field and the rule, and does not quote the answer. */
const inWords = ({ path, message }: z.core.$ZodIssue): string =>
  `${path.length === 0 ? 'the document' : path.map(String).join('.')}: ${message}`;

const MOST_FIELDS = 12;

/**
 * Reads a document from a model's answer, in whatever decoration it comes.
 * @throws UnfitDocument if none of this shape is in it
 */
export function parseDocument<T>(text: string, schema: z.ZodType<T>): T {
  let issues: readonly z.core.$ZodIssue[] | null = null;
  for (const document of documentsIn(text.replace(/^\ufeff/, '').trim()))
    for (const candidate of unwrapped(document)) {
      const result = schema.safeParse(candidate);
      if (result.success) return result.data;
      const second = schema.safeParse(mended(candidate, result.error.issues));
      if (second.success) return second.data;
      if (isObject(candidate)) issues ??= second.error.issues;
    }
  if (issues === null) throw new UnfitDocument([NOT_A_DOCUMENT]);
  throw new UnfitDocument(issues.slice(0, MOST_FIELDS).map(inWords));
}

/** Keywords that OpenAI's strict mode does not support. The answer is checked against them when it arrives. */
const unsupportedByStrict = new Set(['minLength', 'maxLength', 'pattern', 'format', 'default', '$schema']);
/** Bounds that some engines do not support (xgrammar, Groq). */
const unsupportedByLoose = new Set([
  ...unsupportedByStrict,
  ...['minItems', 'maxItems', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
]);

function without(node: unknown, keywords: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((one) => without(one, keywords));
  if (!isObject(node)) return node;
  const kept = Object.entries(node).filter(
    ([key, value]) => !(keywords.has(key) && typeof value !== 'object'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, without(value, keywords)]));
}

/**
 * Builds the part of a completion request that asks for the given shape.
 * @param isSpelledOut write the schema into the prompt although the protocol carries it
 * @returns `response_format`, undefined if the schema is only in the prompt, and the system text
 */
export function documentRequest<T>(
  { system, schema, name }: Pick<JsonRequest<T>, 'system' | 'schema' | 'name'>,
  { format, isSpelledOut }: { format: DocumentFormat; isSpelledOut: boolean },
) {
  const whole = z.toJSONSchema(schema);
  const spelledOut = `${system}\n\nAnswer with one JSON document of this JSON Schema and nothing else:\n${JSON.stringify(without(whole, new Set(['$schema'])))}`;
  if (format === 'words') return { system: spelledOut };
  if (format === 'json_object') return { system: spelledOut, response_format: { type: format } } as const;
  const keywords = format === 'json_schema' ? unsupportedByStrict : unsupportedByLoose;
  const strict = without(whole, keywords) as Record<string, unknown>;
  return {
    system: isSpelledOut ? spelledOut : system,
    response_format: { type: 'json_schema', json_schema: { name, strict: true, schema: strict } },
  } as const;
}
