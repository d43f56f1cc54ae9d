import { raw } from '@mikro-orm/core';
import { altText } from '../ai/prompts/altText.js';
import type { Services } from '../context.js';
import type { Illustration } from '../entities/illustration.js';
import { Image } from '../entities/Image.js';
import { Persona } from '../entities/Persona.js';
import type { EncodedImage } from '../images/encodeIllustration.js';
import { portraitAlt } from '../images/portraitAlt.js';

/** Stores the picture and makes the persona READY, in one commit, unless the persona has moved on. */
export async function publishIllustration(
  services: Services,
  persona: Persona,
  encoded: EncodedImage[],
  source: Illustration['source'],
): Promise<void> {
  const { id, generation, evidence, text } = persona;
  if (evidence === null || text === null) return;
  const illustration: Illustration = {
    alt:
      source === 'LOCAL'
        ? portraitAlt[evidence.subject.locale]
        : altText(evidence, text.imagePrompt, evidence.subject.locale),
    source,
    sizes: encoded.map(({ hash, width, height }) => ({ hash, width, height })),
  };
  const moved = await services.orm.em.fork().transactional(async (tx) => {
    const rows = await tx.nativeUpdate(
      Persona,
      { id, generation, status: 'GENERATING_IMAGE' },
      { status: 'READY', revision: raw('revision + 1'), illustration },
    );
    if (rows > 0)
      await tx.insertMany(
        Image,
        encoded.map((image) => ({ ...image, persona: id })),
      );
    return rows > 0;
  });
  if (moved) services.pubsub.publish('personaChanged', { id, revision: persona.revision + 1 });
}
