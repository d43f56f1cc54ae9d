import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { answersOf, type FriendView, threeFriends } from '../../client/friends.js';
import type { SignedIn } from '../../client/signIn.js';
import {
  AnswerAboutMyselfDocument,
  DeleteAccountDocument,
  DeleteSurveyDocument,
  GiveConsentDocument,
  type Locale,
  PublicPersonaDocument,
  PublishPersonaDocument,
  ShowVersionDocument,
  UnpublishPersonaDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { send } from '../http/send.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { newSurvey, someone, statesUntil } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { surveyOf } from '../testkit/versions.js';

const test = useApp();
const stranger = () => new ApiClient(test.url);

/** A survey whose persona is READY, and all of its versions. */
async function readyPersona(
  { client }: SignedIn,
  { views = threeFriends, locale = 'EN' }: { views?: readonly FriendView[]; locale?: Locale } = {},
) {
  const { id, personaId, receipts } = await surveyOf(client, test.url, views, {
    displayName: 'Mina',
    locale,
  });
  return { surveyId: id, personaId, receipts };
}

const publish = async ({ client }: SignedIn, personaId: string, searchable?: boolean) => {
  const { publishPersona } = await client.run(PublishPersonaDocument, { personaId, searchable });
  const url = publishPersona.persona.publicUrl ?? '';
  return { url, slug: url.split('/').at(-1) ?? '' };
};
const codeOf = async ({ client }: SignedIn, personaId: string) =>
  (await client.request(PublishPersonaDocument, { personaId })).errors[0]?.extensions?.['code'];

/** The statuses of everything that a published persona has at public addresses. */
async function statusesOf(url: string, slug: string): Promise<unknown[]> {
  const { errors } = await stranger().request(PublicPersonaDocument, { slug });
  const [page, card] = await Promise.all([send(url), send(`${url}/card.png`)]);
  return [errors[0]?.extensions?.['code'] ?? 'DATA', page.status, card.status];
}
const shown = ['DATA', 200, 200];
const gone = ['NOT_FOUND', 404, 404];

describe('a published persona', () => {
  it('is public from the call on, at one address, until the owner unpublishes it', async () => {
    await using owner = await someone(test.url);
    const { personaId } = await readyPersona(owner);
    const { url, slug } = await publish(owner, personaId);
    expect(url).toBe(`${test.url}/p/${slug}`);
    expect(await statusesOf(url, slug)).toEqual(shown);
    expect((await publish(owner, personaId)).url).toBe(url);
    const { publicPersona } = await stranger().run(PublicPersonaDocument, { slug });
    expect(publicPersona).toMatchObject({ slug, name: 'Mina', locale: 'EN', friends: 3, searchable: false });
    expect(publicPersona.traits.map(({ id }) => id)).toEqual(['E', 'A', 'C', 'N', 'I']);
    const { unpublishPersona } = await owner.client.run(UnpublishPersonaDocument, { personaId });
    expect(unpublishPersona.persona.publicUrl).toBeNull();
    expect(await statusesOf(url, slug)).toEqual(gone);
    await owner.client.run(UnpublishPersonaDocument, { personaId });
  });

  it('has a picture that caches may share for a minute, and only while it is public', async () => {
    await using owner = await someone(test.url);
    const { personaId } = await readyPersona(owner);
    const { slug } = await publish(owner, personaId);
    const { publicPersona } = await stranger().run(PublicPersonaDocument, { slug });
    const picture = async () =>
      (await send(test.url + publicPersona.illustration?.url)).headers['cache-control'];
    expect(await picture()).toBe('public, max-age=60');
    await owner.client.run(UnpublishPersonaDocument, { personaId });
    expect(await picture()).toBe('private, max-age=60');
  });

  it('may be listed by search engines only if the owner says so, each time', async () => {
    await using owner = await someone(test.url);
    const { personaId } = await readyPersona(owner);
    const { url } = await publish(owner, personaId, true);
    expect((await send(url)).headers['x-robots-tag']).toBeUndefined();
    await publish(owner, personaId);
    expect((await send(url)).headers['x-robots-tag']).toBe('noindex');
  });

  it('follows the version that the owner shows', async () => {
    await using owner = await someone(test.url);
    const { personaId } = await readyPersona(owner, { views: sixFriends });
    const { slug, url } = await publish(owner, personaId);
    const friends = async () => (await stranger().run(PublicPersonaDocument, { slug })).publicPersona.friends;
    expect(await friends()).toBe(6);
    const before = await send(url);
    await owner.client.run(ShowVersionDocument, { personaId, number: 1 });
    expect(await friends()).toBe(3);
    const after = await send(url, { headers: { 'if-none-match': String(before.headers.etag) } });
    expect(after.status).toBe(200);
  });

  it.each(['EN', 'KO', 'JA'] as const)(
    'tells strangers neither quotes nor counts of friends: %s',
    async (locale) => {
      await using owner = await someone(test.url);
      const { personaId } = await readyPersona(owner, { views: sixFriends, locale });
      const { slug, url } = await publish(owner, personaId);
      const [version] = await until('six friends are in it', async () => {
        const rows = await test.app.services.orm.em
          .fork()
          .execute<{ quotes: { text: string }[] }[]>(
            "select evidence -> 'quotes' as quotes from persona_version where persona_id = ? and number = 2 and status = 'READY'",
            [personaId],
          );
        return rows.length > 0 && rows;
      });
      const { publicPersona } = await stranger().run(PublicPersonaDocument, { slug });
      expect(publicPersona.sentences.length).toBeGreaterThan(1);
      // A text from the template consists of its evidence in general words.
      if (!publicPersona.template)
        expect(publicPersona.sentences.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(1);
      const { text: page } = await send(url);
      const read = `${JSON.stringify(publicPersona)} ${page}`;
      expect(version?.quotes.length).toBeGreaterThan(0);
      for (const { text } of version?.quotes ?? []) expect(read).not.toContain(text);
      expect(read).not.toMatch(/\d of \d|명 중|人のうち/);
    },
  );
});

describe('a persona is not published', () => {
  it('before it is READY, nor for anyone but its owner', async () => {
    await using owner = await someone(test.url);
    const { persona } = await newSurvey(owner.client);
    expect(await codeOf(owner, persona.id)).toBe('PERSONA_NOT_READY');
    await using other = await someone(test.url);
    expect(await codeOf(other, persona.id)).toBe('NOT_FOUND');
  });

  it('if it is for practice', async () => {
    await using owner = await someone(test.url);
    const answers = answersOf({ ...threeFriends[0]!, line: undefined });
    const made = await owner.client.run(AnswerAboutMyselfDocument, { answers, locale: 'EN' });
    const { id } = made.answerAboutMyself.persona;
    await statesUntil(owner.client, id, ['READY']);
    expect(await codeOf(owner, id)).toBe('FORBIDDEN');
  });

  it('if its owner is a minor, and not any more once the owner states to be one', async () => {
    await using owner = await someone(test.url);
    const { personaId } = await readyPersona(owner);
    const { slug, url } = await publish(owner, personaId);
    const consent = { bornIn: bornYearsAgo(17), locale: 'EN', version: '1' } as const;
    await owner.client.run(GiveConsentDocument, consent);
    expect(await statusesOf(url, slug)).toEqual(gone);
    expect(await codeOf(owner, personaId)).toBe('FORBIDDEN');
    const { unpublishPersona } = await owner.client.run(UnpublishPersonaDocument, { personaId });
    expect(unpublishPersona.persona.publicUrl).toBeNull();
  });
});

describe('a persona is no longer public', () => {
  it('after a withdrawal that leaves too few answers, also once it is made again', async () => {
    await using owner = await someone(test.url);
    const { personaId, receipts } = await readyPersona(owner);
    const { slug, url } = await publish(owner, personaId);
    await stranger().run(WithdrawDocument, { receipt: receipts[0] ?? '' });
    expect(await statusesOf(url, slug)).toEqual(gone);
    expect(await codeOf(owner, personaId)).toBe('PERSONA_NOT_READY');
  });

  it('after its survey or its owner’s account is deleted', async () => {
    await using owner = await someone(test.url);
    const first = await readyPersona(owner);
    const second = await readyPersona(owner);
    const pages = [await publish(owner, first.personaId), await publish(owner, second.personaId)];
    await owner.client.run(DeleteSurveyDocument, { surveyId: first.surveyId });
    const statuses = async () => Promise.all(pages.map(({ url, slug }) => statusesOf(url, slug)));
    expect(await statuses()).toEqual([gone, shown]);
    await owner.client.run(DeleteAccountDocument, {});
    expect(await statuses()).toEqual([gone, gone]);
  });
});
