import { altText } from '../../ai/prompts/altText.js';
import type { Services } from '../../context.js';
import type { Illustration } from '../../entities/illustration.js';
import { Image } from '../../entities/Image.js';
import { updateVersion } from '../../entities/moveVersion.js';
import type { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { EncodedImage } from '../../images/encodeIllustration.js';
import { portraitAlt } from '../../images/portraitAlt.js';

/** Stores the illustration and makes the version READY in one commit, unless the version has changed. */
export async function publishIllustration(
  services: Services,
  version: PersonaVersion,
  encoded: EncodedImage[],
  source: Illustration['source'],
): Promise<void> {
  const { id, generation, evidence, text } = version;
  if (evidence === null || text === null) return;
  const illustration: Illustration = {
    alt:
      source === 'LOCAL'
        ? portraitAlt[evidence.subject.locale]
        : altText(evidence, text.imagePrompt, evidence.subject.locale),
    source,
    sizes: encoded.map(({ hash, width, height }) => ({ hash, width, height })),
  };
  const personaChange = await services.orm.em.fork().transactional(async (tx) => {
    const here = { id, generation, status: 'GENERATING_IMAGE' as const };
    const now = await updateVersion(tx, version.persona.id, here, { status: 'READY', illustration });
    if (now !== null)
      await tx.insertMany(
        Image,
        encoded.map((image) => ({ ...image, version: id })),
      );
    return now;
  });
  if (personaChange !== null) services.pubsub.publish('personaChanged', personaChange);
}
