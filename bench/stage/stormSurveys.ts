import type { MikroORM } from '@mikro-orm/postgresql';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import { MAX_SURVEYS } from '../../src/entities/Survey.js';
import { CreateSurveyDocument, SubmitResponseDocument } from '../../operations/generated/graphql.js';

/** The result of a storm. `accepted` and `refused` count responses; all other counts are of surveys. */
interface StormReport {
  surveys: number;
  accepted: number;
  refused: number;
  ready: number;
  /** Surveys whose counter differs from the number of rows or of accepted responses. */
  miscounted: number;
  /** Surveys whose persona does not have exactly one saga generation and three picture sizes. */
  doubled: number;
}

/** Surveys at a time: enough for collisions, few enough for a small machine. */
const CONCURRENCY = 25;

/**
 * Creates surveys, sends three to five simultaneous responses to each, waits until every persona is READY or
 * FAILED, and counts everything in the database.
 * @param options.url address of the server; the owners of the surveys sign in there
 * @param options.seed determines how many responses each survey gets
 */
export async function stormSurveys(options: {
  url: string;
  orm: MikroORM;
  surveys: number;
  seed: number;
  onProgress?: (done: number) => void;
  /** Called with the reason of each refused response; returns false. */
  onRefusal?: (error: Error) => false;
}): Promise<StormReport> {
  const { url, orm, surveys, onRefusal = () => false } = options;
  const accepted = new Map<string, number>();
  let refused = 0;
  let next = 0;
  const owners = await Promise.all(
    Array.from({ length: Math.ceil(surveys / MAX_SURVEYS) }, (_, n) =>
      signIn(url, { email: `storm-${n}@demo.example`, name: 'Storm' }),
    ),
  );

  const storm = async (): Promise<void> => {
    for (let index = next++; index < surveys; index = next++) {
      const owner = owners[Math.floor(index / MAX_SURVEYS)]!;
      const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;
      const friends = 3 + ((index * 31 + options.seed) % 3);
      const answers = await Promise.all(
        Array.from({ length: friends }, (_, friend) =>
          new ApiClient(url)
            .run(SubmitResponseDocument, { input: submission(survey.slug, threeFriends[friend % 3]!) })
            .then(() => true, onRefusal),
        ),
      );
      const good = answers.filter(Boolean).length;
      accepted.set(survey.id, good);
      refused += friends - good;
      options.onProgress?.(accepted.size);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, storm));

  const ids = [...accepted.keys()];
  const ready = await settled(orm, ids);
  const rows = await orm.em
    .fork()
    .execute<{ id: string; counted: number; rows: string; generation: number; images: string }[]>(
      `select s.id, s.response_count as counted, v.generation,
       (select count(*) from response r where r.survey_id = s.id) as rows,
       (select count(*) from image i where i.version_id = v.id) as images
     from survey s join persona p on p.survey_id = s.id join persona_version v on v.persona_id = p.id where s.id in (?)`,
      [ids],
    );
  return {
    surveys,
    accepted: [...accepted.values()].reduce((sum, count) => sum + count, 0),
    refused,
    ready,
    miscounted: rows.filter((row) => row.counted !== Number(row.rows) || row.counted !== accepted.get(row.id))
      .length,
    doubled: rows.filter((row) => row.generation !== 1 || Number(row.images) !== 3).length,
  };
}

/** Waits until no persona is in progress. @returns how many are READY */
async function settled(orm: MikroORM, ids: string[]): Promise<number> {
  for (;;) {
    const [now] = await orm.em.fork().execute<{ ready: string; working: string }[]>(
      `select count(*) filter (where status = 'READY') as ready,
         count(*) filter (where status not in ('READY', 'FAILED')) as working
       from persona where survey_id in (?)`,
      [ids],
    );
    if (now?.working === '0') return Number(now.ready);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
