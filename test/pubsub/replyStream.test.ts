import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Services } from '../../src/context.js';
import { followReply } from '../../src/pubsub/followReply.js';
import { createLocalPubsub } from '../../src/pubsub/localPubsub.js';
import type { Pubsub } from '../../src/pubsub/pubsub.js';
import { readStoredReply } from '../../src/resolvers/chat/readStoredReply.js';
import { ReplyJournal } from '../../src/workers/replies/replyJournal.js';
import { newReply } from '../testkit/newReply.js';
import { leaseOf, useReplyServices } from '../testkit/replyServices.js';

const services = useReplyServices();

/** Events get lost, come twice, and overtake each other. */
function roughPubsub(calm: Pubsub, fates: string[]): Pubsub {
  let late: (() => void) | undefined;
  let number = 0;
  return {
    ...calm,
    publish(topic, event) {
      const fate = fates[(number += 1) % fates.length];
      const deliver = (): void => calm.publish(topic, event);
      if (fate === 'late') late = deliver;
      else if (fate !== 'lost') deliver();
      if (fate === 'twice') deliver();
      if (fate !== 'late') {
        late?.();
        late = undefined;
      }
    },
  };
}

interface Reader {
  after: number;
  /** Gets its first piece once the writer has come this far, 0–1. */
  joins: number;
  /** Goes away after so many pieces and comes back where it was. */
  leavesAfter: number[];
}

/** Reads to the end as an app does, through going away and coming back. */
async function read(pubsub: Pubsub, id: string, reader: Reader) {
  let text = '';
  const finals: string[] = [];
  for (const patience of [...reader.leavesAfter, Infinity]) {
    const position = reader.after + text.length;
    const pieces = followReply(
      pubsub.subscribe('replyGrew', id),
      position,
      (from) => readStoredReply(services.orm.em.fork(), id, from),
      services.log,
      { rereadEveryMs: 40 },
    );
    let seen = 0;
    for await (const piece of pieces) {
      expect(piece.offset).toBe(reader.after + text.length);
      text += piece.text;
      if (!['PENDING', 'STREAMING'].includes(piece.status)) finals.push(piece.status);
      if ((seen += 1) >= patience) break;
    }
    if (finals.length > 0) break;
  }
  return { text, finals };
}

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('거울', '鏡の中', '👩🏽‍🚀', '\n', ' '),
  ),
  { minLength: 1, maxLength: 40 },
);
const scene = fc.record({
  /** One list an attempt: a worker is lost after each but the last. */
  attempts: fc.array(pieces, { minLength: 1, maxLength: 3 }),
  readers: fc.array(
    fc.record({
      after: fc.constant(0),
      joins: fc.double({ min: 0, max: 1, noNaN: true }),
      leavesAfter: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  fates: fc.array(fc.constantFrom('good', 'good', 'good', 'lost', 'twice', 'late'), {
    minLength: 1,
    maxLength: 20,
  }),
  end: fc.constantFrom('COMPLETE', 'FAILED'),
});

it('every reader’s pieces make up the stored text, with one final event, whatever is lost, late or taken over', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ attempts, readers, fates, end }) => {
      await using calm = createLocalPubsub();
      const pubsub = roughPubsub(calm, fates);
      const { orm, log, queue } = services;
      const mine = { orm, log, queue, pubsub } as Services;
      const id = await newReply(services.orm.em.fork());
      const total = attempts.flat().length;
      const reading: ReturnType<typeof read>[] = [];
      let outside = readers;
      const join = (written: number): void => {
        const [now, later] = [true, false].map((isDue) =>
          outside.filter(({ joins }) => joins * total <= written === isDue),
        );
        reading.push(...(now ?? []).map((reader) => read(calm, id, reader)));
        outside = later ?? [];
      };
      let written = 0;
      join(written);
      for (const [index, words] of attempts.entries()) {
        await using journal = new ReplyJournal(mine);
        const lease = await leaseOf(mine, id);
        const writer = journal.open(lease);
        for (const word of words) {
          journal.write(writer, word);
          join((written += 1));
          // Let rounds come between words, or not, as the machine likes.
          await new Promise((resolve) => setImmediate(resolve));
        }
        if (index === attempts.length - 1) await journal.finish(writer, { status: end });
        else await journal.release(writer);
      }
      const stored = await readStoredReply(services.orm.em.fork(), id, 0);
      expect(stored).toEqual({ offset: 0, text: attempts.flat().join(''), status: end });
      for (const seen of await Promise.all(reading))
        expect(seen).toEqual({ text: stored?.text, finals: [end] });
    }),
    { numRuns: 60 },
  );
});

it('a reader that comes back with an offset gets exactly the rest, wherever it was cut', async () => {
  await using pubsub = createLocalPubsub();
  const id = await newReply(services.orm.em.fork());
  await using journal = new ReplyJournal({ orm: services.orm, log: services.log, pubsub } as Services);
  const lease = await leaseOf(services, id);
  const text = 'A mirror 거울 of 👩🏽‍🚀 many facets';
  const writer = journal.open(lease);
  journal.write(writer, text);
  await journal.finish(writer, { status: 'COMPLETE' });
  for (let after = 0; after <= text.length; after += 1)
    expect(await read(pubsub, id, { after, joins: 0, leavesAfter: [] })).toEqual({
      text: text.slice(after),
      finals: ['COMPLETE'],
    });
});
