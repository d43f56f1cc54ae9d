import { CCardLib } from '@risuai/ccardlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  AnswerAboutMyselfDocument,
  type CharacterCardFormat,
  ChooseVoiceDocument,
  ConversationDocument,
  DeleteAccountDocument,
  DeleteSurveyDocument,
  ExportCharacterCardDocument,
  PersonaDocument,
  PublishPersonaDocument,
  ShowVersionDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { ApiClient } from '../../client/apiClient.js';
import { answersOf, threeFriends } from '../../client/friends.js';
import { send } from '../http/send.js';
import { tellsCount } from '../../src/resolvers/persona/publicPersonaView.js';
import { chunksOf } from '../images/chunksOf.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { unzip } from '../testkit/unzip.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, versionAtEnd } from '../testkit/versions.js';
import { type Card, cardInPng, download, jsonCard, linkOf, readyOwner } from './cardFiles.js';

const test = useApp();

const formats: CharacterCardFormat[] = ['PNG', 'JSON', 'CHARX'];

/** A greeting that counts friends stays at home. */
const firstToShare = (greetings: string[]) => greetings.find((line) => !tellsCount(line));

describe('a persona as a character card', () => {
  it('is read by programs of others as what went in, in each format', async () => {
    const { owner, personaId } = await readyOwner(test.url);
    const card = await jsonCard(owner, personaId);
    expect(CCardLib.character.check(card)).toBe('v3');
    const { persona } = await owner.client.run(ConversationDocument, { personaId });
    expect(card.data).toMatchObject({
      name: 'Mina',
      first_mes: firstToShare([persona.conversation.greeting ?? '', ...persona.alternateGreetings]),
      character_version: '2',
    });

    const png = await download((await linkOf(owner, personaId, 'PNG')).url);
    expect(await cardInPng(png, 'ccv3')).toEqual(card);
    const chunks = chunksOf(png);
    expect(chunks.filter((type) => type === 'tEXt')).toHaveLength(2);
    expect(chunks.lastIndexOf('tEXt')).toBeLessThan(chunks.indexOf('IDAT'));
    const v2 = await cardInPng(png, 'chara');
    expect(CCardLib.character.check(v2)).toBe('v2');
    const { creator_notes: notes, ...same } = v2.data;
    expect(card.data).toMatchObject(same);
    expect(notes).toContain(card.data['creator_notes']);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png' });

    const files = await unzip(await download((await linkOf(owner, personaId, 'CHARX')).url));
    expect([...files.keys()]).toEqual(['card.json', 'assets/icon/images/main.png']);
    const inZip = JSON.parse(String(files.get('card.json'))) as Card;
    const [asset] = inZip.data['assets'] as { uri: string }[];
    expect(asset).toEqual({
      type: 'icon',
      uri: 'embeded://assets/icon/images/main.png',
      name: 'main',
      ext: 'png',
    });
    expect({ ...inZip.data, assets: card.data['assets'] }).toEqual(card.data);
    expect(await sharp(files.get('assets/icon/images/main.png')).metadata()).toMatchObject({ format: 'png' });
  });

  it('has no quote, no friend’s line and no time, and what the mirror said stays out', async () => {
    const { owner, personaId } = await readyOwner(test.url);
    const card = JSON.stringify(await jsonCard(owner, personaId));
    const { quotes } = await insightOf(owner.client, personaId);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { text } of quotes) expect(card).not.toContain(text);
    for (const { line = '' } of sixFriends) expect(card).not.toContain(line);
    expect(card).not.toMatch(/20\d\d-\d\d/);
    expect(card).toContain('"creation_date":0');
  });

  it('follows the version that is shown and the voice that its owner chose', async () => {
    const { owner, personaId } = await readyOwner(test.url);
    const { url } = await linkOf(owner, personaId, 'JSON');
    const read = async () => JSON.parse(String(await download(url))) as Card;
    const newest = await read();
    await owner.client.run(ShowVersionDocument, { personaId, number: 1 });
    const first = await read();
    expect(first.data.character_version).toBe('1');
    expect(first.data.description).not.toBe(newest.data.description);
    await owner.client.run(ChooseVoiceDocument, { personaId, archetype: 'ARTIST' });
    const { persona } = await owner.client.run(PersonaDocument, { id: personaId });
    const voiced = await read();
    expect(voiced.data.first_mes).toBe(persona.greeting);
    expect(voiced.data.first_mes).not.toBe(first.data.first_mes);
    expect(voiced.data.description).toBe(first.data.description);
  });

  it('of practice speaks for nobody but its owner', async () => {
    const owner = await someone(test.url);
    const answers = answersOf({ ...threeFriends[0]!, line: undefined });
    const { persona } = (await owner.client.run(AnswerAboutMyselfDocument, { answers })).answerAboutMyself;
    await versionAtEnd(owner.client, persona.id);
    const { data } = await jsonCard(owner, persona.id);
    expect(`${data.description} ${String(data['creator_notes'])}`).not.toMatch(/friend/i);
  });

  it('is no part of the card that is shared', async () => {
    const { owner, personaId } = await readyOwner(test.url);
    const { publishPersona } = await owner.client.run(PublishPersonaDocument, { personaId });
    const shared = await download(`${publishPersona.persona.publicUrl}/card.png`);
    expect(chunksOf(shared).filter((type) => /t[EX]Xt|zTXt|iTXt/.test(type))).toEqual([]);
    const { data } = await jsonCard(owner, personaId);
    expect(shared.includes(Buffer.from(data.first_mes))).toBe(false);
  });
});

