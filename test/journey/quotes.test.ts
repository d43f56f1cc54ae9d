import { beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submitAnswers } from '../../client/friends.js';
import { HideQuoteDocument, PersonaDocument, WithdrawDocument } from '../../operations/generated/graphql.js';
import { archetypePersonaParts } from '../../src/measurement/voices/voices.js';
import { fencedIn } from '../../stand-ins/openai/author/evidenceIn.js';
import type { StandInCall } from '../../stand-ins/openai/server/server.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);

const without = ({ line: _line, ...view }: FriendView): FriendView => view;
const three = sixFriends.slice(0, 3);
const others = sixFriends.slice(3);
const quotesOf = async (personaId: string, number: number) =>
  (await insightOf(owner.client, personaId, number)).quotes.map(({ text }) => text);
/** The friends' lines that were sent to the model since the last call. */
function pieces(): string[][] {
  const calls: StandInCall[] = callsNamed(test.model, 'paraphrases');
  test.model.calls.length = 0;
  return calls.map(({ body }) => {
    const { messages } = body as { messages: { content: string }[] };
    const { pieces: told } = fencedIn(messages[1]?.content ?? '') as { pieces: { text: string }[] };
    return told.map(({ text }) => text);
  });
}

describe('what friends wrote', () => {
  it('is shown in other words once three of them wrote, and stays the same in later versions', async () => {
    pieces();
    const { personaId, slug } = await surveyOf(owner.client, test.url, three);
    const [first] = pieces();
    expect(first?.toSorted()).toEqual(three.map(({ line }) => line).toSorted());
    const quotes = await quotesOf(personaId, 1);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { line } of three) expect(quotes.join(' ')).not.toContain(line);
    await submitAll(test.url, slug, [...others.slice(0, 2), without(others[2]!)]);
    await versionAtEnd(owner.client, personaId, 2);
    // Two new lines are too few: they wait, and the earlier ones are sent to no model again.
    expect(pieces()).toEqual([]);
    expect(await quotesOf(personaId, 2)).toEqual(quotes);
    await submitAll(test.url, slug, [three[0]!, without(three[1]!), without(three[1]!), without(three[1]!)]);
    await versionAtEnd(owner.client, personaId, 3);
    const waited = [others[0], others[1], three[0]].map((friend) => friend?.line);
    expect(pieces().map((told) => told.toSorted())).toEqual([waited.toSorted()]);
    expect((await quotesOf(personaId, 3)).slice(0, quotes.length)).toEqual(quotes);
  });

  it('is cited by id, and the ids open what it says', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, three);
    const { evidence, quotes } = await insightOf(owner.client, personaId, 1);
    expect(quotes[0]?.id).toBe('EV-Q1');
    expect(evidence.find(({ id }) => id === 'EV-Q1')?.text).toContain(quotes[0]?.text);
  });

  it('is not shown for two, nor for three of which one wrote something unfit', async () => {
    const two = await surveyOf(owner.client, test.url, [three[0]!, three[1]!, without(three[2]!)]);
    expect(await quotesOf(two.personaId, 1)).toEqual([]);
    const unfit = { ...three[2]!, line: 'you are such a worthless idiot, go die' };
    const unkind = await surveyOf(owner.client, test.url, [three[0]!, three[1]!, unfit]);
    expect(await quotesOf(unkind.personaId, 1)).toEqual([]);
  });

  it.each([
    [
      'rests on two friends',
      { text: 'Several friends tell of small things done with love.', pieces: [1, 2] },
    ],
    ['quotes a friend', { text: `Mina ${three[2]?.line}.`, pieces: [1, 2, 3] }],
    ['holds a link', { text: 'Mina is all over www.mirror.example.', pieces: [1, 2, 3] }],
  ])('is written anew once and then left out where the blend %s', async (_what, paraphrase) => {
    test.model.calls.length = 0;
    test.model.script({
      path: 'chat',
      times: 2,
      do: 'say',
      content: JSON.stringify({ paraphrases: [paraphrase] }),
    });
    const { personaId, version } = await surveyOf(owner.client, test.url, three);
    expect(version.status).toBe('READY');
    expect(await quotesOf(personaId, 1)).toEqual([]);
    const [, repair, ...more] = callsNamed(test.model, 'paraphrases');
    expect(JSON.stringify(repair?.body)).toContain('a refused draft');
    expect(more).toEqual([]);
  });

  it('is shown in the words of the repair, with the name that no prompt with friends’ lines has', async () => {
    test.model.calls.length = 0;
    const copy = { text: `{name} ${three[2]?.line}.`, pieces: [1, 2, 3] };
    const content = JSON.stringify({ paraphrases: [copy] });
    test.model.script({ path: 'chat', times: 1, do: 'say', content });
    const { personaId } = await surveyOf(owner.client, test.url, three);
    const [quote = '', ...others] = await quotesOf(personaId, 1);
    expect(others).toEqual([]);
    expect(quote).toContain('Mina');
    expect(quote).not.toContain(three[2]?.line);
    const asked = callsNamed(test.model, 'paraphrases').map(({ body }) => JSON.stringify(body));
    expect(asked).toHaveLength(2);
    expect(asked.join()).not.toContain('Mina');
  });

  it('leaves the next version when one of the writers takes the answer back, and no later blend has the others', async () => {
    const { personaId, slug, receipts } = await surveyOf(owner.client, test.url, three);
    await submitAnswers(test.url, slug, others[0]!);
    await new ApiClient(test.url).run(WithdrawDocument, { receipt: receipts[0] ?? '' });
    pieces();
    await submitAll(test.url, slug, [others[1]!, others[2]!]);
    await versionAtEnd(owner.client, personaId, 2);
    expect(pieces().map((told) => told.toSorted())).toEqual([others.map(({ line }) => line).toSorted()]);
  });
});

