import { CCardLib } from '@risuai/ccardlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CharacterCard,
  cardV2,
  cardV3,
  type KeptFields,
} from '../../src/characterCard/characterCard.js';
import { parseExact } from '../../src/characterCard/exactJson.js';
import { digestsOf, keptFieldsOf, UnreadableCard } from '../../src/characterCard/keptFields.js';

type Fields = Record<string, unknown>;

/** A card of this program. @param version of the persona, in every text */
function ourCard(version: number): CharacterCard {
  const card = {
    name: '미나',
    description: `Measured ${version}`,
    personality: `Explorer ${version}`,
    scenario: 'A mirror',
    first_mes: `Hello ${version}`,
    mes_example: `<START>\n{{char}}: Hm ${version}`,
    creator_notes: `Made of ${version} answers`,
    system_prompt: `You are ${version}`,
    post_history_instructions: '',
    alternate_greetings: [`Hi ${version}`, `안녕 ${version}`],
    tags: ['Re:MirAI', `archetype ${version}`],
    creator: 'Re:MirAI',
    character_version: String(version),
  };
  return { ...card, extensions: { 're-mirai': { traits: [version], written: digestsOf(card) } } };
}

const measured = ['name', 'description', 'personality', 'scenario', 'character_version'] as const;

/** As the database keeps it: as a text. */
const stored = (json: string): KeptFields | null => {
  const kept = keptFieldsOf(json);
  return kept && (parseExact(JSON.stringify(kept)) as KeptFields);
};
const exported = (card: CharacterCard, kept: KeptFields | null): string => JSON.stringify(cardV3(card, kept));
const dataOf = (json: string): Fields => (JSON.parse(json) as { data: Fields }).data;

/** What another program does with a card: it changes its JSON. */
function edited(json: string, change: (data: Fields, card: Fields) => void): string {
  const card = JSON.parse(json) as Fields & { data: Fields };
  change(card.data, card);
  return JSON.stringify(card);
}

const ours = exported(ourCard(1), null);

describe('a card that comes back untouched', () => {
  it.each([
    ['V3', cardV3(ourCard(1))],
    ['V3 from a CHARX', cardV3(ourCard(1), null, 'embeded://assets/icon/images/main.png')],
    ['V2', cardV2(ourCard(1))],
  ])('leaves nothing to keep: %s', (_what, card) => {
    expect(keptFieldsOf(JSON.stringify(card))).toBeNull();
  });

  it('leaves nothing to keep when the persona has changed since', () => {
    const kept = keptFieldsOf(ours);
    expect(JSON.parse(exported(ourCard(2), kept))).toEqual(cardV3(ourCard(2)));
  });
});

describe('what another program added', () => {
  const enriched = edited(ours, (data, card) => {
    Object.assign(data, {
      first_mes: 'Come in.',
      creator_notes: '내 메모',
      system_prompt: '',
      alternate_greetings: [...(data['alternate_greetings'] as string[]), 'A new one', '하나 더'],
      tags: ['cozy', ...(data['tags'] as string[])],
      nickname: 'Mimi',
      creation_date: 1_700_000_000,
      character_book: { entries: [{ keys: ['tea'], x_unknown: { deep: [null, 'é'] } }] },
    });
    Object.assign(data['extensions'] as Fields, { depth_prompt: { depth: 4, prompt: '' } });
    card['create_date'] = '2026-11-30';
  });

  it('is in the next card next to what is measured then', () => {
    const data = dataOf(exported(ourCard(2), stored(enriched)));
    const now = cardV3(ourCard(2)).data as Fields;
    expect(data).toEqual({
      ...now,
      first_mes: 'Come in.',
      creator_notes: '내 메모',
      alternate_greetings: ['Hi 2', '안녕 2', 'A new one', '하나 더'],
      tags: ['Re:MirAI', 'archetype 2', 'cozy'],
      nickname: 'Mimi',
      creation_date: 1_700_000_000,
      character_book: { entries: [{ keys: ['tea'], x_unknown: { deep: [null, 'é'] } }] },
      extensions: { ...(now['extensions'] as Fields), depth_prompt: { depth: 4, prompt: '' } },
    });
    expect((JSON.parse(exported(ourCard(2), stored(enriched))) as Fields)['create_date']).toBe('2026-11-30');
  });

  it('is the same after any number of ways there and back, through V2 as well', () => {
    const once = stored(enriched);
    const again = stored(exported(ourCard(1), once));
    expect(again).toEqual(once);
    expect(stored(JSON.stringify(cardV2(ourCard(1), once)))).toEqual(once);
    expect(exported(ourCard(1), again)).toBe(exported(ourCard(1), once));
  });

  it('never changes what is measured', () => {
    const claimed = edited(ours, (data) => {
      for (const field of measured) data[field] = 'Ruler of the world';
      data['extensions'] = { 're-mirai': { traits: ['invented'] } };
    });
    const data = dataOf(exported(ourCard(2), stored(claimed)));
    const now = ourCard(2);
    for (const field of measured) expect(data[field]).toBe(now[field]);
    expect(data['extensions']).toEqual(now.extensions);
  });

  it('of files inside the card no link is left that leads nowhere, and the picture stays ours', () => {
    const link = { type: 'background', uri: 'https://example.org/a.png', name: 'room', ext: 'png', x: 1 };
    const within = ['embeded://assets/a.png', 'embedded://a.png', '__asset:0', 'data:image/png;base64,AA'];
    const card = edited(ours, (data) => {
      data['assets'] = [
        { type: 'icon', uri: 'https://example.org/other.png', name: 'main', ext: 'webp', x_mood: 'calm' },
        link,
        ...within.map((uri) => ({ type: 'emotion', uri, name: 'happy', ext: 'png' })),
      ];
    });
    expect(dataOf(exported(ourCard(2), stored(card)))['assets']).toEqual([
      { type: 'icon', uri: 'ccdefault:', name: 'main', ext: 'png', x_mood: 'calm' },
      link,
    ]);
  });

  it('keeps its numbers as they were written', () => {
    const numbers = '[12345678901234567890, 1.0, 0.10, 1e400, -0, 1E2, 3.141592653589793238462643]';
    const json = ours.replace('"creator":', `"x_numbers":${numbers},"creation_date":1.0,"creator":`);
    const written = numbers.replaceAll(' ', '');
    const kept = stored(json.replace('"creation_date":0', '"creation_date":1.50'));
    expect(exported(ourCard(2), kept)).toContain(`"x_numbers":${written}`);
    expect(exported(ourCard(2), kept)).toContain('"creation_date":1.50');
  });
});

