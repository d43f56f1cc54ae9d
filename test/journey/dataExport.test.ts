import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import { answersOf, threeFriends } from '../../client/friends.js';
import type { SignedIn } from '../../client/signIn.js';
import {
  AcceptComparisonDocument,
  AnswerAboutMyselfDocument,
  DataExportChangedDocument,
  DeleteAccountDocument,
  ExportMyDataDocument,
  GiveConsentDocument,
  HideQuoteDocument,
  ImportCharacterCardDocument,
  PinFactDocument,
  RegenerateReplyDocument,
  SessionsDocument,
} from '../../operations/generated/graphql.js';
import { messageText } from '../../src/entities/Message.js';
import { portraitAnswers, SelfPortrait } from '../../src/entities/SelfPortrait.js';
import type { Sealed } from '../../src/entities/sealed.js';
import { ask, countRows, lengthen, readAll } from '../chat/talk.js';
import { send } from '../http/send.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { unzip } from '../testkit/unzip.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd, versionsOf } from '../testkit/versions.js';
import { ComparingPerson } from './comparingPerson.js';
import { exportedTables, leftOut } from './exportedTables.js';

const test = useApp();
const broughtBack = { spec: 'chara_card_v2', data: { nickname: '미미', tags: ['cozy'] } };
const MESSAGES = 3_000;
const SURVEYS = 12;

/** Waits for an export by its live states. */
async function exportAtEnd(client: ApiClient, id: string) {
  for await (const { dataExportChanged } of client.follow(DataExportChangedDocument, { id }))
    if (dataExportChanged.status !== 'PENDING') return dataExportChanged;
  throw new Error('The export was deleted.');
}

async function exported({ client }: SignedIn) {
  const { id } = (await client.run(ExportMyDataDocument, {})).exportMyData.export;
  const { url } = await exportAtEnd(client, id);
  const answer = await fetch(url ?? '');
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  const files = await unzip(bytes);
  return {
    names: [...files.keys()],
    text: [...files].filter(([name]) => name.endsWith('.json')).join('\n'),
    file: (name: string) => files.get(name),
    json: (name: string) => JSON.parse(String(files.get(name))) as never,
  };
}

const rowsOf = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  test.app.services.orm.em.fork().execute<T[]>(sql, values);

it('every table is in an export or left out for a reason', () => {
  const all = [...test.app.services.orm.getMetadata().getAll().values()];
  const tables = all
    .filter(({ pivotTable, embeddable }) => !pivotTable && !embeddable)
    .map(({ tableName }) => tableName);
  const known = [...Object.keys(exportedTables), ...Object.keys(leftOut)];
  expect(tables.toSorted()).toEqual(known.toSorted());
});

