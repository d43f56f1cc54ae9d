import { describe, expect, it } from 'vitest';
import {
  NotificationsDocument,
  SubscribeToPushDocument,
  UpdateNotificationSettingsDocument,
} from '../../operations/generated/graphql.js';
import { setStage, type Stage } from '../chaos/sagaWithWorkers.js';
import type { ProductProcess } from '../testkit/process.js';
import { threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { startLocalMailServer } from './localMailServer.js';
import { startLocalPushService } from './localPushService.js';

/** An owner who is told of the mirror by a browser and an e-mail. */
async function setTold() {
  await using opened = new AsyncDisposableStack();
  const push = opened.use(await startLocalPushService());
  const mail = opened.use(await startLocalMailServer());
  const stage = opened.use(await setStage({ NODE_ENV: 'test', SMTP_URL: mail.url }));
  const { client } = stage.owner;
  await client.run(SubscribeToPushDocument, push.newBrowser());
  await client.run(UpdateNotificationSettingsDocument, { email: true });
  const closing = opened.move();
  return { push, mail, stage, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
type Told = Awaited<ReturnType<typeof setTold>>;

const deliveries = async ({ hand }: Stage): Promise<string[]> => {
  const { rows } = await hand.query<{ status: string }>(
    'select status from notification_delivery order by subscription_id is null',
  );
  return rows.map(({ status }) => status);
};

const jobIsDone = ({ hand }: Stage): Promise<unknown> =>
  until('the job is done', async () => {
    const { rows } = await hand.query<{ state: string }>(
      "select state from pgboss.job where name = 'deliverNotification'",
    );
    return rows.length === 1 && rows[0]?.state === 'completed';
  });

/** Lets workers read deliveries, but not add or change them. */
const lockDeliveries = async ({ hand }: Stage): Promise<void> => {
  await hand.query('begin');
  await hand.query('lock table notification_delivery in share mode');
};

/** Lets no push message be claimed until the transaction of `hand` ends. There is no row to lock yet. */
async function lockClaims({ hand }: Stage): Promise<void> {
  await hand.query(`create function wait_for_hand() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(1); return new; end $$`);
  await hand.query(`create trigger wait_for_hand before update on notification_delivery for each row
    when (new.status = 'HANDED_OVER' and new.subscription_id is not null) execute function wait_for_hand()`);
  await hand.query('begin');
  await hand.query('select pg_advisory_xact_lock(1)');
}

/** A receiver that has the whole message and does not answer until it is let go. */
const hold = (receiver: Told['push'] | Told['mail'], answer: () => number): (() => void) => {
  const gate = Promise.withResolvers<void>();
  receiver.answerWith(() => gate.promise.then(answer) as Promise<number> & Promise<void>);
  return () => gate.resolve();
};

/** Where the power is cut, and what is left of the two deliveries: the browser's and the mailbox's. */
const points: Record<string, { reach: (told: Told) => Promise<ProductProcess>; left: string[] }> = {
  'when the push service is reached, before the message leaves': {
    async reach({ stage }) {
      await lockClaims(stage);
      const worker = await stage.startWorker();
      await threeAnswers(stage.test.url, stage.survey.slug);
      await stage.blocked();
      return worker;
    },
    left: ['SENT', 'SENT'],
  },
  'when the mail server has the message, except for its end': {
    async reach({ mail, stage }) {
      const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      mail.beforeMessage(() => (reached.resolve(), gate.promise));
      const worker = await stage.startWorker();
      await threeAnswers(stage.test.url, stage.survey.slug);
      await reached.promise;
      await lockDeliveries(stage);
      gate.resolve();
      await stage.blocked();
      return worker;
    },
    left: ['SENT', 'SENT'],
  },
  'while the push service has not answered': {
    async reach({ push, stage }) {
      hold(push, () => 201);
      const worker = await stage.startWorker();
      await threeAnswers(stage.test.url, stage.survey.slug);
      await until('the push service has the message', () => push.messages.length === 1);
      return worker;
    },
    left: ['HANDED_OVER', 'SENT'],
  },
  'while the mail server has not answered': {
    async reach({ mail, stage }) {
      hold(mail, () => 0);
      const worker = await stage.startWorker();
      await threeAnswers(stage.test.url, stage.survey.slug);
      await until('the mail server has the message', () => mail.mails.length === 1);
      return worker;
    },
    left: ['SENT', 'HANDED_OVER'],
  },
  'after the mail server’s answer, before it is stored': {
    async reach({ mail, stage }) {
      const release = hold(mail, () => 0);
      const worker = await stage.startWorker();
      await threeAnswers(stage.test.url, stage.survey.slug);
      await until('the mail server has the message', () => mail.mails.length === 1);
      await lockDeliveries(stage);
      release();
      await stage.blocked();
      return worker;
    },
    left: ['SENT', 'HANDED_OVER'],
  },
};

describe('kill -9 of the worker', () => {
  it.each(Object.entries(points))(
    '%s sends nothing twice and loses no notification',
    async (_name, point) => {
      await using told = await setTold();
      const { push, mail, stage } = told;
      const victim = await point.reach(told);
      await stage.cutPower(victim);
      await stage.hand.query('rollback');
      push.answerWith(() => 201);
      mail.answerWith(() => {});
      await stage.startSuccessor();
      await jobIsDone(stage);
      expect(push.messages).toHaveLength(1);
      expect(mail.mails).toHaveLength(1);
      expect((await deliveries(stage)).toSorted()).toEqual(point.left.toSorted());
      const { edges } = (await stage.owner.client.run(NotificationsDocument, {})).viewer.notifications;
      expect(edges.map(({ node }) => node.kind)).toEqual(['MIRROR_READY']);
    },
  );
});

it('deliveries whose job vanished are found and made once', async () => {
  await using told = await setTold();
  const { push, mail, stage } = told;
  await lockClaims(stage);
  const worker = await stage.startWorker();
  await threeAnswers(stage.test.url, stage.survey.slug);
  await stage.blocked();
  await stage.cutPower(worker);
  await stage.hand.query("delete from pgboss.job where name = 'deliverNotification'");
  await stage.hand.query('commit');
  await Promise.all([stage.startSuccessor(), stage.startSuccessor()]);
  await jobIsDone(stage);
  expect(push.messages).toHaveLength(1);
  expect(mail.mails).toHaveLength(1);
  expect(await deliveries(stage)).toEqual(['SENT', 'SENT']);
  const { rows } = await stage.hand.query('select kind, found from lost_work');
  expect(rows).toEqual([{ kind: 'delivery', found: 1 }]);
});
