import { PublishPersonaDocument } from '../../../operations/generated/graphql.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../../testkit/seed.js';

/** The browser's language of each reader. */
export const readers = { en: 'en-US', ko: 'ko-KR', ja: 'ja-JP' } as const;
export type Language = keyof typeof readers;
export const languages = Object.keys(readers) as Language[];

/** The paths of a survey and of a published persona in a language. */
export async function sharedPaths(
  url: string,
  language: Language,
): Promise<{ survey: string; persona: string }> {
  await using owner = await someone(url);
  const locale = language.toUpperCase() as Uppercase<Language>;
  const survey = await newSurvey(owner.client, { locale });
  await threeAnswers(url, survey.slug);
  await statesUntil(owner.client, survey.persona.id, ['READY']);
  const { publishPersona } = await owner.client.run(PublishPersonaDocument, { personaId: survey.persona.id });
  return { survey: `/s/${survey.slug}`, persona: new URL(publishPersona.persona.publicUrl ?? '').pathname };
}
