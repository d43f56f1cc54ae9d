import { illustrationPrompt } from '../ai/prompts/illustrationPrompt.js';
import type { Services } from '../context.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { drawPortrait } from '../images/drawPortrait.js';
import { encodeIllustration } from '../images/encodeIllustration.js';
import type { SagaStep } from '../queue/jobs.js';
import type { StepHandler } from '../queue/runJob.js';
import { callModel } from './modelCall.js';
import { publishIllustration } from './persona/publishIllustration.js';

/**
 * Step 2: has the image model draw the illustration and makes the version READY in the commit that stores it.
 * A practice persona gets a locally drawn portrait, because it is needed at once and not meant for sharing.
 */
export const illustratePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation }, { signal }) => {
    const here = { id: versionId, generation, status: 'GENERATING_IMAGE' as const };
    const version = await services.orm.em.fork().findOne(PersonaVersion, here, { populate: ['persona'] });
    if (version?.evidence == null || version.text === null) return;
    if (version.persona.getEntity().survey === null) {
      const portrait = await encodeIllustration(await drawPortrait(versionId));
      return publishIllustration(services, version, portrait, 'LOCAL');
    }
    const prompt = illustrationPrompt(version.evidence, version.text.imagePrompt);
    const encoded = await callModel(async () => {
      const { bytes } = await services.ai.illustrator.draw({ prompt, signal });
      return encodeIllustration(bytes);
    });
    await publishIllustration(services, version, encoded, 'MODEL');
  };
