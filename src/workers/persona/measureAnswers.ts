import { promptVersions } from '../../ai/prompts/personaText.js';
import type { Services } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { type PersonaVersion, type Provenance, versionSelf } from '../../entities/PersonaVersion.js';
import type { Survey } from '../../entities/Survey.js';
import { RESPONSE_THRESHOLD } from '../../measurement/anonymity.js';
import type { Measurement } from '../../measurement/measurement.js';
import { measureSelf } from '../../measurement/practice.js';
import { QUESTIONNAIRE_VERSION } from '../../measurement/questionnaire/questionnaire.js';
import { measureReleased } from '../../measurement/release/measureReleased.js';
import { StepFailed } from '../../queue/runJob.js';
import { readNorms } from './material.js';
import { readReleaseSums } from './releaseSums.js';
import type { Stage } from './stage.js';

/** Measures the answers of all releases up to the version's, or the owner's own answers in practice mode. */
export const measureAnswers: Stage = async (services, version) => {
  if (version.measurement !== null) return null;
  const persona = version.persona.getEntity();
  const survey = persona.survey?.getEntity() ?? null;
  const measured =
    survey === null
      ? measurePractice(services, version)
      : await measureFriends(services, persona, survey, version.number);
  const { scoringVersion, normsVersion } = measured.measurement;
  const provenance: Provenance = {
    scoring: scoringVersion,
    norms: normsVersion,
    questionnaire: survey?.questionnaire ?? QUESTIONNAIRE_VERSION,
    prompts: promptVersions,
    model: '',
    inputTokens: 0,
    outputTokens: 0,
    cost: 0,
    writing: null,
    demo: services.ai.isDemo,
  };
  return { ...measured, provenance };
};

async function measureFriends(services: Services, persona: Persona, survey: Survey, release: number) {
  const em = services.orm.em.fork();
  const sums = await readReleaseSums(em, survey.id, release);
  const forms = sums.flatMap(({ relations }) => Object.values(relations).map((own) => own.forms));
  // A withdrawal deletes the version as well, but below the threshold nothing may ever be measured.
  if (forms.reduce((total, count) => total + count, 0) < RESPONSE_THRESHOLD)
    throw new StepFailed('Too few answers are left.', { hopeless: true, retryable: false });
  const { norms, leniencyBias } = await readNorms(em, persona.locale);
  return { ...measureReleased(sums, norms, survey), leniencyBias };
}

function measurePractice({ orm }: Services, { id, self }: PersonaVersion): { measurement: Measurement } {
  if (self === null) throw new Error('A practice version has no answers.');
  return { measurement: measureSelf(versionSelf.open(orm.em, id, self)) };
}
