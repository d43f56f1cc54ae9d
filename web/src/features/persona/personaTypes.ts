import type { PersonaPageQuery } from './operations/generated/PersonaPage';
import type { PublicPersonaQuery } from './operations/generated/PublicPersona';

/** The persona as the PersonaPage query returns it. */
export type PagePersona = PersonaPageQuery['persona'];

export type ShownVersion = NonNullable<PagePersona['version']>;

export type Insight = NonNullable<ShownVersion['insight']>;

/** A published persona, as anyone with its link sees it. */
export type PublicPersona = PublicPersonaQuery['publicPersona'];