describe('the link of a character card', () => {
  const statusOf = async (url: string) => (await send(url)).status;

  it('needs no sign-in, is kept by no cache, and ends after a quarter of an hour', async () => {
    const { owner, personaId } = await readyOwner(test.url, threeFriends);
    for (const format of formats) {
      const { url, expiresAt } = await linkOf(owner, personaId, format);
      const minutes = (Date.parse(String(expiresAt)) - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(14);
      expect(minutes).toBeLessThanOrEqual(15);
      const { status, headers } = await send(url);
      expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="re-mirai-mirror\.\w+"$/);
    }
    const { exportLinks } = test.app.services;
    const expired = await exportLinks.sign(
      { kind: 'card', id: personaId, format: 'PNG' },
      new Date(Date.now() - 1_000),
    );
    expect(await statusOf(`${test.url}/exports/${expired}`)).toBe(404);
  });

  it('cannot be guessed, listed or made of other tokens', async () => {
    const { owner, personaId } = await readyOwner(test.url, threeFriends);
    const { url } = await linkOf(owner, personaId, 'JSON');
    const token = url.split('/').at(-1) ?? '';
    const [head = '', body = '', signature = ''] = token.split('.');
    const other = (await linkOf(owner, personaId, 'PNG')).url.split('.')[1];
    const guesses = [
      ...['', personaId, `${head}.${body}.`, `${head}.${other}.${signature}`, owner.session.accessToken],
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
    ];
    for (const guess of guesses) expect(await statusOf(`${test.url}/exports/${guess}`), guess).toBe(404);
    const asBearer = await new ApiClient(test.url, token).request(PersonaDocument, { id: personaId });
    expect(asBearer.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('is made by the owner alone, of a persona that is READY', async () => {
    const { personaId } = await readyOwner(test.url, threeFriends);
    const other = await someone(test.url);
    const code = async (id: string) =>
      (await other.client.request(ExportCharacterCardDocument, { personaId: id, format: 'PNG' })).errors[0]
        ?.extensions?.['code'];
    expect(await code(personaId)).toBe('NOT_FOUND');
    expect(await code((await newSurvey(other.client)).persona.id)).toBe('PERSONA_NOT_READY');
  });

  it('leads nowhere once the persona is withdrawn, or it or the account is deleted', async () => {
    const [withdrawn, deleted, left] = [
      await readyOwner(test.url, threeFriends),
      await readyOwner(test.url, threeFriends),
      await readyOwner(test.url, threeFriends),
    ];
    const urls = [];
    for (const { owner, personaId } of [withdrawn, deleted, left])
      urls.push((await linkOf(owner, personaId, 'PNG')).url);
    expect(await Promise.all(urls.map(statusOf))).toEqual([200, 200, 200]);
    await new ApiClient(test.url).run(WithdrawDocument, { receipt: withdrawn.receipts[0] ?? '' });
    await deleted.owner.client.run(DeleteSurveyDocument, { surveyId: deleted.surveyId });
    await left.owner.client.run(DeleteAccountDocument, {});
    expect(await Promise.all(urls.map(statusOf))).toEqual([404, 404, 404]);
  });
});
