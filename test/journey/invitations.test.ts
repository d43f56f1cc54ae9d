import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { answersOf, type FriendView, threeFriends } from '../../client/friends.js';
import { GiveConsentDocument, type Locale } from '../../operations/generated/graphql.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { statesUntil } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import { ComparingPerson } from './comparingPerson.js';

const test = useApp();
let mina: ComparingPerson, juno: ComparingPerson, sora: ComparingPerson;

const unlike = { E: 1.4, A: 2.1, C: 4.8, N: 4.2, I: 2 };
const turned: FriendView[] = threeFriends.map((view) => ({ ...view, traits: unlike }));
const person = (name: string, views = threeFriends, locale?: Locale) =>
  ComparingPerson.arrive(test.url, name, views, locale);

beforeAll(async () => {
  [mina, juno, sora] = [
    await person('Mina'),
    await person('Juno', turned),
    await person('소라', threeFriends, 'KO'),
  ];
});

/** What the viewer's own answers alone make. */
async function practiceOf({ client }: ComparingPerson): Promise<string> {
  const document = parse(
    'mutation ($answers: [AnswerInput!]!) { answerAboutMyself(input: { answers: $answers }) { persona { id } } }',
  );
  const { data } = await client.request(document, { answers: answersOf(threeFriends[1]!) });
  const { id } = (data as { answerAboutMyself: { persona: { id: string } } }).answerAboutMyself.persona;
  await statesUntil(client, id, ['READY']);
  await client[Symbol.asyncDispose]();
  return id;
}

describe('an invitation', () => {
  it('is a link of 128 random bits that its inviter alone reads', async () => {
    const made = await mina.invite();
    expect(made).toMatchObject({ status: 'INVITED', url: `${test.url}/c/${made.code}` });
    expect(Buffer.from(made.code, 'base64url')).toHaveLength(16);
    const untold = { theirName: null, score: null, label: null, reasons: [], computedWith: null };
    expect(await mina.read(made.id)).toMatchObject({ ...made, ...untold });
    expect(await juno.refusedToRead(made.id)).toBe('NOT_FOUND');
    expect([await mina.listed(), await juno.listed()]).toMatchObject([[made], []]);
  });

  it('is one while it is open, however many clicks come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const clicks = await Promise.all(Array.from({ length: 6 }, () => mina.invite()));
      const open = await mina.invite();
      expect(clicks).toEqual(clicks.map(() => open));
      await mina.end(open.id);
    }
  });

  it('is taken back by its inviter only, and its code is dead at once', async () => {
    const { id, code } = await mina.invite();
    expect(await juno.refusedToEnd(id)).toBe('NOT_FOUND');
    expect(await mina.end(id)).toBe(id);
    expect(await juno.refused(code)).toBe('NOT_FOUND');
    expect(await mina.refusedToEnd(id)).toBe('NOT_FOUND');
    expect((await mina.invite()).code).not.toBe(code);
  });

  it('is opened and accepted with a persona that is ready, the viewer’s own, and made by friends', async () => {
    const { code } = await juno.invite();
    for (const [who, refusal] of [
      [await person('Early', threeFriends.slice(0, 2)), 'PERSONA_NOT_READY'],
      [mina.but({ persona: await practiceOf(mina) }), 'FORBIDDEN'],
      [mina.but({ persona: sora.persona }), 'NOT_FOUND'],
      [mina.but({ persona: "1' or 1=1\0" }), 'NOT_FOUND'],
      [mina.but({ client: new ApiClient(test.url) }), 'UNAUTHENTICATED'],
    ] as const)
      expect([await who.refusedInvitation(), await who.refused(code)]).toEqual([refusal, refusal]);
  });
});

describe('a code', () => {
  it('that is unknown, used up or malformed is NOT_FOUND with the same bytes', async () => {
    const { id, code: used } = await mina.invite();
    await juno.accept(used);
    const unknown = await sora.answerTo('A'.repeat(22));
    expect(unknown.errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
    const sql = "' or 1=1; drop table comparison; --";
    for (const code of [used, '', 'x'.repeat(50_000), sql, 'a\0b', '\ud800', '../..', '%00'])
      expect(await sora.answerTo(code)).toEqual(unknown);
    const { id: another } = await sora.agreeWith(mina);
    expect(await sora.answerTo(used)).toEqual(unknown);
    await sora.end(another);
    await juno.end(id);
    expect(await juno.answerTo(used)).toEqual(unknown);
  });

  it('of an owner who turned out to be too young is NOT_FOUND, and is listed no more', async () => {
    const child = await person('Child');
    const { code } = await child.invite();
    await child.client.run(GiveConsentDocument, { bornIn: bornYearsAgo(12), locale: 'EN', version: '1' });
    expect(await child.listed()).toEqual([]);
    expect(await juno.refused(code)).toBe('NOT_FOUND');
    // Also one that was being made at that moment.
    await test.app.services.orm.em
      .fork()
      .execute('insert into comparison (id, inviter_id, code) values (gen_random_uuid(), ?, ?)', [
        child.persona,
        code,
      ]);
    expect(await juno.refused(code)).toBe('NOT_FOUND');
  });

  it('of one’s own is FORBIDDEN', async () => {
    expect(await mina.refused((await mina.invite()).code)).toBe('FORBIDDEN');
  });

  it('that two people accept at once is one’s, and the other finds nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, code } = await mina.invite();
      const refusals = await Promise.all([juno.refused(code), sora.refused(code)]);
      expect(refusals.toSorted()).toEqual(['NOT_FOUND', undefined]);
      const [winner, other] = refusals[0] === undefined ? [juno, sora] : [sora, juno];
      expect((await winner.read(id)).status).toBe('AGREED');
      expect(await other.refusedToRead(id)).toBe('NOT_FOUND');
      await mina.end(id);
    }
  });
});
