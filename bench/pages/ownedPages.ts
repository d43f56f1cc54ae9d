import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  CreateSurveyDocument,
  type Locale,
  PersonaChangedDocument,
  PublishPersonaDocument,
} from '../../operations/generated/graphql.js';
import { type SignedInStorage, signedInStorage } from '../../scripts/browser/signedInStorage.js';

/** The names that pages show, as people of each language write them. */
const names: Record<Locale, string> = { EN: 'Mina Park', KO: '박민아', JA: '佐藤さくら' };

/** A page to be loaded. */
export interface OwnedPage {
  name: string;
  path: string;
  /** Whether its reader is signed in as the owner. */
  isPrivate: boolean;
}

/** Makes an owner with a READY, published persona of three friends, and names one page of each kind. */
export async function ownedPages(
  url: string,
  locale: Locale,
): Promise<{ pages: OwnedPage[]; storage: SignedInStorage['storage'] }> {
  await using owner = await signedInStorage(url, {
    email: `pages.${locale}.${Date.now()}@demo.example`,
    name: names[locale],
  });
  const { survey } = (await owner.client.run(CreateSurveyDocument, { locale })).createSurvey;
  const personaId = survey.persona.id;
  const states = owner.client.follow(PersonaChangedDocument, { personaId });
  for (const view of threeFriends) await submitAnswers(url, survey.slug, view);
  for await (const { personaChanged } of states) if (personaChanged.status === 'READY') break;
  const { persona } = (await owner.client.run(PublishPersonaDocument, { personaId })).publishPersona;
  // Its reveal is a scene of its own.
  const seen = { name: 'mirai.revealed', value: JSON.stringify([personaId]) };
  const origins = [{ origin: new URL(url).origin, localStorage: [...owner.entries, seen] }];
  return {
    storage: { cookies: [], origins },
    pages: [
      { name: 'home', path: '/home', isPrivate: true },
      { name: 'persona', path: `/personas/${personaId}`, isPrivate: true },
      { name: 'chat', path: `/personas/${personaId}/chat`, isPrivate: true },
      { name: 'compare', path: '/compare', isPrivate: true },
      { name: 'survey, for its owner', path: `/surveys/${survey.id}`, isPrivate: true },
      { name: 'landing', path: '/', isPrivate: false },
      { name: 'survey', path: `/s/${survey.slug}`, isPrivate: false },
      { name: 'public page', path: new URL(persona.publicUrl ?? '').pathname, isPrivate: false },
    ],
  };
}
