/** The same text a number of times, each with its number. */
const times = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

const SURVEY =
  'id slug url title ownerName locale status responseCount threshold nextRelease createdOn revision';
const CONTENT = `archetype runnerUp rarity confidence title summary template demo
  sentences { text evidence } traits { id score level agreement raters } illustration { url alt }`;
const PERSONA = `id slug status revision name greeting alternateGreetings voice { mode habits sample } ${CONTENT}`;
const INSIGHT = `insight { friends norm { source } traits { id score text } agreed { text } split { text }
  words { id word count share } quotes { text } johari { arena { label } unknown { label } }
  blindSpots { text } stats { charisma } circles { friends traits { score } } }`;
const MESSAGE = 'id role text status createdAt alternatives evidence { text } helpLines { name }';

/** A query of 15 pages of 100 surveys: what issue 12 found to run for 12 s with about 2,000 statements. */
export const attack = `{ viewer { ${times(15, (n) => `a${n}: surveys(first: 100) { edges { node { persona { survey { id } } } } }`)} } }`;

/** Queries of nearly 1,000 points, each dear in another way. `$persona` is the id of a persona. */
export const dearQueries: Record<string, string> = {
  surveys: `{ viewer { ${times(6, (n) => `a${n}: surveys(first: 100) { edges { cursor node { ${SURVEY} } } }`)} } }`,
  personas: `{ viewer { ${times(3, (n) => `a${n}: surveys(first: 50) { edges { node { persona { ${PERSONA} } } } }`)} } }`,
  'personas of surveys of personas': `{ viewer { surveys(first: 31) { edges { node {
    persona { ${CONTENT} survey { persona { ${CONTENT} } } } } } } } }`,
  versions: `query($persona: ID!) { persona(id: $persona) { versions(first: 48) { edges { node {
    id number hash provenance { model prompts } ${CONTENT} ${INSIGHT} } } } } }`,
  messages: `query($persona: ID!) { persona(id: $persona) { ${times(3, (n) => `a${n}: messages(last: 100) { edges { node { ${MESSAGE} } } }`)} } }`,
  comparisons: `{ viewer { ${times(2, (n) => `a${n}: comparisons(first: 100) { edges { node { id status mine { name } score reasons } } }`)} } }`,
  'one of each, three times': `query($persona: ID!) { ${times(
    3,
    (n) => `a${n}: persona(id: $persona) {
    ${PERSONA} survey { persona { survey { persona { title } } } } version { ${INSIGHT} evidence { text } }
    conversation { greeting memory { facts { text } } writing { text } }
    versions(first: 1) { edges { node { id } } } messages(last: 1) { edges { node { ${MESSAGE} } } } }`,
  )} }`,
  'chains of personas and surveys': `query($persona: ID!) { ${times(
    7,
    (n) => `a${n}: persona(id: $persona) {
    survey { persona { survey { persona { survey { persona { survey { persona { title } } } } } } } } }`,
  )} }`,
  'many short pages': `{ viewer { ${times(15, (n) => `a${n}: surveys(first: 1) { edges { node { persona { survey { persona { title } } } } } }`)} } }`,
  introspection: `{ __schema { ${times(
    12,
    (n) => `a${n}: types { name description fields(includeDeprecated: true) {
    name description args { name description type { name kind ofType { name kind ofType { name kind } } } }
    type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } `,
  )} } }`,
};
