import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submitAnswers, threeFriends } from '../../client/friends.js';
import { DeleteSurveyDocument, type Locale, WithdrawDocument } from '../../operations/generated/graphql.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { ComparingPerson } from './comparingPerson.js';

const test = useApp();
let mina: ComparingPerson, juno: ComparingPerson, sora: ComparingPerson;

const unlike = { E: 1.4, A: 2.1, C: 4.8, N: 4.2, I: 2 };
const turned: FriendView[] = threeFriends.map((view) => ({ ...view, traits: unlike }));
const person = (name: string, views = threeFriends, locale?: Locale) =>
  ComparingPerson.arrive(test.url, name, views, locale);
const rows = <T>(sql: string, values: unknown[]) => test.app.services.orm.em.fork().execute<T[]>(sql, values);

beforeAll(async () => {
  [mina, juno, sora] = [
    await person('Mina'),
    await person('Juno', turned),
    await person('소라', threeFriends, 'KO'),
  ];
});

describe('a comparison', () => {
  it('shows both owners the same score every time, and only the name of the other one', async () => {
    const { id } = await juno.agreeWith(mina);
    const [first, again, other] = [await mina.read(id), await mina.read(id), await juno.read(id)];
    expect(again).toEqual(first);
    const mine = { id: mina.persona, name: 'Mina' };
    const result = { status: 'AGREED', label: 'CONTRAST', computedWith: 'compatibility@1' };
    expect(first).toMatchObject({ ...result, mine, theirName: 'Juno', code: null, url: null });
    expect(first.score).toBeLessThan(35);
    expect(other).toEqual({ ...first, mine: { id: juno.persona, name: 'Juno' }, theirName: 'Mina' });
    for (const reason of first.reasons) expect(reason).toMatch(/Mina.*Juno|Juno.*Mina/);
    expect(first.reasons.length).toBeGreaterThan(0);
    expect(JSON.stringify(first)).not.toContain(juno.persona);
    await mina.end(id);
    expect(await juno.refusedToRead(id)).toBe('NOT_FOUND');
    const turnedRound = await mina.agreeWith(juno);
    expect(turnedRound).toMatchObject({ score: first.score, label: first.label });
    await mina.end(turnedRound.id);
  });

  it('of the same profile is a MIRROR of 100, with reasons in the language of the reader’s persona', async () => {
    const { id, reasons } = await sora.agreeWith(mina);
    const read = await mina.read(id);
    expect(read).toMatchObject({ score: 100, label: 'MIRROR', theirName: '소라' });
    expect(read.reasons[0]).toMatch(/^Friends see both Mina and 소라 as/);
    expect(reasons[0]).toMatch(/^친구들은 Mina님과 소라님을 둘 다/);
    expect(await mina.end(id)).toBe(id);
  });

  it('is one for a pair, whichever of them invites, however often and even at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [ofMina, ofJuno] = [(await mina.invite()).code, (await juno.invite()).code];
      const crossed = [juno.accept(ofMina), mina.accept(ofJuno), juno.accept(ofMina), mina.accept(ofJuno)];
      const ids = (await Promise.all(crossed)).map(({ id }) => id);
      const later = await juno.agreeWith(mina);
      expect(new Set([...ids, later.id]).size).toBe(1);
      const agreed = (await mina.listed()).filter(({ status }) => status === 'AGREED');
      expect(agreed.map(({ id }) => id)).toEqual([later.id]);
      await juno.end(later.id);
    }
  });

  it('rests once a persona is withdrawn, or while it has no measurement from before those were kept', async () => {
    const { id, score } = await juno.agreeWith(mina);
    const resting = { status: 'RESTING', score: null, label: null, reasons: [], computedWith: null };
    const write = 'update persona_version set measurement = ? where persona_id = ?';
    const [version] = await rows<{ measurement: unknown }>(
      'select measurement from persona_version where persona_id = ?',
      [mina.persona],
    );
    await rows(write, [null, mina.persona]);
    expect(await juno.read(id)).toMatchObject({ ...resting, theirName: 'Mina' });
    await rows(write, [JSON.stringify(version?.measurement), mina.persona]);
    expect(await juno.read(id)).toMatchObject({ status: 'AGREED', score });
    await new ApiClient(test.url).run(WithdrawDocument, { receipt: mina.receipts[0] ?? '' });
    expect([await juno.read(id), await mina.read(id)]).toMatchObject([resting, resting]);
    expect(await juno.listed()).toContainEqual(await juno.read(id));
  });
});

it('a comparison stays the same when one of the two shows another version, so that owners cannot probe each other', async () => {
  const curious = await person('Curious');
  const before = await curious.read((await curious.agreeWith(sora)).id);
  for (const view of threeFriends) await submitAnswers(test.url, curious.slug, { ...view, traits: unlike });
  await until('the second version is shown', async () => {
    const [row] = await rows<{ shown: number }>('select shown from persona where id = ?', [curious.persona]);
    return row?.shown === 2;
  });
  expect(await curious.read(before.id)).toEqual(before);
});

it('a persona has at most fifty comparisons, and they are listed newest first, a page at a time', async () => {
  const busy = await person('Busy');
  const many = `insert into comparison (id, inviter_id, accepter_id, code, created_at)
    select gen_random_uuid(), ?, ?, ? || n, now() - n * interval '1 minute' from generate_series(1, 50) n`;
  await rows(many, [busy.persona, juno.persona, randomUUID()]);
  expect(await busy.refusedInvitation()).toBe('BAD_USER_INPUT');
  expect(await busy.refused((await sora.invite()).code)).toBe('BAD_USER_INPUT');
  const first = await busy.page(30);
  const second = await busy.page(30, first.pageInfo.endCursor);
  expect([first.edges.length, second.edges.length, second.pageInfo.hasNextPage]).toEqual([30, 20, false]);
  const newestFirst = 'select id from comparison where inviter_id = ? order by created_at desc';
  const ids = [...first.edges, ...second.edges].map(({ node }) => ({ id: node.id }));
  expect(ids).toEqual(await rows(newestFirst, [busy.persona]));
});

it('deleting a survey ends its persona’s comparisons, for the other owner too', async () => {
  const leaving = await person('Leaving');
  const { id } = await sora.agreeWith(leaving);
  await leaving.invite();
  await leaving.client.run(DeleteSurveyDocument, { surveyId: leaving.surveyId });
  expect(await sora.refusedToRead(id)).toBe('NOT_FOUND');
  const left = 'select 1 from comparison where inviter_id = ? or accepter_id = ?';
  expect(await rows(left, [leaving.persona, leaving.persona])).toEqual([]);
});
