import { ApiClient } from '../../client/apiClient.js';
import { ReceiptDocument } from '../../operations/generated/graphql.js';
import { parseDataKeys } from '../../src/dataKeys.js';
import { messageText } from '../../src/entities/Message.js';
import { open } from '../../src/entities/sealed.js';
import { releaseSize } from '../../src/measurement/release/schedule.js';
import { dataKeys } from '../../test/testkit/dataKeys.js';
import type { ChaosStage } from './stage.js';
import type { ChaosDatabase } from './chaosDatabase.js';
import type { Entry, Ledger } from './ledger.js';
import { type Access, surely } from './surely.js';
import type { ReadReply, Watchers } from './watchers.js';

/** What the database holds, compared with what people were told. All lists should be empty, `failed` apart. */
export interface Verdict {
  accepted: number;
  versions: number;
  replies: number;
  /** Accepted answers, or due versions, that are missing or differ. */
  lost: string[];
  /** Answers, counts, versions, pictures or replies that exist more often than they should. */
  doubled: string[];
  /** Versions, replies and jobs without an end. */
  stuck: string[];
  /** Readers who did not see exactly what is stored. */
  misread: string[];
  /** Refusals that no fault explains, and revisions that went back. */
  wrong: string[];
  /** Versions that ended as FAILED, which is an end: with the reason that their owner sees. */
  failed: string[];
}

interface StoredResponse {
  surveyId: string;
  clientKey: string;
  receipt: string;
  closeness: number;
}

interface StoredVersion {
  surveyId: string;
  number: number;
  status: string;
  hasText: boolean;
  images: number;
  illustrated: boolean;
  reason: string | null;
}

/** The queue's states of a job that is not over. */
const UNFINISHED = "('created', 'retry', 'active')";

/** What is still in progress: versions, replies and jobs. */
export async function workInProgress(database: ChaosDatabase): Promise<string[]> {
  const rows = await database.query<{ what: string }>(
    `select 'version ' || id || ' is ' || status as what from persona_version where status not in ('READY', 'FAILED')
     union all select 'reply ' || id || ' is ' || status from message where status in ('PENDING', 'STREAMING')
     union all select 'job ' || name || ' ' || id || ' is ' || state || ', retry ' || retry_count from pgboss.job
       where state in ${UNFINISHED} and name not like '\\_\\_pgboss%'`,
  );
  return rows.map(({ what }) => what);
}

/** Answers whose content is read again, by their receipts. */
const READ_AGAIN = 100;

/** Judges what is stored once nothing happens any more. */
export async function judge(
  { database }: ChaosStage,
  access: Access,
  ledger: Ledger,
  watchers: Watchers,
): Promise<Verdict> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const rows = await database.query<StoredResponse>(
    `select survey_id as "surveyId", client_key as "clientKey", receipt, closeness from response`,
  );
  const stored = Map.groupBy(rows, ({ surveyId, clientKey }) => `${surveyId} ${clientKey}`);
  const known = new Set<string>();
  for (const entry of ledger.entries) {
    const key = `${entry.surveyId} ${entry.input.clientKey}`;
    known.add(key);
    const found = stored.get(key) ?? [];
    if (entry.receipt !== null && !found.some((row) => isSame(entry, row)))
      lost.push(`answer ${key}, accepted ${new Date(entry.acceptedAt ?? 0).toISOString()}`);
    if (found.length > 1) doubled.push(`answer ${key} has ${found.length} rows`);
  }
  for (const key of stored.keys()) if (!known.has(key)) doubled.push(`answer ${key} is no one's`);
  for (const receipt of ledger.changedReceipts) doubled.push(`a second receipt ${receipt} for one answer`);

  const counts = await database.query<{ id: string; counted: number; rows: number }>(
    `select id, response_count as counted, (select count(*)::int from response where survey_id = survey.id) as rows
     from survey`,
  );
  for (const { id, counted, rows } of counts)
    if (counted !== rows) doubled.push(`survey ${id} counts ${counted}, has ${rows}`);

  const versions = await database.query<StoredVersion>(
    `select p.survey_id as "surveyId", v.number, v.status, v.text is not null as "hasText",
       v.illustration is not null as illustrated, v.failure ->> 'reason' as reason,
       (select count(*)::int from image i where i.version_id = v.id) as images
     from persona_version v join persona p on p.id = v.persona_id`,
  );
  const made = Map.groupBy(versions, ({ surveyId }) => surveyId);
  for (const { id, rows } of counts) {
    const numbers = (made.get(id) ?? []).map(({ number }) => number).toSorted((a, b) => a - b);
    // A release may have overtaken the ones before it, but nothing overtakes the newest one.
    const [due, newest] = [newestRelease(rows), numbers.at(-1) ?? 0];
    if (newest > due) doubled.push(`survey ${id} with ${rows} answers has versions ${numbers.join()}`);
    if (newest < due) lost.push(`survey ${id} with ${rows} answers has versions ${numbers.join()}`);
  }
  for (const { surveyId, number, status, hasText, illustrated, images } of versions) {
    if (status !== 'READY') continue;
    const version = `version ${number} of survey ${surveyId}`;
    if (!hasText || !illustrated || images < 3) lost.push(`${version} has ${images} picture sizes`);
    if (images > 3) doubled.push(`${version} has ${images} picture sizes`);
  }
  const told = await judgeReplies(database, watchers.replies);
  return {
    accepted: ledger.accepted,
    versions: versions.length,
    replies: watchers.replies.length,
    lost: [...lost, ...told.lost, ...(await changedAnswers(access, ledger.entries))],
    doubled: [...doubled, ...told.doubled],
    stuck: await workInProgress(database),
    misread: told.misread,
    wrong: [
      ...ledger.wrongRefusals,
      ...watchers.wrongRefusals,
      ...(watchers.backwards > 0 ? [`${watchers.backwards} revisions went back`] : []),
    ],
    failed: versions
      .filter(({ status }) => status === 'FAILED')
      .map(({ surveyId, number, reason }) => `version ${number} of survey ${surveyId}: ${reason}`),
  };
}

