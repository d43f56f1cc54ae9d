import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type CharacterCard, isPicture, type KeptFields, V3_NOTE, without } from './characterCard.js';
import { isNumber, isRecord, parseExact } from './exactJson.js';

/** A file that cannot be kept, with a sentence for its owner. */
export class UnreadableCard extends Error {}

/** The key of this program's entry under `extensions`. */
export const OUR_EXTENSION = 're-mirai';

/** More levels than any program writes. */
const MAX_DEPTH = 50;

/** Fields of `data` that a persona alone decides: what was measured may not be changed elsewhere. */
const measured = new Set(['name', 'description', 'personality', 'scenario', 'character_version']);

/** Where programs for version 1, and those that serve them, look for what `data` has as well. */
const copies = new Set([
  ...['spec', 'spec_version', 'data', 'name', 'description', 'personality', 'scenario'],
  ...['first_mes', 'mes_example', 'creatorcomment', 'tags'],
]);

/** Where an asset is that exists only within the file: its bytes are not kept, and a link to it would lead nowhere. */
const WITHIN_FILE = /^(?:embed+ed:|__asset:|data:)/i;

const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
const time = z.custom(isNumber).nullish();
const record = z.custom<Record<string, unknown>>(isRecord);

/** Fields that the format describes, so that a card which is read is still a card when it is written. */
const known = {
  first_mes: text,
  mes_example: text,
  creator_notes: text,
  system_prompt: text,
  post_history_instructions: text,
  creator: text,
  nickname: text,
  alternate_greetings: texts,
  group_only_greetings: texts,
  tags: texts,
  source: texts,
  creation_date: time,
  modification_date: time,
  assets: z.array(z.looseObject({ uri: z.string() })).nullish(),
  creator_notes_multilingual: record.nullish(),
  extensions: record.nullish(),
};
const readable = z.looseObject({
  spec: z.enum(['chara_card_v2', 'chara_card_v3']),
  data: z.looseObject(known),
});

const written = z.array(z.string()).max(100);

const digestOf = (line: string): string => createHash('sha256').update(line).digest('base64url').slice(0, 12);

/**
 * Digests of the texts of a card that its owner may change. They travel in the card, so that one that comes back
 * says which of its texts are still ours, also when the persona has changed meanwhile.
 */
export const digestsOf = (card: Omit<CharacterCard, 'extensions'>): string[] =>
  [
    ...[card.first_mes, card.mes_example, card.creator_notes, card.system_prompt, card.creator],
    ...card.alternate_greetings,
    ...card.tags,
  ].map(digestOf);

/**
 * What to keep of a card, Character Card V2 or V3.
 * @param json as another program wrote it: nothing of it is trusted
 * @returns null if nothing was added to what this program wrote
 * @throws UnreadableCard
 */
export function keptFieldsOf(json: string): KeptFields | null {
  const card = parseHostile(json);
  if (!isReadable(card))
    throw new UnreadableCard('must be a Character Card of version 2 or 3, with the fields of that version');
  const isOurs = oursIn(card.data['extensions']);
  const data = Object.entries(card.data).flatMap(([name, value]): [string, unknown][] => {
    if (measured.has(name)) return [];
    if (!Object.hasOwn(known, name)) return [[name, value]];
    const added = addedTo(name, value, isOurs);
    return isEmpty(added) ? [] : [[name, added]];
  });
  const beside = Object.entries(card).filter(([name]) => !copies.has(name));
  if (data.length + beside.length === 0) return null;
  return { card: Object.fromEntries(beside), data: Object.fromEntries(data) };
}

type Readable = Record<string, unknown> & { data: Record<string, unknown> };
const isReadable = (card: unknown): card is Readable =>
  isRecord(card) && isRecord(card['data']) && readable.safeParse(card).success;

/** @throws UnreadableCard if it is no JSON, is nested too deeply, or has keys that could change other objects */
function parseHostile(json: string): unknown {
  let parsed: unknown;
  try {
    parsed = parseExact(json);
  } catch {
    throw new UnreadableCard('must be JSON');
  }
  assertHarmless(parsed, MAX_DEPTH);
  return parsed;
}

function assertHarmless(value: unknown, levels: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw new UnreadableCard('is nested too deeply');
  if (Object.hasOwn(value, '__proto__')) throw new UnreadableCard('must not have a key __proto__');
  for (const inner of Object.values(value)) assertHarmless(inner, levels - 1);
}

/** @returns whether a text is one that this program wrote */
function oursIn(extensions: unknown): (line: unknown) => boolean {
  const entry = isRecord(extensions) ? extensions[OUR_EXTENSION] : undefined;
  const digests = new Set(isRecord(entry) ? written.safeParse(entry['written']).data : []);
  return (line) => typeof line === 'string' && digests.has(digestOf(line));
}

/** What a known field has beyond what this program wrote. */
function addedTo(name: string, value: unknown, isOurs: (line: unknown) => boolean): unknown {
  if (name === 'extensions' && isRecord(value)) return without(value, [OUR_EXTENSION]);
  if (name === 'assets' && Array.isArray(value)) return value.flatMap(keptAsset);
  if (Array.isArray(value)) return value.filter((item) => !isOurs(item));
  const own = name === 'creator_notes' && typeof value === 'string' ? withoutNote(value) : value;
  return isOurs(own) ? '' : own;
}

const withoutNote = (notes: string): string =>
  notes.endsWith(V3_NOTE) ? notes.slice(0, -V3_NOTE.length) : notes;

/** Its type and its name. */
const PICTURE_KEYS = 2;

/** The picture is ours; of its entry, fields of other programs are kept. */
function keptAsset(asset: Record<string, unknown>): Record<string, unknown>[] {
  if (isPicture(asset)) {
    const others = without(asset, ['uri', 'ext']);
    return Object.keys(others).length > PICTURE_KEYS ? [others] : [];
  }
  return WITHIN_FILE.test(String(asset['uri'])) ? [] : [asset];
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value).length === 0);
