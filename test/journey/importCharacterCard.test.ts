import { CCardLib } from '@risuai/ccardlib';
import { describe, expect, it } from 'vitest';
import {
  DeleteSurveyDocument,
  ImportCharacterCardDocument,
  KeptFieldsDocument,
  PublicPersonaDocument,
  PublishPersonaDocument,
  RemoveKeptFieldsDocument,
  ShowVersionDocument,
} from '../../operations/generated/graphql.js';
import { ApiClient } from '../../client/apiClient.js';
import { threeFriends } from '../../client/friends.js';
import type { SignedIn } from '../../client/signIn.js';
import { ask } from '../chat/talk.js';
import { someone } from '../testkit/seed.js';
import { tablesHolding } from '../testkit/tablesHolding.js';
import { unzip } from '../testkit/unzip.js';
import { useApp } from '../testkit/useApp.js';
import { type Card, cardInPng, download, jsonCard, linkOf, readyOwner } from './cardFiles.js';

const test = useApp();
const canary = 'Xanadu7canary';

/** What another program adds to a card, with fields that this one does not know. */
function enriched(card: Card): Card {
  const { data } = card;
  return {
    ...card,
    ...{ create_date: '2026-11-30@10h00m', x_unknown: { deep: [1, null, '속'] } },
    data: {
      ...data,
      first_mes: `${canary} opens the door.`,
      creator_notes: '다음 달에 다시 보기',
      alternate_greetings: [...(data['alternate_greetings'] as string[]), `${canary} waves.`],
      tags: [...(data['tags'] as string[]), 'cozy'],
      character_book: {
        name: 'Places',
        extensions: { x_book: true },
        entries: [
          {
            ...{ keys: ['tea'], content: `${canary} drinks tea.`, extensions: { x_weight: 0.25 } },
            ...{ enabled: true, insertion_order: 1, use_regex: false, x_entry: ['é', 12] },
          },
        ],
      },
      extensions: {
        ...(data['extensions'] as object),
        depth_prompt: { depth: 4, prompt: 'quiet' },
        fav: true,
      },
      nickname: 'Mimi',
      x_field: 1e21,
    },
  };
}

/** For the parser of another program, which changes what it checks. */
const versionOf = (card: Card) => CCardLib.character.check(structuredClone(card));

const importInto = async ({ client }: Pick<SignedIn, 'client'>, personaId: string, card: unknown) =>
  (await client.run(ImportCharacterCardDocument, { personaId, card: JSON.stringify(card) }))
    .importCharacterCard.persona;

const keptOf = async ({ client }: Pick<SignedIn, 'client'>, personaId: string) =>
  (await client.run(KeptFieldsDocument, { id: personaId })).persona.keptFields;

