import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../../entities/Persona.js';
import { type Response, responseAnswers } from '../../entities/Response.js';
import type { Answer } from '../../measurement/answers.js';
import {
  type AnswerIndex,
  type GrowingAnswerIndex,
  indexAnswers,
} from '../../measurement/openText/answerIndex.js';

/** Decrypting this many answers takes about 10 ms, in which the process does nothing else. */
const PAGE = 200;
/** Most answers in the indexes that are kept, some 60 MB. */
const MOST_KEPT = 10_000;

/** A survey that makes no version meanwhile may have been deleted. */
const KEPT_MS = 10 * 60_000;

/** The index of a survey's texts from releases whose sums are kept. */
interface Kept {
  name: string;
  index: GrowingAnswerIndex;
  /** The ids of the releases' sums, by release. Another id says that answers of it were withdrawn. */
  releases: Map<number, string>;
  answers: number;
  /** Ends the keeping. */
  timer?: NodeJS.Timeout;
}

/** By survey, the one that was used last at the end. */
const keptIndexes = new Map<string, Kept>();

/**
 * Index of all texts that friends wrote about a person, released or not. No readable text may quote them. This process
 * keeps the index of the releases, so that a version reads the answers only that came after the one before it. A
 * withdrawal discards it.
 */
export async function readOpenTexts(em: EntityManager, persona: Persona): Promise<AnswerIndex> {
  if (persona.survey === null) return indexAnswers([]);
  const survey = persona.survey.id;
  const rows = await em.execute<{ release: number; id: string | null }[]>(
    `select number as release, release_sum.id from survey cross join generate_series(1, releases) as number
       left join release_sum on survey_id = :survey and release = number
     where survey.id = :survey`,
    { survey },
  );
  const now = new Map(rows.flatMap(({ release, id }) => (id === null ? [] : [[release, id] as const])));
  const kept = takeKept(survey, persona.name, now);
  const latest = indexAnswers([], persona.name);
  for (const { release, id } of [...rows, { release: null, id: null }]) {
    if (release !== null && kept.releases.has(release)) continue;
    const index = id === null ? latest : kept.index;
    for await (const answers of answersOf(em, survey, release)) {
      if (id !== null) kept.answers += 1;
      for (const { text } of answers) if (text !== undefined) index.add(text);
    }
    if (release !== null && id !== null) kept.releases.set(release, id);
  }
  keep(survey, kept);
  return {
    overlaps: (text) => kept.index.overlaps(text) || latest.overlaps(text),
    isCopiedInto: (blend) => kept.index.isCopiedInto(blend) || latest.isCopiedInto(blend),
  };
}

/** Takes the index from among the kept ones, so that nobody else adds to it meanwhile; a new one if it is out of date. */
function takeKept(survey: string, name: string, now: ReadonlyMap<number, string>): Kept {
  const kept = keptIndexes.get(survey);
  keptIndexes.delete(survey);
  clearTimeout(kept?.timer);
  const isCurrent =
    kept?.name === name && [...kept.releases].every(([release, id]) => now.get(release) === id);
  return isCurrent ? kept : { name, index: indexAnswers([], name), releases: new Map(), answers: 0 };
}

function keep(survey: string, kept: Kept): void {
  keptIndexes.set(survey, kept);
  kept.timer = setTimeout(() => {
    if (keptIndexes.get(survey) === kept) keptIndexes.delete(survey);
  }, KEPT_MS).unref();
  let total = [...keptIndexes.values()].reduce((sum, { answers }) => sum + answers, 0);
  for (const [oldest, { answers }] of keptIndexes) {
    if (total <= MOST_KEPT) return;
    keptIndexes.delete(oldest);
    total -= answers;
  }
}

/** The answers of each response in a release, or in none (null). Reads a page at a time. */
export async function* answersOf(
  em: EntityManager,
  survey: string,
  release: number | null,
): AsyncGenerator<Answer[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    // Along the index of the releases.
    const page = await em.execute<Pick<Response, 'id' | 'answers'>[]>(
      `select id, answers from response where survey_id = :survey and id > :after
         and ${release === null ? 'release is null' : 'release = :release'} order by id limit :page`,
      { survey, after, release, page: PAGE },
    );
    for (const { id, answers } of page) yield responseAnswers.open(em, id, answers);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}
