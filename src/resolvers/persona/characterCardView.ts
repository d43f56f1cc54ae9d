import type { EntityManager } from '@mikro-orm/postgresql';
import { digestsOf, OUR_EXTENSION } from '../../characterCard/keptFields.js';
import { Persona } from '../../entities/Persona.js';
import { shownVersion } from '../../entities/redaction.js';
import { describeForStrangers, describePortrait } from '../../measurement/describeEvidence.js';
import { evidenceIds } from '../../measurement/evidence.js';
import type { Archetype } from '../../measurement/archetypes.js';
import { indexQuotes, type QuoteIndex } from '../../measurement/openText/quoteIndex.js';
import { archetypePersonaParts, archetypeVoice, voiceOf } from '../../measurement/voices/voices.js';
import { characterCardWording } from './characterCardWording.js';
import { readKeptFields } from './keptFieldsView.js';
import { mayBeRead, publicPersonaView } from './publicPersonaView.js';

/** Where the largest size of an illustration is; see ImageSize. */
const LARGE = 0;

/** The file format of the entry that this program adds under `extensions`. */
const FORMAT = 're-mirai-persona@1';

/**
 * The shown version of a persona as a character card. A card is made for taking away and passing on, so it holds what
 * the public page would show, whether or not there is one, and the mirror's voice: no quote, no count that tells of one
 * friend, nothing of the conversation, and no times. Next to it, `kept` is what the owner brought back from another
 * program.
 * @returns null unless the persona is READY and its shown version has a picture
 */
export async function readCharacterCard(em: EntityManager, personaId: string) {
  const persona = await em.findOne(Persona, { id: personaId, status: 'READY' });
  const version = persona && (await shownVersion(em, persona));
  const shown = persona && version && publicPersonaView(persona, version);
  const pictureHash = version?.illustration?.sizes[LARGE]?.hash;
  if (!shown || !version?.evidence || !version.text || pictureHash === undefined) return null;
  const { evidence, text } = version;
  const { name, locale } = persona;
  const isOwn = evidence.basis === 'SELF';
  const quotes = indexQuotes(evidence.quotes);
  const { voice } = voiceOf(persona, text);
  const [greeting, ...alternates] = greetingsOf(persona, evidence.archetype, text, quotes);
  const manner = [voice.register, ...voice.habits].filter((line) => mayBeRead(line, quotes));
  const written = isOwn ? text.summary : shown.sentences;
  const measured = isOwn
    ? describePortrait(evidence, [...evidenceIds(evidence)])
    : describeForStrangers(evidence);
  const wording = characterCardWording[locale];
  const paragraphs = [written, measured.filter(({ id }) => !id.startsWith('EV-Q'))].map((sentences) =>
    sentences.map((sentence) => sentence.text).join(locale === 'JA' ? '' : ' '),
  );
  const { title, archetype, rarity, friends, traits } = shown;
  const card = {
    name,
    description: paragraphs.filter((one) => one !== '').join('\n\n'),
    personality: [`${archetypeVoice(archetype, locale, name).name}: ${title}`, ...manner].join('\n'),
    scenario: wording.scenario(name),
    first_mes: greeting ?? '',
    mes_example: mayBeRead(voice.sample, quotes) ? `<START>\n{{char}}: ${voice.sample}` : '',
    creator_notes: wording.notes(isOwn ? 0 : friends),
    system_prompt: wording.system(name),
    post_history_instructions: '',
    alternate_greetings: alternates,
    tags: ['Re:MirAI', archetype.toLowerCase()],
    creator: 'Re:MirAI',
    character_version: String(version.number),
  };
  const ours = {
    format: FORMAT,
    locale,
    archetype,
    title,
    rarity,
    friends,
    traits,
    written: digestsOf(card),
  };
  return {
    card: { ...card, extensions: { [OUR_EXTENSION]: ours } },
    kept: await readKeptFields(em, personaId),
    pictureHash,
  };
}

type Spoken = Parameters<typeof voiceOf>[1];

/** The greetings that count no people, or those of the archetype if every one does. */
function greetingsOf(persona: Persona, archetype: Archetype, text: Spoken, quotes: QuoteIndex): string[] {
  const shared = voiceOf(persona, text).greetings.filter((line) => mayBeRead(line, quotes));
  if (shared.length > 0) return shared;
  return voiceOf(persona, archetypePersonaParts(archetype, persona.locale, persona.name)).greetings;
}
