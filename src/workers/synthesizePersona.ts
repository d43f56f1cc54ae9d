import type { EntityData } from '@mikro-orm/core';
import type { Services } from '../context.js';
import { moveVersion } from '../entities/moveVersion.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { illustratePersona, type SagaStep } from '../queue/jobs.js';
import type { StepHandler } from '../queue/runJob.js';
import { blendTexts } from './blendTexts.js';
import { measureAnswers } from './measureAnswers.js';
import { reflect } from './reflect.js';
import { writePersona } from './writePersona.js';

/**
 * Step 1: measures the answers, has the model put them into words, and hands over to step 2 in one commit. Each stage reads,
 * thinks without a transaction, and keeps what came of it as a draft, so that whoever goes on after a crash pays for
 * nothing twice. A draft is kept only while the version is still where this job was sent for, and nobody is shown one.
 */
export const synthesizePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation }, attempt) => {
    const here = { id: versionId, generation, status: 'SYNTHESIZING' as const };
    const em = services.orm.em.fork();
    const version = await em.findOne(PersonaVersion, here, { populate: ['persona.survey'] });
    if (version === null) return;
    for (const stage of [measureAnswers, blendTexts, reflect, writePersona]) {
      for (;;) {
        const draft: EntityData<PersonaVersion> | null = await stage(services, version, attempt);
        if (draft === null) break;
        if ((await em.nativeUpdate(PersonaVersion, here, draft)) === 0) return;
        Object.assign(version, draft);
      }
    }
    const personaId = version.persona.id;
    const moved = await services.orm.em.fork().transactional(async (tx) => {
      const now = await moveVersion(tx, personaId, here, { status: 'GENERATING_IMAGE' });
      if (now !== null) await services.queue.send(tx, illustratePersona, { versionId, generation });
      return now;
    });
    if (moved !== null) services.pubsub.publish('personaChanged', moved);
  };