/** The number of the newest release of a survey with so many answers. */
function newestRelease(answers: number): number {
  for (let releases = 0, released = 0; ; releases += 1) {
    released += releaseSize(releases, released);
    if (released > answers) return releases;
  }
}

const isSame = ({ input, receipt }: Entry, row: StoredResponse): boolean =>
  row.receipt === receipt && row.closeness === input.closeness;

/** Reads some answers by their receipts. @returns those that are gone or not what was sent */
async function changedAnswers(access: Access, entries: readonly Entry[]): Promise<string[]> {
  const changed: string[] = [];
  const accepted = entries.filter(({ receipt }) => receipt !== null);
  const step = Math.max(1, Math.floor(accepted.length / READ_AGAIN));
  for (let at = 0; at < accepted.length; at += step) {
    const { input, receipt } = accepted[at]!;
    const scales = await surely(access, (url) => readScales(new ApiClient(url), receipt ?? ''));
    if (
      input.answers.some(
        ({ questionId, scale }) => scale !== undefined && scales.get(String(questionId)) !== scale,
      )
    )
      changed.push(`the content of answer ${input.clientKey}`);
  }
  return changed;
}

/** The stored scale answers by question; none if there is no such answer. */
async function readScales(
  client: ApiClient,
  receipt: string,
): Promise<Map<string, number | null | undefined>> {
  const { data, errors } = await client.request(ReceiptDocument, { receipt });
  const code = errors[0]?.extensions?.['code'];
  if (typeof code === 'string' && code !== 'NOT_FOUND')
    throw new Error(`${code}: the answer could not be read`);
  return new Map(data?.responseByReceipt.answers.map(({ questionId, scale }) => [String(questionId), scale]));
}

async function judgeReplies(database: ChaosDatabase, replies: readonly ReadReply[]) {
  const rows = await database.query<{ id: string; personaId: string; text: string; status: string }>(
    `select message.id, persona_id as "personaId", text, status from message
     join conversation on conversation.id = conversation_id where role = 'PERSONA'`,
  );
  const keys = parseDataKeys(dataKeys);
  const stored = new Map(
    rows.map(({ id, text, ...row }) => [
      id,
      { ...row, text: open(keys, messageText.placeOf(id), text) as string },
    ]),
  );
  const misread: string[] = [];
  const lost: string[] = [];
  for (const { id, seen } of replies) {
    const row = stored.get(id);
    if (row === undefined) lost.push(`reply ${id}`);
    for (const { text, finals, gaps, overlaps } of seen)
      if (text !== row?.text || finals.join() !== row.status || gaps > 0 || overlaps > 0)
        misread.push(
          `reply ${id}: ${finals.join()}, ${gaps} gaps, ${overlaps} overlaps, ${text.length} units`,
        );
  }
  // Each owner asks once.
  const doubled = [...Map.groupBy(rows, ({ personaId }) => personaId)]
    .filter(([, own]) => own.length > 1)
    .map(([personaId, own]) => `persona ${personaId} has ${own.length} replies to one question`);
  return { lost, doubled, misread };
}
