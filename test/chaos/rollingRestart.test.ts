import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { makePersona } from '../../bench/stage/makePersona.js';
import { ApiClient } from '../../client/apiClient.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import {
  MessageDocument,
  PublicSurveyDocument,
  VersionsDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { releaseSize } from '../../src/measurement/release/schedule.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { replyCalls, send } from '../chat/talk.js';
import { createTestDatabase } from '../testkit/database.js';
import { freePort } from '../testkit/freePort.js';
import { type ProductProcess, startProcess } from '../testkit/process.js';
import { newSurvey } from '../testkit/seed.js';
import { smallPicture } from '../testkit/smallPicture.js';
import { until } from '../testkit/until.js';
import { startBalancer } from './balancer.js';

const person = { email: 'rolling@demo.example', name: 'Mina Park' };
const FRIENDS_AT_ONCE = 3;
const READERS = 4;

it('a rolling restart under load shows no client an error, and loses and doubles nothing', async () => {
  await using opened = new AsyncDisposableStack();
  const DATABASE_URL = opened.use(await createTestDatabase()).url;
  const personaId = await makePersona(DATABASE_URL, person);
  const model = opened.use(await startOpenAiStandIn({ tokensPerSecond: 20, draw: smallPicture }));
  const env = { DATABASE_URL, REDIS_URL: inject('redisUrl'), OPENAI_BASE_URL: model.url };
  const ports = [await freePort(), await freePort()];
  const starts = ports.flatMap((port) => [
    () => startProcess({ ...env, ROLE: 'api', PORT: String(port) }),
    () => startProcess({ ...env, ROLE: 'worker' }),
  ]);
  const running: ProductProcess[] = await Promise.all(starts.map((start) => start()));
  opened.defer(async () => {
    for (const one of running) await one[Symbol.asyncDispose]();
  });

  const balancer = opened.use(startBalancer(ports.map((port) => `http://127.0.0.1:${port}`)));
  const { session } = await balancer.send((url) => signIn(url, person));
  const asOwner = <T>(run: (client: ApiClient) => Promise<T>): Promise<T> =>
    balancer.send((url) => run(new ApiClient(url, session.accessToken)));
  const surveys = await Promise.all([1, 2].map(() => asOwner((client) => newSurvey(client))));
  const accepted = new Map(surveys.map(({ id }) => [id, 0]));
  let isOver = false;
  const friends = Array.from({ length: FRIENDS_AT_ONCE }, async (_, friend) => {
    for (let number = friend; !isOver; number += 1) {
      const { id, slug } = surveys[number % surveys.length]!;
      const view = threeFriends[number % threeFriends.length]!;
      await balancer.send((url) => submitAnswers(url, slug, view));
      accepted.set(id, (accepted.get(id) ?? 0) + 1);
      // Each release is a persona to be made, and two cores have other work.
      await wait(300);
    }
  });

  // Readers keep connections busy: one that is closed without an announcement meets a request.
  const readers = Array.from({ length: READERS }, async () => {
    while (!isOver)
      await balancer.send((url) => new ApiClient(url).run(PublicSurveyDocument, { slug: surveys[0]!.slug }));
  });
  // What breaks is in the balancer's errors.
  const load = Promise.allSettled([...friends, ...readers]);

  // One API and one worker at a time, in the middle of a reply.
  for (const [first, second] of [
    [0, 1],
    [2, 3],
  ] as const) {
    const question = `What do they see, in round ${first}?`;
    const { reply } = await asOwner((client) => send(client, personaId, question));
    const stored = async () =>
      (await asOwner((client) => client.run(MessageDocument, { id: reply.id }))).message;
    await until('its first words', async () => (await stored()).text.length > 20);
    const ended = [first, second].map(async (index) => {
      running[index]?.signal('SIGTERM');
      const code = await running[index]?.exited;
      running[index] = await starts[index]!();
      return code;
    });
    expect(await Promise.all(ended)).toEqual([0, 0]);
    const { status, text } = await until('the reply is over', async () => {
      const now = await stored();
      return now.status !== 'PENDING' && now.status !== 'STREAMING' && now;
    });
    const call = replyCalls(model).find(({ body }) => JSON.stringify(body).includes(question));
    const whole = await fetch(`${model.url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...(call?.body ?? {}), stream: false }),
    });
    const answer = (await whole.json()) as { choices: { message: { content: string } }[] };
    expect({ status, text }).toEqual({ status: 'COMPLETE', text: answer.choices[0]?.message.content });
  }
  isOver = true;
  await load;

  expect(balancer.errors).toEqual([]);
  const { viewer } = await asOwner((client) => client.run(ViewerDocument, {}));
  const counted = viewer.surveys.edges.map(({ node }) => [node.id, node.responseCount] as const);
  expect(new Map(counted.filter(([id]) => accepted.has(id)))).toEqual(accepted);
  for (const { persona, id } of surveys) {
    let due = 0;
    for (let released = releaseSize(0, 0); released <= (accepted.get(id) ?? 0); due += 1)
      released += releaseSize(due + 1, released);
    await until('the version of the newest release is READY', async () => {
      const { versions } = (
        await asOwner((client) => client.run(VersionsDocument, { personaId: persona.id, first: 50 }))
      ).persona;
      // Newest first. Releases that were overtaken have no version.
      return (
        versions.edges[0]?.node.number === due && versions.edges.every(({ node }) => node.status === 'READY')
      );
    });
  }
});
