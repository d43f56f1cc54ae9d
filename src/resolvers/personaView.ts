import type { Persona } from '../entities/Persona.js';
import type { PersonaType } from '../schema/PersonaType.js';

/**
 * A persona as its owner reads it. What is made of the answers shows once it is READY and not before: a text that is made
 * anew after a withdrawal must not stand beside the one before.
 */
export function personaView(persona: Persona): PersonaType {
  const { failure } = persona;
  const { evidence, text, illustration, provenance } = persona.status === 'READY' ? persona : nothingYet;
  return {
    id: persona.id,
    slug: persona.slug,
    status: persona.status,
    revision: persona.revision,
    name: persona.name,
    archetype: evidence?.archetype ?? null,
    confidence: evidence?.confidence ?? null,
    title: text?.title ?? null,
    summary:
      text?.summary.map((sentence) => sentence.text).join(evidence?.subject.locale === 'JA' ? '' : ' ') ??
      null,
    sentences: text?.summary ?? [],
    greeting: text?.greeting ?? null,
    alternateGreetings: text?.alternates ?? [],
    traits: (evidence?.traits ?? []).map(({ trait, score, level, agreement }) => ({
      id: trait,
      score,
      level,
      agreement,
    })),
    failure: persona.status === 'FAILED' ? failure : null,
    picture: illustration,
    demo: provenance?.demo ?? false,
  };
}

const nothingYet = { evidence: null, text: null, illustration: null, provenance: null };
