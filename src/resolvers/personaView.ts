import type { Persona } from '../entities/Persona.js';
import type { PersonaType } from '../schema/PersonaType.js';

/** A persona as its owner reads it; fields that a later step fills are empty until then. */
export function personaView(persona: Persona): PersonaType {
  const { evidence, text, failure } = persona;
  return {
    id: persona.id,
    slug: persona.slug,
    status: persona.status,
    revision: persona.revision,
    name: persona.name,
    archetype: evidence?.archetype ?? null,
    confidence: evidence?.confidence ?? null,
    title: text?.title ?? null,
    summary: text?.summary.map((sentence) => sentence.text).join(' ') ?? null,
    sentences: text?.summary ?? [],
    greeting: text?.greeting ?? null,
    traits: (evidence?.traits ?? []).map(({ trait, score, level, agreement }) => ({
      id: trait,
      score,
      level,
      agreement,
    })),
    failure: persona.status === 'FAILED' ? failure : null,
    picture: persona.status === 'READY' ? persona.illustration : null,
    demo: persona.provenance?.demo ?? false,
  };
}
