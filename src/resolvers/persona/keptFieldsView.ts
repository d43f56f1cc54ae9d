import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeptFields as Fields } from '../../characterCard/characterCard.js';
import { isRecord, parseExact } from '../../characterCard/exactJson.js';
import { KeptFields, keptFieldsJson } from '../../entities/persona/KeptFields.js';
import type { KeptFieldType } from '../../schema/persona/KeptFieldType.js';

/** A list of what was kept is for reading: it ends here, and so does a name. */
const MAX_LISTED = 100;
const MAX_NAME = 100;

/** The fields that are kept for a persona's next character card, or null if there are none. */
export async function readKeptFields(em: EntityManager, personaId: string): Promise<Fields | null> {
  return (await readAllKeptFields(em, [personaId])).get(personaId) ?? null;
}

/** What is kept for several personas, by their ids. */
export async function readAllKeptFields(
  em: EntityManager,
  personaIds: readonly string[],
): Promise<Map<string, Fields>> {
  const rows = await em.find(KeptFields, { persona: { $in: [...personaIds] } }, { refresh: true });
  return new Map(
    rows.map(({ persona: { id }, fields }) => [
      id,
      parseExact(keptFieldsJson.open(em, id, fields)) as Fields,
    ]),
  );
}

/** The names of what is kept, by their place in the card, with the number of things in each. */
export function keptFieldsView({ card, data }: Fields): KeptFieldType[] {
  const { extensions, ...others } = data;
  return [
    ...Object.entries(others).map(([name, value]) => ({ name: `data.${name}`, count: countOf(name, value) })),
    ...Object.keys(isRecord(extensions) ? extensions : {}).map((name) => ({
      name: `data.extensions.${name}`,
      count: 1,
    })),
    ...Object.keys(card).map((name) => ({ name, count: 1 })),
  ]
    .slice(0, MAX_LISTED)
    .map(({ name, count }) => ({ name: name.slice(0, MAX_NAME).toWellFormed(), count }));
}

function countOf(name: string, value: unknown): number {
  const list = name === 'character_book' && isRecord(value) ? value['entries'] : value;
  return Array.isArray(list) ? list.length : 1;
}