describe('an export of an account with everything', () => {
  let owner: SignedIn;
  let personaId: string;
  let practice: string;
  let copy: Awaited<ReturnType<typeof exported>>;
  beforeAll(async () => {
    owner = await someone(test.url, 'Mina Park');
    const { client } = owner;
    await client.run(GiveConsentDocument, { bornIn: '1990-05', locale: 'EN', version: '2026-11' });
    const answers = answersOf({ ...threeFriends[0]!, line: undefined });
    practice = (await client.run(AnswerAboutMyselfDocument, { answers })).answerAboutMyself.persona.id;
    await versionAtEnd(client, practice);
    const inviting = await ComparingPerson.arrive(test.url, 'Jun', threeFriends);
    personaId = (await surveyOf(client, test.url, sixFriends)).personaId;
    const second = await surveyOf(client, test.url, threeFriends);
    await versionAtEnd(client, personaId, 2);
    await versionAtEnd(client, second.personaId);
    for (let survey = 2; survey < SURVEYS; survey += 1) await newSurvey(client);
    const { quotes } = await insightOf(client, personaId);
    await client.run(HideQuoteDocument, { personaId, quoteId: quotes[0]?.id ?? '', report: 'UNTRUE' });
    const { reply } = await ask(client, personaId, 'What do you see?');
    const again = await client.run(RegenerateReplyDocument, { messageId: reply.id, clientKey: 'again' });
    await readAll(client, again.regenerateReply.reply.id);
    await client.run(PinFactDocument, { personaId, text: 'I grow roses.' });
    await client.run(ImportCharacterCardDocument, { personaId, card: JSON.stringify(broughtBack) });
    await lengthen(test, personaId, MESSAGES, "'message ' || $n");
    const { code } = await inviting.invite();
    await client.run(AcceptComparisonDocument, { code, personaId });
    copy = await exported(owner);
  });

  it('has every survey, persona and version, and the pictures as they are stored', async () => {
    const surveys = await rowsOf<{ id: string }>('select id from survey where owner_id = ?', [
      owner.session.user.id,
    ]);
    expect(surveys).toHaveLength(SURVEYS);
    for (const { id } of surveys) expect(copy.json(`surveys/${id}.json`)).toMatchObject({ id });
    const personas = await rowsOf<{ id: string }>('select id from persona where owner_id = ?', [
      owner.session.user.id,
    ]);
    for (const { id } of personas) {
      expect(copy.json(`personas/${id}/persona.json`)).toMatchObject({ id });
      const versions: { id: string; insight: object; evidence: object[] }[] = copy.json(
        `personas/${id}/versions.json`,
      );
      const stored = await rowsOf<{ id: string }>(
        'select id from persona_version where persona_id = ? order by number desc',
        [id],
      );
      expect(versions.map((version) => version.id)).toEqual(stored.map((version) => version.id));
    }
    const pictures = await rowsOf<{ name: string; bytes: Buffer }>(
      `select 'personas/' || persona_id || '/picture-' || number || '.webp' as name, bytes
       from image join persona_version version on version.id = version_id join persona on persona.id = persona_id
       where owner_id = ? and width = 1024`,
      [owner.session.user.id],
    );
    expect(pictures).toHaveLength(4);
    for (const { name, bytes } of pictures) expect(copy.file(name)?.equals(bytes), name).toBe(true);
    expect(copy.names.filter((name) => name.endsWith('.webp'))).toHaveLength(4);
  });

  it('has what the owner brought back in a character card, and no empty file for another persona', () => {
    expect(copy.json(`personas/${personaId}/kept-fields.json`)).toEqual({
      card: {},
      data: broughtBack.data,
    });
    expect(copy.names.filter((name) => name.endsWith('kept-fields.json'))).toHaveLength(1);
  });

  it('has every message of the tree with its text, the memory and the alternatives', async () => {
    const em = test.app.services.orm.em.fork();
    const stored = await rowsOf<{
      id: string;
      parentId: string | null;
      active: boolean;
      text: Sealed<string>;
    }>(
      `select message.id, parent_id as "parentId", active, text from message
       join conversation on conversation.id = conversation_id where persona_id = ? order by depth, sibling, message.id`,
      [personaId],
    );
    expect(stored).toHaveLength(MESSAGES + 3);
    const talk: {
      messages: { id: string; parentId: string | null; isShown: boolean; text: string }[];
      memory: object;
    } = copy.json(`personas/${personaId}/conversation.json`);
    expect(talk.messages.map(({ id, parentId, isShown, text }) => [id, parentId, isShown, text])).toEqual(
      stored.map(({ id, parentId, active, text }) => [id, parentId, active, messageText.open(em, id, text)]),
    );
    expect(talk.memory).toMatchObject({ facts: [{ text: 'I grow roses.' }] });
    expect(copy.json(`personas/${practice}/conversation.json`)).toMatchObject({ messages: [] });
  });

  it('has the account with its consent, its sessions, the own answers and the comparisons', async () => {
    const account: { sessions: { id: string }[] } & Record<string, unknown> = copy.json('account.json');
    expect(account).toMatchObject({
      displayName: 'Mina Park',
      email: owner.session.user.email,
      consent: { bornIn: '1990-05', locale: 'EN', version: '2026-11' },
    });
    const { sessions } = (await owner.client.run(SessionsDocument, {})).viewer;
    expect(account.sessions.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
    const em = test.app.services.orm.em.fork();
    const own = await em.findOneOrFail(SelfPortrait, { owner: owner.session.user.id });
    const answers = portraitAnswers.open(em, own.owner.id, own.answers);
    expect(answers).toHaveLength(21);
    expect(copy.json('about-me.json')).toEqual({ questionnaire: own.questionnaire, answers });
    expect(copy.json('comparisons.json')).toMatchObject([{ theirName: 'Jun', status: 'AGREED' }]);
    expect(copy.json(`personas/${personaId}/persona.json`)).toMatchObject({
      reportedQuotes: [{ reason: 'UNTRUE' }],
    });
  });

  it('tells no more of friends than the app: no line, no answer, no key of theirs, and no hidden quote', async () => {
    for (const { line = '' } of sixFriends) expect(copy.text).not.toContain(line);
    const [hidden] = await rowsOf<{ text: string }>('select text from quote_report');
    expect(copy.text).not.toContain(hidden?.text);
    const secrets = await rowsOf<Record<string, string>>(
      `select response.id, receipt, client_key, device, device_secret from response
       join survey on survey.id = survey_id where owner_id = ?`,
      [owner.session.user.id],
    );
    expect(secrets.length).toBe(9);
    for (const secret of secrets.flatMap((row) => Object.values(row).filter((value) => value !== null)))
      expect(copy.text).not.toContain(secret);
    const newest = (await versionsOf(owner.client, personaId))[0];
    const versions: { id: string; insight: object }[] = copy.json(`personas/${personaId}/versions.json`);
    expect(versions[0]?.id).toBe(newest?.id);
    const { evidence, ...insight } = await insightOf(owner.client, personaId);
    expect(versions[0]).toMatchObject({ insight, evidence });
    expect(JSON.stringify(versions)).not.toMatch(/standardError|weight/i);
  });
});

describe('asking for an export', () => {
  it('while one is being made gives the same one, and its link lives for a day', async () => {
    await using owner = await someone(test.url);
    const asked = await Promise.all(
      Array.from({ length: 4 }, () => owner.client.run(ExportMyDataDocument, {})),
    );
    const ids = new Set(asked.map(({ exportMyData }) => exportMyData.export.id));
    // A later call may have come after the first export was made.
    expect(await countRows(test, 'data_export', `owner_id = '${owner.session.user.id}'`)).toBe(ids.size);
    const [id = ''] = ids;
    const { url, expiresAt } = await exportAtEnd(owner.client, id);
    const hours = (Date.parse(String(expiresAt)) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect((await send(url ?? '')).headers['cache-control']).toBe('private, no-store');
    await rowsOf("update data_export set expires_at = now() - interval '1 second' where id = ? returning 1", [
      id,
    ]);
    expect((await send(url ?? '')).status).toBe(404);
  });

  it('is for the owner alone, and the link ends with the account', async () => {
    const [owner, other] = [await someone(test.url), await someone(test.url)];
    const { id } = (await owner.client.run(ExportMyDataDocument, {})).exportMyData.export;
    await expect(other.client.follow(DataExportChangedDocument, { id }).next()).rejects.toBeDefined();
    const { url } = await exportAtEnd(owner.client, id);
    expect((await send(url ?? '')).status).toBe(200);
    await owner.client.run(DeleteAccountDocument, {});
    expect((await send(url ?? '')).status).toBe(404);
    expect(await countRows(test, 'data_export_piece', `export_id = '${id}'`)).toBe(0);
  });
});
