import { beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import type { FriendView } from '../../client/friends.js';
import {
  ConversationExportDocument,
  DeleteSurveyDocument,
  ExplainReplyDocument,
  HideQuoteDocument,
  type HideQuoteMutationVariables,
  PersonaChangedDocument,
  PersonaDocument,
  ShowVersionDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { ask, knownIn, messageOf, replyCalls } from '../chat/talk.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { someone, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);
let made: Awaited<ReturnType<typeof surveyOf>>;
let quote: { id: string; text: string };
beforeEach(async () => {
  made = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  const [first] = (await insightOf(owner.client, made.personaId)).quotes;
  if (first === undefined) throw new Error('There is no quote to hide.');
  quote = first;
});

const without = ({ line: _line, ...view }: FriendView): FriendView => view;
const hide = (changes: Partial<HideQuoteMutationVariables> = {}) =>
  owner.client.run(HideQuoteDocument, { personaId: made.personaId, quoteId: quote.id, ...changes });
const refused = async (changes: Partial<HideQuoteMutationVariables>, client = owner.client) => {
  const asked = { personaId: made.personaId, quoteId: quote.id, ...changes };
  const { errors } = await client.request(HideQuoteDocument, asked);
  return [errors[0]?.extensions?.['code'], errors[0]?.extensions?.['field']];
};
const reports = () =>
  test.app.services.orm.em
    .fork()
    .execute<Record<string, unknown>[]>(
      `select quote_report.*, reported_on::text as day from quote_report join persona_version v on v.id = version_id where persona_id = ?`,
      [made.personaId],
    );
const shown = async () => (await owner.client.run(PersonaDocument, { id: made.personaId })).persona;
/** All that an owner reads of the persona, as one text. */
const read = async (number?: number): Promise<string> => {
  const { personaId: id } = made;
  return JSON.stringify([
    await owner.client.run(PersonaDocument, { id }),
    await versionsOf(owner.client, id),
    await insightOf(owner.client, id, number),
  ]);
};

describe('a hidden quote', () => {
  it('is gone with the sentences that cite it, and with nothing else', async () => {
    const before = await shown();
    expect(before.sentences.some(({ evidence }) => evidence.includes(quote.id))).toBe(true);
    expect(await read()).toContain(quote.text);
    const { persona } = (await hide()).hideQuote;
    const left = before.sentences.filter(({ evidence }) => !evidence.includes(quote.id));
    expect(persona.sentences).toEqual(left);
    expect((await shown()).title).toBe(before.title);
    expect(persona.summary).toBe(left.map(({ text }) => text).join(' '));
    expect(await read()).not.toContain(quote.text);
    const insight = await insightOf(owner.client, made.personaId);
    expect(insight.evidence.map(({ id }) => id)).not.toContain(quote.id);
    expect(insight.traits).toHaveLength(5);
  });

  it('stays hidden in every later version, and its texts are not blended again', async () => {
    await hide();
    test.model.calls.length = 0;
    await submitAll(test.url, made.slug, sixFriends.slice(3).map(without));
    await versionAtEnd(owner.client, made.personaId, 2);
    expect(callsNamed(test.model, 'paraphrases')).toEqual([]);
    expect(JSON.stringify(test.model.calls.map(({ body }) => body))).not.toContain(quote.text);
    for (const number of [1, 2]) expect(await read(number)).not.toContain(quote.text);
    await owner.client.run(ShowVersionDocument, { personaId: made.personaId, number: 1 });
    expect(await read(1)).not.toContain(quote.text);
  });

  it('is hidden in a version that was being written at that moment', async () => {
    const gate = Promise.withResolvers<void>();
    test.model.script({ path: 'images', do: 'hold', until: gate.promise });
    await submitAll(test.url, made.slug, sixFriends.slice(3).map(without));
    await until('version 2 waits for its picture', async () =>
      (await versionsOf(owner.client, made.personaId)).some(({ status }) => status === 'GENERATING_IMAGE'),
    );
    await hide({ version: 1 });
    gate.resolve();
    await versionAtEnd(owner.client, made.personaId, 2);
    expect(await read(2)).not.toContain(quote.text);
  });

  it('is no evidence of a reply any more, neither one that is there nor a later one', async () => {
    const { personaId } = made;
    const { reply } = await ask(owner.client, personaId, 'What do friends write about me?');
    const cited = JSON.stringify({ evidence: [quote.id, 'EV-E'] });
    test.model.script({ path: 'chat', do: 'say', content: cited });
    await owner.client.run(ExplainReplyDocument, { messageId: reply.id });
    expect((await messageOf(owner.client, reply.id)).evidence?.map(({ id }) => id)).toEqual([
      'EV-E',
      quote.id,
    ]);
    await hide();
    expect((await messageOf(owner.client, reply.id)).evidence?.map(({ id }) => id)).toEqual(['EV-E']);
    const later = await ask(owner.client, personaId, 'Good morning');
    // What a reply said stays; later prompts do not contain it any more.
    expect(JSON.stringify(knownIn(replyCalls(test.model).at(-1)))).not.toContain(quote.text);
    test.model.script({ path: 'chat', do: 'say', content: cited });
    await owner.client.run(ExplainReplyDocument, { messageId: later.reply.id });
    expect((await messageOf(owner.client, later.reply.id)).evidence?.map(({ id }) => id)).toEqual(['EV-E']);
    const { conversationExport } = (
      await owner.client.run(ConversationExportDocument, { personaId, format: 'JSON' })
    ).persona;
    const { messages } = JSON.parse(conversationExport.content) as { messages: { evidence: unknown }[] };
    expect(JSON.stringify(messages.map(({ evidence }) => evidence))).not.toContain(quote.text);
  });

  it('is no evidence of a reply that was being explained at that moment', async () => {
    const { reply } = await ask(owner.client, made.personaId, 'What do friends write about me?');
    const gate = Promise.withResolvers<void>();
    const calls = test.model.calls.length;
    test.model.script({ path: 'chat', do: 'hold', until: gate.promise });
    const explaining = owner.client.run(ExplainReplyDocument, { messageId: reply.id });
    await until('the model is asked', () => test.model.calls.length > calls);
    await hide();
    gate.resolve();
    await explaining;
    const { evidence } = await messageOf(owner.client, reply.id);
    expect(JSON.stringify(evidence)).not.toContain(quote.text);
  });

  it('reaches every tab, and hiding it again changes nothing', async () => {
    const tab = owner.client.follow(PersonaChangedDocument, { personaId: made.personaId });
    const before = (await tab.next()).value?.personaChanged.revision ?? 0;
    const { revision } = (await hide()).hideQuote.persona;
    expect(revision).toBeGreaterThan(before);
    expect((await tab.next()).value?.personaChanged.revision).toBe(revision);
    await tab.return?.();
    expect((await hide()).hideQuote.persona.revision).toBe(revision);
  });
});

describe('a report', () => {
  it('keeps the quote, the reason and the day, and nothing about friends', async () => {
    await hide();
    expect(await reports()).toEqual([]);
    await hide({ report: 'IDENTIFYING' });
    await hide({ report: 'UNKIND' });
    const kept = await reports();
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ text: quote.text, reason: 'IDENTIFYING' });
    expect(kept[0]?.['day']).toBe(new Date().toISOString().slice(0, 10));
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(
      ['id', 'version_id', 'text', 'reason', 'reported_on', 'day'].toSorted(),
    );
  });

  it('is deleted with the survey, and with answers that are withdrawn', async () => {
    await hide({ report: 'UNTRUE' });
    expect(await reports()).toHaveLength(1);
    await new ApiClient(test.url).run(WithdrawDocument, { receipt: made.receipts[0] ?? '' });
    expect(await reports()).toEqual([]);
    await owner.client.run(DeleteSurveyDocument, { surveyId: made.id });
    expect(await refused({})).toEqual(['NOT_FOUND', undefined]);
  });
});

it('only what there is can be hidden, by its owner alone', async () => {
  expect(await refused({ quoteId: 'EV-Q99' })).toEqual(['BAD_USER_INPUT', 'quoteId']);
  expect(await refused({ quoteId: 'EV-E' })).toEqual(['BAD_USER_INPUT', 'quoteId']);
  expect(await refused({ version: 7 })).toEqual(['BAD_USER_INPUT', 'version']);
  await using other = await someone(test.url);
  expect(await refused({}, other.client)).toEqual(['NOT_FOUND', undefined]);
  expect(await refused({}, new ApiClient(test.url))).toEqual(['UNAUTHENTICATED', undefined]);
  expect(await read()).toContain(quote.text);
});
