import { submitAnswers } from '../../client/friends.js';
import {
  AcceptComparisonDocument,
  AllowSharingComparisonDocument,
  CreateSurveyDocument,
  InviteToCompareDocument,
  type Locale,
} from '../../operations/generated/graphql.js';
import { newEmail, statesUntil } from '../../test/testkit/seed.js';
import { signedInStorage } from '../browser/signedInStorage.js';
import { friendsOf } from './friends.js';
import type { Scene, SceneData } from './sceneData.js';

/** Views, shares, looks at the public page, its shares and new owners of the last twelve days. */
const days = [
  [3, 0, 0, 0, 0],
  [9, 4, 0, 0, 0],
  [17, 6, 3, 0, 0],
  [12, 3, 21, 5, 0],
  [7, 0, 34, 8, 3],
  [5, 0, 26, 4, 0],
  [0, 0, 18, 3, 4],
  [4, 0, 9, 0, 0],
  [11, 5, 6, 0, 0],
  [8, 0, 14, 4, 3],
  [6, 3, 11, 0, 0],
  [4, 0, 7, 0, 0],
];
const kinds = ['SURVEY_VIEW', 'SURVEY_SHARE', 'PERSONA_VIEW', 'PERSONA_SHARE', 'NEW_OWNER'];
/** At which steps friends stopped, ten days ago. */
const stops = { CLOSENESS: 3, MI07: 5, MI14: 4, WORDS: 7, TEXT: 9 };

/** A survey with twelve answers whose link has spread. Only the database can tell of past days. */
const spread = (data: SceneData): Promise<string> =>
  data.once('spread', async () => {
    const { id } = await data.answered(12);
    const counted = [
      ...days.flatMap((row, at) => row.map((times, kind) => [days.length - at + 1, kinds[kind], times])),
      ...Object.entries(stops).map(([step, times]) => [10, `STOP_${step}`, times]),
    ];
    await data.stage.execute(
      `insert into daily_count (survey_id, day, kind, times)
       select ?, current_date - (one->>0)::int, one->>1, (one->>2)::int
       from jsonb_array_elements(?::jsonb) as one where (one->>2)::int > 0`,
      [id, JSON.stringify(counted)],
    );
    return `/surveys/${id}`;
  });

const others: Record<Locale, string> = { EN: 'Robin Lee', KO: '이준', JA: '山田ひなた' };

/** A comparison with another person, who allows sharing it, as the owner may do as well. */
const compared = (data: SceneData, isShared: boolean): Promise<string> =>
  data.once(`compared ${isShared}`, async () => {
    const { locale, stage } = data;
    const { client } = await data.person('owner');
    const { personaId } = await data.answered(3);
    const other = await signedInStorage(stage.url, { email: newEmail(), name: others[locale] });
    const { survey } = (await other.client.run(CreateSurveyDocument, { locale })).createSurvey;
    // Its friends are the later ones, so that the two mirrors differ.
    for (const view of friendsOf(locale, 6).slice(3)) await submitAnswers(stage.url, survey.slug, view);
    await statesUntil(other.client, survey.persona.id, ['READY']);
    const { id, code } = (await client.run(InviteToCompareDocument, { personaId })).inviteToCompare
      .comparison;
    await other.client.run(AcceptComparisonDocument, { code: code ?? '', personaId: survey.persona.id });
    await other.client.run(AllowSharingComparisonDocument, { comparisonId: id, allowed: true });
    if (isShared) await client.run(AllowSharingComparisonDocument, { comparisonId: id, allowed: true });
    await other[Symbol.asyncDispose]();
    return `/compare#${id}`;
  });

/** Scenes of what comes of a shared link, and of two mirrors side by side. To add a picture, add an entry. */
export const spreadScenes: readonly Scene[] = [
  { name: 'survey-funnel', path: spread, who: 'owner', isLocalised: true },
  { name: 'compare-result', path: (data) => compared(data, false), who: 'owner', isLocalised: true },
  {
    name: 'compare-shared',
    path: (data) => compared(data, true),
    who: 'owner',
    isFleeting: true,
    act: async (page) => {
      await page.locator('article .row .primary').first().click();
      await page.locator('dialog img').waitFor();
    },
    isLocalised: true,
  },
];
