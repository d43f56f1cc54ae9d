import type { PersonaText } from '../../../src/ai/prompts/personaText.js';
import type { Archetype } from '../../../src/measurement/archetypes.js';
import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { SeededRandom } from './seededRandom.js';

type Picture = PersonaText['imagePrompt'];
type Choices<K extends keyof Picture> = readonly [Picture[K], ...Picture[K][]];

const places: Record<Archetype, Choices<'setting'>> = {
  PROTECTOR: ['harbour', 'shore', 'mountain'],
  SAGE: ['library', 'observatory', 'forest'],
  REBEL: ['rooftop', 'mountain', 'market'],
  ARTIST: ['workshop', 'rooftop', 'garden'],
  CAREGIVER: ['garden', 'harbour', 'workshop'],
  MYSTIC: ['forest', 'shore', 'observatory'],
  LEADER: ['mountain', 'harbour', 'rooftop'],
  TRICKSTER: ['market', 'workshop', 'garden'],
};

const moods: Record<EvidencePack['traits'][number]['trait'], Record<'high' | 'low', Picture['mood']>> = {
  E: { high: 'bright', low: 'calm' },
  A: { high: 'tender', low: 'bold' },
  C: { high: 'steadfast', low: 'playful' },
  N: { high: 'restless', low: 'calm' },
  I: { high: 'dreamy', low: 'steadfast' },
};

const colours: Choices<'palette'> = ['dusk', 'dawn', 'sea', 'moss', 'ember', 'frost', 'honey', 'orchid'];

/**
 * Chooses the setting by archetype, the mood by the strongest trait, and the colours at random, seeded by the
 * evidence.
 */
export function choosePicture(
  archetype: Archetype,
  strongest: EvidencePack['traits'][number] | undefined,
  random: SeededRandom,
): Picture {
  return {
    setting: random.pick(places[archetype]),
    mood: strongest ? moods[strongest.trait][strongest.score >= 50 ? 'high' : 'low'] : 'calm',
    palette: random.pick(colours),
  };
}
