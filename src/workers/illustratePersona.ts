import { illustrationPrompt } from '../ai/prompts/illustrationPrompt.js';
import type { Services } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { encodeIllustration } from '../images/encodeIllustration.js';
import type { SagaStep } from '../queue/jobs.js';
import type { StepHandler } from '../queue/runJob.js';
import { modelCall } from './modelCall.js';
import { publishIllustration } from './publishIllustration.js';

/** Step 2: has the model draw what was measured, and makes the persona READY in the commit that stores the picture. */
export const illustratePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ personaId, generation }, { signal }) => {
    const here = { id: personaId, generation, status: 'GENERATING_IMAGE' as const };
    const persona = await services.orm.em.fork().findOne(Persona, here, { populate: ['survey'] });
    if (persona?.evidence == null || persona.text === null) return;
    const prompt = illustrationPrompt(persona.evidence, persona.text.imagePrompt);
    const encoded = await modelCall(async () => {
      const { bytes } = await services.ai.illustrator.draw({ prompt, signal });
      return encodeIllustration(bytes);
    });
    await publishIllustration(services, persona, encoded, 'MODEL');
  };
