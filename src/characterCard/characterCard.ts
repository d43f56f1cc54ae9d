import { isRecord } from './exactJson.js';

/** A persona in the fields that Character Card V2 and V3 have in common. */
export interface CharacterCard {
  name: string;
  description: string;
  personality: string;
  scenario: string;
  first_mes: string;
  mes_example: string;
  creator_notes: string;
  system_prompt: string;
  post_history_instructions: string;
  alternate_greetings: string[];
  tags: string[];
  creator: string;
  character_version: string;
  /** Keys of other programs survive wherever a card is read and written. */
  extensions: Record<string, unknown>;
}

/**
 * What is kept of a card that its owner changed in another program. It is written into the next card next to what is
 * measured and is used for nothing else.
 */
export interface KeptFields {
  /** Fields beside `data`. */
  card: Record<string, unknown>;
  /** Fields of `data`. Lists and `extensions` hold only what was added. */
  data: Record<string, unknown>;
}

/** The end of the notes of a V2, for people whose program knows no V3. */
export const V3_NOTE =
  '\n\nThis card is a Character Card V3 read as a V2. Use a program that supports V3 to see all of it.';

/** Character Card V2: github.com/malfoyslastname/character-card-spec-v2. @param kept what its owner brought back */
export function cardV2(card: CharacterCard, kept: KeptFields | null = null) {
  const data = without(joined({ ...card }, kept?.data), ['assets']);
  const notes = typeof data['creator_notes'] === 'string' ? data['creator_notes'] : card.creator_notes;
  return {
    ...kept?.card,
    spec: 'chara_card_v2',
    spec_version: '2.0',
    data: { ...data, creator_notes: `${notes}${V3_NOTE}` },
  };
}

/**
 * Character Card V3: github.com/kwaroran/character-card-spec-v3. Times are zero, which the format allows: they would
 * tell when friends answered.
 * @param icon where the picture is: by default the file that the card is in
 */
export function cardV3(card: CharacterCard, kept: KeptFields | null = null, icon = 'ccdefault:') {
  const data = {
    ...card,
    assets: [],
    group_only_greetings: [],
    source: [],
    creation_date: 0,
    modification_date: 0,
  };
  const whole = joined(data, kept?.data);
  const picture = { type: 'icon', uri: icon, name: 'main', ext: 'png' };
  const [main, others] = partAssets(whole['assets']);
  return {
    ...kept?.card,
    spec: 'chara_card_v3',
    spec_version: '3.0',
    data: { ...whole, assets: [{ ...main, ...picture }, ...others] },
  };
}

/** Whether an asset is the card's picture. */
export const isPicture = (asset: unknown): asset is Record<string, unknown> =>
  isRecord(asset) && asset['type'] === 'icon' && asset['name'] === 'main';

/** A copy without some keys. */
export const without = (record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

function partAssets(assets: unknown): [Record<string, unknown> | undefined, unknown[]] {
  const all: unknown[] = Array.isArray(assets) ? assets : [];
  return [all.find(isPicture), all.filter((asset) => !isPicture(asset))];
}

/**
 * What is ours next to what was kept: lists are joined, of `extensions` the entries, and another field is the kept one.
 * A spread copies a key as it is, whatever its name.
 */
function joined(ours: Record<string, unknown>, kept: Record<string, unknown> = {}): Record<string, unknown> {
  const fields = Object.entries(kept).map(([name, value]): [string, unknown] => {
    const own = ours[name];
    if (Array.isArray(own) && Array.isArray(value)) {
      const added: unknown[] = value.filter((item) => !own.includes(item));
      return [name, [...(own as unknown[]), ...added]];
    }
    if (name === 'extensions' && isRecord(own) && isRecord(value)) return [name, { ...value, ...own }];
    return [name, value];
  });
  return { ...ours, ...Object.fromEntries(fields) };
}
