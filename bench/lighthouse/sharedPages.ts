import { submitAnswers, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import {
  CreateSurveyDocument,
  type Locale,
  PersonaChangedDocument,
  PublishPersonaDocument,
} from '../../operations/generated/graphql.js';

/** The given names that pages show, as people of each language write them. */
const names: Record<Locale, string> = { EN: 'Mina Park', KO: '박민아', JA: '佐藤さくら' };

/**
 * Makes one page of each kind that people share, in one language.
 * @returns the paths of the start page, of a survey that takes answers, and of a published persona
 */
export async function sharedPages(url: string, locale: Locale): Promise<[name: string, path: string][]> {
  await using owner = await signIn(url, { email: `mina.${locale}@demo.example`, name: names[locale] });
  const { survey } = (await owner.client.run(CreateSurveyDocument, { locale })).createSurvey;
  const personaId = survey.persona.id;
  const states = owner.client.follow(PersonaChangedDocument, { personaId });
  for (const view of threeFriends) await submitAnswers(url, survey.slug, view);
  for await (const { personaChanged } of states) if (personaChanged.status === 'READY') break;
  const { persona } = (await owner.client.run(PublishPersonaDocument, { personaId })).publishPersona;
  return [
    ['landing', '/'],
    ['survey', `/s/${survey.slug}`],
    ['persona', new URL(persona.publicUrl ?? '').pathname],
  ];
}