describe('the first of several blends, once its owner hid it,', () => {
  let personaId: string;
  let slug: string;
  let hidden: string;
  beforeEach(async () => {
    ({ personaId, slug } = await surveyOf(owner.client, test.url, three));
    hidden = (await quotesOf(personaId, 1))[0] ?? '';
    expect(hidden).not.toBe('');
  });
  const hide = () => owner.client.run(HideQuoteDocument, { personaId, version: 1, quoteId: 'EV-Q1' });
  const shown = async () => (await owner.client.run(PersonaDocument, { id: personaId })).persona;
  const rows = (sql: string, values: unknown[]) => test.app.services.orm.em.fork().execute(sql, values);
  const threeMore = () => submitAll(test.url, slug, others.map(without));

  it('is gone from the title and the voice too, where one of them contains its words', async () => {
    const before = await shown();
    const title = `Somebody of whom they say: ${hidden}`;
    await rows(
      "update persona_version set text = text || jsonb_build_object('title', ?::text) where persona_id = ?",
      [title, personaId],
    );
    expect((await shown()).title).toBe(title);
    await hide();
    const face = archetypePersonaParts(before.archetype ?? 'SAGE', 'EN', 'Mina');
    expect(await shown()).toMatchObject({ title: face.title, traits: before.traits });
  });

  it('is gone where another version made of the same texts has it in other words', async () => {
    await threeMore();
    await versionAtEnd(owner.client, personaId, 2);
    const retold = 'What they all remember is a kitchen full of colour';
    // As two versions do that are made at the same moment.
    for (const column of ['quotes', 'evidence'])
      await rows(
        `update persona_version set ${column} = replace(${column}::text, ?, ?)::jsonb where persona_id = ? and number = 2`,
        [hidden, retold, personaId],
      );
    const [, ...kept] = await quotesOf(personaId, 1);
    expect(await quotesOf(personaId, 2)).toEqual([retold, ...kept]);
    await hide();
    // Another blend of the same texts was not hidden.
    for (const number of [1, 2]) expect(await quotesOf(personaId, number)).toEqual(kept);
  });

  it('is sent to no model any more, also for a version that was being made at that moment', async () => {
    const gate = Promise.withResolvers<void>();
    test.model.calls.length = 0;
    test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
    await threeMore();
    await until('the experts are asked', () => callsNamed(test.model, 'reflections').length > 0);
    expect(JSON.stringify(callsNamed(test.model, 'reflections'))).toContain(hidden);
    await hide();
    gate.resolve();
    await versionAtEnd(owner.client, personaId, 2);
    const written = callsNamed(test.model, 'persona').map(({ body }) => body);
    expect(written.length).toBeGreaterThan(0);
    expect(JSON.stringify(written)).not.toContain(hidden);
  });
});
