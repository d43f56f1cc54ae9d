import type { EntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import { PersonaVersion, versionSelf } from '../entities/PersonaVersion.js';
import type { Sealed } from '../entities/sealed.js';
import { updateVersion } from '../entities/transitions/personaVersion.js';
import type { Rating } from '../measurement/answers.js';
import { illustratePersona, type SagaStep, type StepHandler } from '../queue/jobs.js';
import { beginWaitingVersion, mayBegin } from './persona/beginVersion.js';
import { blendTexts } from './persona/blendTexts.js';
import { readSelfAnswers } from './persona/material.js';
import { measureAnswers } from './persona/measureAnswers.js';
import { reflect } from './persona/reflect.js';
import { type Stage, watchStage } from './persona/stage.js';
import { writePersona } from './persona/writePersona.js';

/** The stages in their order, by name. */
const stages: Record<string, Stage> = { measureAnswers, blendTexts, reflect, writePersona };

/**
 * Step 1: measures the answers, has the model put them into words, and hands over to step 2 in one commit.
 * Each stage reads, calls the model without an open transaction and stores its result as a draft, so that no
 * model call is repeated after a crash. A draft is stored only while the version is still in this job's
 * generation and status. Drafts are never shown.
 */
export const synthesizePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation, begunAt }, attempt) => {
    const here = { id: versionId, generation, status: 'SYNTHESIZING' as const };
    const em = services.orm.em.fork();
    const version = await em.findOne(PersonaVersion, here, { populate: ['persona.survey'] });
    if (version === null || !(await mayBegin(services, version, here))) return;
    const finish = async (stage: Stage): Promise<boolean> => {
      for (;;) {
        const draft: EntityData<PersonaVersion> | null = await stage(services, version, attempt);
        if (draft === null) return true;
        if ((await em.nativeUpdate(PersonaVersion, { ...here, number: version.number }, draft)) === 0) {
          // Without a measurement a newer release may have overtaken it. Then that one is measured.
          const now = await em.fork().findOne(PersonaVersion, here, { fields: ['number'] });
          if (now === null) return false;
          version.number = now.number;
        } else Object.assign(version, draft);
      }
    };
    for (const [name, stage] of Object.entries(stages))
      if (!(await watchStage(services, name, () => finish(stage)))) return;
    const personaId = version.persona.id;
    const personaChange = await services.orm.em.fork().transactional(async (tx) => {
      // Another worker may have stored its own draft since the check. Only the checked text may be shown.
      const checked = { ...draftsOf(version), self: await ownAnswers(tx, version) };
      const now = await updateVersion(tx, personaId, here, { ...checked, status: 'GENERATING_IMAGE' });
      if (now === null) return null;
      const since = begunAt ?? attempt.sentAt.getTime();
      await services.queue.send(tx, illustratePersona, { versionId, generation, begunAt: since });
      await beginWaitingVersion(tx, services.queue, personaId);
      return now;
    });
    if (personaChange !== null) services.pubsub.publish('personaChanged', personaChange);
  };

/** The results of all stages, to be written at once. */
function draftsOf(version: PersonaVersion) {
  const { measurement, circles, leniencyBias, quotes, evidence, reflections, text, provenance } = version;
  return { measurement, circles, leniencyBias, quotes, evidence, reflections, text, provenance };
}

/**
 * The owner's answers about themselves: those stored in the version, or the current ones if it has none.
 * Locks the account to serialize this with answerAboutMyself.
 */
async function ownAnswers(
  tx: EntityManager,
  { id, persona }: PersonaVersion,
): Promise<Sealed<Rating> | null> {
  const owner = persona.getEntity().owner.id;
  await tx.execute('select 1 from account where id = ? for no key update', [owner]);
  const now = await tx.findOne(PersonaVersion, { id }, { fields: ['self'] });
  if (now?.self != null) return now.self;
  const self = await readSelfAnswers(tx, owner);
  return self && versionSelf.seal(tx, id, self);
}
