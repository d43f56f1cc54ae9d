import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { threeFriends } from '../../client/friends.js';
import {
  AllowSharingComparisonDocument,
  ComparisonInvitationDocument,
  DeleteAccountDocument,
  DeleteSurveyDocument,
  GiveConsentDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import { ComparingPerson } from './comparingPerson.js';

const test = useApp();
let mina: ComparingPerson, sora: ComparingPerson;
beforeAll(async () => {
  [mina, sora] = [await arrive('Mina'), await arrive('소라', 'KO')];
});

const arrive = (name: string, locale?: 'KO') => ComparingPerson.arrive(test.url, name, threeFriends, locale);

const picture = (id: string, token?: string) =>
  fetch(`${test.url}/comparisons/${id}/picture.png`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const statusFor = async ({ client }: ComparingPerson, id: string) =>
  (await picture(id, client.accessToken)).status;
const statuses = async (id: string, ...people: ComparingPerson[]) =>
  Promise.all(people.map((one) => statusFor(one, id)));

/** @returns who allows it as this person reads it, or the code of the refusal */
async function allow({ client }: ComparingPerson, comparisonId: string, allowed = true) {
  const { data, errors } = await client.request(AllowSharingComparisonDocument, { comparisonId, allowed });
  return errors[0]?.extensions?.['code'] ?? data?.allowSharingComparison.comparison.sharing;
}

it('a comparison is a picture for its two owners while both allow it', async () => {
  const { id } = await sora.agreeWith(mina);
  expect((await mina.read(id)).sharing).toEqual({ byMe: false, byOther: false });
  expect(await statuses(id, mina, sora)).toEqual([404, 404]);
  expect(await allow(mina, id)).toEqual({ byMe: true, byOther: false });
  expect((await sora.read(id)).sharing).toEqual({ byMe: false, byOther: true });
  expect(await statuses(id, mina, sora)).toEqual([404, 404]);
  expect(await allow(sora, id)).toEqual({ byMe: true, byOther: true });

  const [english, korean] = [
    await picture(id, mina.client.accessToken),
    await picture(id, sora.client.accessToken),
  ];
  expect([english.status, english.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(english.headers.get('cache-control')).toBe('private, no-store');
  const [one, other] = [Buffer.from(await english.arrayBuffer()), Buffer.from(await korean.arrayBuffer())];
  expect(await sharp(one).metadata()).toMatchObject({ width: 1080, height: 1350 });
  expect(one.equals(other)).toBe(false);

  expect(await allow(sora, id, false)).toEqual({ byMe: false, byOther: true });
  expect(await allow(sora, id, false)).toEqual({ byMe: false, byOther: true });
  expect(await statuses(id, mina, sora)).toEqual([404, 404]);
  await mina.end(id);
});

it('others learn nothing of a shared comparison, not even that there is one', async () => {
  const { id } = await sora.agreeWith(mina);
  await Promise.all([allow(mina, id), allow(sora, id)]);
  expect(await statuses(id, mina, sora)).toEqual([200, 200]);
  await using other = await someone(test.url);
  const { accessToken } = other.client;
  const none = await picture('7d3c2a2e-0000-4000-8000-000000000000', accessToken);
  const theirs = await picture(id, accessToken);
  expect([theirs.status, await theirs.text()]).toEqual([404, await none.text()]);
  expect([(await picture(id)).status, (await picture(id, 'wrong')).status]).toEqual([401, 401]);
  for (const malformed of ['x', `${id}x`, "'%20or%201=1"])
    expect((await picture(malformed, mina.client.accessToken)).status).toBe(404);
  await mina.end(id);
  expect(await statuses(id, mina, sora)).toEqual([404, 404]);
});

it('an open invitation cannot be shared', async () => {
  const { id } = await mina.invite();
  expect(await allow(mina, id)).toBe('FORBIDDEN');
  expect(await allow(sora, id)).toBe('NOT_FOUND');
  expect(await statuses(id, mina)).toEqual([404]);
  await mina.end(id);
});

it('a shared picture ends with either survey, either account, or the answers of a compared version', async () => {
  const leave = [
    ({ client, surveyId }: ComparingPerson) => client.run(DeleteSurveyDocument, { surveyId }),
    ({ client }: ComparingPerson) => client.run(DeleteAccountDocument, {}),
    ({ receipts }: ComparingPerson) =>
      new ApiClient(test.url).run(WithdrawDocument, { receipt: receipts[0] ?? '' }),
  ];
  for (const how of leave) {
    const leaving = await arrive('Leaving');
    const { id } = await mina.agreeWith(leaving);
    await Promise.all([allow(mina, id), allow(leaving, id)]);
    expect(await statuses(id, mina, leaving)).toEqual([200, 200]);
    await how(leaving);
    expect(await statusFor(mina, id)).toBe(404);
  }
});

it('a minor’s comparison is never shared, also if the age is stated later', async () => {
  const minor = await arrive('Minor');
  const { id } = await mina.agreeWith(minor);
  await Promise.all([allow(mina, id), allow(minor, id)]);
  expect(await statuses(id, mina, minor)).toEqual([200, 200]);
  await minor.client.run(GiveConsentDocument, { bornIn: bornYearsAgo(17), locale: 'EN', version: '1' });
  expect(await statuses(id, mina, minor)).toEqual([404, 404]);
  expect((await mina.read(id)).sharing).toEqual({ byMe: true, byOther: false });
  expect(await allow(minor, id)).toBe('FORBIDDEN');
  // Also one who allowed it at that moment.
  const allowed = 'update comparison set inviter_sharing = true, accepter_sharing = true where id = ?';
  await test.app.services.orm.em.fork().execute(allowed, [id]);
  expect(await statuses(id, mina, minor)).toEqual([404, 404]);
});

it('an open invitation names its inviter to whoever has the link, without sign-in', async () => {
  const anyone = new ApiClient(test.url);
  const nameFor = async (code: string) => {
    const { data, errors } = await anyone.request(ComparisonInvitationDocument, { code });
    return errors[0]?.extensions?.['code'] ?? data?.comparisonInvitation.inviterName;
  };
  const { id, code } = await sora.invite();
  expect(await nameFor(code)).toBe('소라');
  await mina.accept(code);
  for (const over of [code, 'A'.repeat(22), '', "' or 1=1"]) expect(await nameFor(over)).toBe('NOT_FOUND');
  await mina.end(id);
});
