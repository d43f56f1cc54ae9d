import type { PersonaPageQuery } from './operations/generated/PersonaPage';

/** The persona as the PersonaPage query returns it. */
export type PagePersona = PersonaPageQuery['persona'];

export type ShownVersion = NonNullable<PagePersona['version']>;

export type Insight = NonNullable<ShownVersion['insight']>;
