import type { PersonaPageQuery } from '../../graphql/generated/PersonaPage';

/** The persona as the PersonaPage query returns it. */
export type PersonaOnPage = PersonaPageQuery['persona'];

export type ShownVersion = NonNullable<PersonaOnPage['version']>;

export type Insight = NonNullable<ShownVersion['insight']>;