/** What the other fields of a card are named. */
const known = new Set([
  ...['__proto__', 'spec', 'spec_version', 'data', 'creatorcomment', 're-mirai'],
  ...['nickname', 'creator_notes_multilingual'],
  ...Object.keys(cardV3(ourCard(1)).data),
]);
/** Any JSON, but for the key that is refused. */
const anything = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'binary' })
  .filter((value) => !JSON.stringify(value).includes('__proto__'));
const names = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.constantFrom('constructor', 'prototype', 'toString', 'Nickname', '닉네임', 'hasOwnProperty', '1'),
);
const unknown = fc
  .dictionary(names, anything)
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => !known.has(name))));
/** JSON has one zero. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('any card with any unknown fields', () => {
  it('comes out with all of them as they went in: beside data, in it, in extensions and in a lorebook', () => {
    fc.assert(
      fc.property(
        ...[unknown, unknown, unknown, unknown, fc.constantFrom(cardV2, cardV3)],
        (beside, inside, extensions, entry, write) => {
          const card = write(ourCard(1));
          const book = { entries: [{ keys: ['a'], content: '', ...entry }], ...inside };
          const data = { ...card.data, ...inside, character_book: book };
          const whole = {
            ...card,
            ...beside,
            data: { ...data, extensions: { ...ourCard(1).extensions, ...extensions } },
          } as const;
          const back = JSON.parse(exported(ourCard(2), stored(JSON.stringify(whole)))) as Fields & {
            data: Fields;
          };
          expect(back).toMatchObject(asJson(beside) as Fields);
          const { extensions: all, character_book: books, ...fields } = back.data;
          for (const [name, value] of Object.entries(asJson(inside) as Fields))
            if (name !== 'character_book') expect(fields[name]).toEqual(value);
          expect(all).toEqual({ ...(asJson(extensions) as Fields), ...ourCard(2).extensions });
          expect(books).toEqual(asJson(book));
        },
      ),
    );
  });

  it('comes out a card for the parser of another program', () => {
    fc.assert(
      fc.property(unknown, unknown, fc.array(fc.string()), fc.string(), (beside, extensions, lines, line) => {
        const card = edited(ours, (data, whole) => {
          Object.assign(data, {
            alternate_greetings: lines,
            tags: lines,
            first_mes: line,
            creator_notes: line,
          });
          Object.assign(data['extensions'] as Fields, extensions);
          Object.assign(whole, beside);
        });
        const kept = stored(card);
        expect(CCardLib.character.check(JSON.parse(exported(ourCard(2), kept)))).toBe('v3');
        expect(CCardLib.character.check(asJson(cardV2(ourCard(2), kept)))).toBe('v2');
      }),
    );
  });
});

describe('a file that is no card', () => {
  const deep = (levels: number): string => `{"a":`.repeat(levels) + '1' + '}'.repeat(levels);
  const within = (inner: string): string => `{"spec":"chara_card_v3","data":{"extensions":{"x":${inner}}}}`;
  it.each([
    ['nothing', ''],
    ['no JSON', '{"spec": "chara_card_v2", data: {}}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '1.0'],
    [
      'version 1',
      '{"name":"Mina","description":"","personality":"","scenario":"","first_mes":"","mes_example":""}',
    ],
    ['another spec', '{"spec":"chara_card_v9","data":{}}'],
    ['no data', '{"spec":"chara_card_v3"}'],
    ['a list as data', '{"spec":"chara_card_v3","data":[]}'],
    ['a number as data', '{"spec":"chara_card_v3","data":1.0}'],
    ['a number as extensions', '{"spec":"chara_card_v3","data":{"extensions":1.0}}'],
    ['objects as greetings', '{"spec":"chara_card_v3","data":{"alternate_greetings":[{"a":1}]}}'],
    ['a text as a time', '{"spec":"chara_card_v3","data":{"creation_date":"yesterday"}}'],
    ['an object as a time', '{"spec":"chara_card_v3","data":{"creation_date":{"rawJSON":"1"}}}'],
    ['51 levels', within(deep(51))],
    ['40,000 levels', within(deep(40_000))],
    ['a key __proto__', within('{"__proto__":{"isAdmin":true}}')],
    ['a key __proto__ with escapes', within(String.raw`{"\u005f_proto__":1}`)],
    ['a key __proto__ as a field', '{"spec":"chara_card_v3","data":{"__proto__":{"a":1}}}'],
  ])('is refused: %s', (_what, json) => {
    expect(() => keptFieldsOf(json)).toThrow(UnreadableCard);
    expect(({} as Fields)['isAdmin']).toBeUndefined();
  });

  it('is told from one that is deep, as other programs write it', () => {
    expect(keptFieldsOf(within(deep(40)))).not.toBeNull();
  });
});