describe('a card that was changed in another program and comes back', () => {
  it('goes out again with all that was added, in each format, and its owner sees the list', async () => {
    const { owner, personaId } = await readyOwner(test.url);
    const card = await jsonCard(owner, personaId);
    const { keptFields, revision } = await importInto(owner, personaId, enriched(card));
    expect(keptFields).toEqual([
      { name: 'data.first_mes', count: 1 },
      { name: 'data.creator_notes', count: 1 },
      { name: 'data.alternate_greetings', count: 1 },
      { name: 'data.tags', count: 1 },
      { name: 'data.character_book', count: 1 },
      { name: 'data.nickname', count: 1 },
      { name: 'data.x_field', count: 1 },
      { name: 'data.extensions.depth_prompt', count: 1 },
      { name: 'data.extensions.fav', count: 1 },
      { name: 'create_date', count: 1 },
      { name: 'x_unknown', count: 1 },
    ]);
    expect(await keptOf(owner, personaId)).toEqual(keptFields);
    const again = await jsonCard(owner, personaId);
    expect(again).toEqual(enriched(card));
    expect(versionOf(again)).toBe('v3');
    const png = await download((await linkOf(owner, personaId, 'PNG')).url);
    expect(await cardInPng(png, 'ccv3')).toEqual(again);
    const v2 = await cardInPng(png, 'chara');
    expect(versionOf(v2)).toBe('v2');
    expect(v2.data['character_book']).toEqual(again.data['character_book']);
    const files = await unzip(await download((await linkOf(owner, personaId, 'CHARX')).url));
    const inZip = JSON.parse(String(files.get('card.json'))) as Card;
    expect({ ...inZip.data, assets: again.data['assets'] }).toEqual(again.data);
    // The same again, by way of either version.
    for (const one of [again, v2, inZip]) {
      expect((await importInto(owner, personaId, one)).revision).toBeGreaterThan(revision);
      expect(await jsonCard(owner, personaId)).toEqual(again);
    }
  });

  it('goes out with the measured text of the version that is shown then, and with no text of an earlier one', async () => {
    const { owner, personaId } = await readyOwner(test.url);
    await owner.client.run(ShowVersionDocument, { personaId, number: 1 });
    const first = await jsonCard(owner, personaId);
    await owner.client.run(ShowVersionDocument, { personaId, number: 2 });
    const second = await jsonCard(owner, personaId);
    expect(second.data.description).not.toBe(first.data.description);
    const claimed = {
      ...first,
      data: { ...first.data, description: `${canary} is perfect`, nickname: 'Mimi' },
    };
    expect((await importInto(owner, personaId, claimed)).keptFields).toEqual([
      { name: 'data.nickname', count: 1 },
    ]);
    expect(await jsonCard(owner, personaId)).toEqual({
      ...second,
      data: { ...second.data, nickname: 'Mimi' },
    });
    // A card without additions leaves nothing, and neither does removing.
    expect((await importInto(owner, personaId, first)).keptFields).toEqual([]);
    await importInto(owner, personaId, claimed);
    const { removeKeptFields } = await owner.client.run(RemoveKeptFieldsDocument, { personaId });
    expect(removeKeptFields.persona.keptFields).toEqual([]);
    expect(await jsonCard(owner, personaId)).toEqual(second);
    await owner.client.run(RemoveKeptFieldsDocument, { personaId });
  });

  it('is no part of the conversation, of the public page and of the shared card, and no table shows it', async () => {
    const { owner, personaId } = await readyOwner(test.url, threeFriends);
    await importInto(owner, personaId, enriched(await jsonCard(owner, personaId)));
    expect(await tablesHolding(test, canary)).toEqual([]);
    await ask(owner.client, personaId, 'Who are you?');
    expect(test.model.calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(test.model.calls)).not.toContain(canary);
    const { publicUrl } = (await owner.client.run(PublishPersonaDocument, { personaId })).publishPersona
      .persona;
    const slug = publicUrl?.split('/').at(-1) ?? '';
    const shown = await new ApiClient(test.url).run(PublicPersonaDocument, { slug });
    expect(JSON.stringify(shown)).not.toContain(canary);
    expect((await download(`${publicUrl}/card.png`)).includes(Buffer.from(canary))).toBe(false);
  });
});

describe('an import', () => {
  it('is for the owner of a persona that exists', async () => {
    const { owner, personaId, surveyId } = await readyOwner(test.url, threeFriends);
    const card = JSON.stringify({ spec: 'chara_card_v2', data: { tags: ['cozy'] } });
    const other = await someone(test.url);
    const codes = async ({ client }: Pick<SignedIn, 'client'>) => [
      (await client.request(ImportCharacterCardDocument, { personaId, card })).errors[0]?.extensions?.[
        'code'
      ],
      (await client.request(RemoveKeptFieldsDocument, { personaId })).errors[0]?.extensions?.['code'],
    ];
    expect(await codes(other)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await codes(owner)).toEqual([undefined, undefined]);
    await owner.client.run(DeleteSurveyDocument, { surveyId });
    expect(await codes(owner)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('refuses what is no card and says which field it was, without repeating it, and keeps what was there', async () => {
    const { owner, personaId } = await readyOwner(test.url, threeFriends);
    const kept = await importInto(owner, personaId, { spec: 'chara_card_v2', data: { tags: ['cozy'] } });
    for (const card of [
      '',
      canary,
      JSON.stringify({ name: canary, description: canary, first_mes: canary }),
      `{"spec":"chara_card_v3","data":{"x":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
      `{"spec":"chara_card_v3","data":{"__proto__":{"isAdmin":true}}}`,
      JSON.stringify({ spec: 'chara_card_v3', data: { x: 'é'.repeat(48 * 1024) } }),
    ]) {
      const { errors } = await owner.client.request(ImportCharacterCardDocument, { personaId, card });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'card' });
      expect(errors[0]?.message).not.toContain(canary);
    }
    const huge = JSON.stringify({ spec: 'chara_card_v3', data: { x: 'é'.repeat(60 * 1024) } });
    const { errors } = await owner.client.request(ImportCharacterCardDocument, { personaId, card: huge });
    expect(errors[0]?.extensions?.['code']).toBe('BAD_REQUEST');
    expect(await keptOf(owner, personaId)).toEqual(kept.keptFields);
  });

  it('takes a card of 96 KiB, and lists at most a hundred fields of it', async () => {
    const { owner, personaId } = await readyOwner(test.url, threeFriends);
    const data = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`x_${n}_${'속'.repeat(20)}`, n]));
    const keptFields = (await importInto(owner, personaId, { spec: 'chara_card_v2', data })).keptFields;
    expect(keptFields).toHaveLength(100);
    expect((await jsonCard(owner, personaId)).data).toMatchObject(data);
  });
});
