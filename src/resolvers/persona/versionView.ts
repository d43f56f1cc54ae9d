import { type EntityManager, raw } from '@mikro-orm/postgresql';
import type { Persona, PersonaStatus, StepWaiting } from '../../entities/Persona.js';
import { isWritten, PersonaVersion, type Provenance, writtenInSql } from '../../entities/PersonaVersion.js';
import type { VisibleVersion } from '../../entities/redaction.js';
import { AppError } from '../../errors.js';
import { describeEvidence } from '../../measurement/describeEvidence.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import { personaHash } from '../../measurement/personaHash.js';
import type { EvidenceInWordsType } from '../../schema/persona/EvidenceType.js';
import type { PersonaContentType, StepWaitingType } from '../../schema/persona/PersonaType.js';
import type { PersonaVersionType, ProvenanceType } from '../../schema/persona/PersonaVersionType.js';

/** A version of a persona, as its owner sees it. */
export function versionView(version: VisibleVersion, { shown }: Pick<Persona, 'shown'>): PersonaVersionType {
  const { id, number, status, madeOn, failure, waiting } = version;
  const { evidence, provenance } = isWritten(version) ? version : { evidence: null, provenance: null };
  return {
    id,
    number,
    status,
    madeOn,
    ...versionContent(version),
    isShown: number === shown,
    friends: evidence?.friends ?? 0,
    hash: evidence === null ? null : hashOf(evidence),
    failure: status === 'FAILED' ? failure : null,
    waiting: waitingView(status, waiting),
    provenance: provenance === null ? null : provenanceView(provenance),
  };
}

/** Only a step waits. A worker of an earlier release may have left an entry behind. */
export const waitingView = (status: PersonaStatus, waiting: StepWaiting | null): StepWaitingType | null =>
  waiting === null || (status !== 'SYNTHESIZING' && status !== 'GENERATING_IMAGE')
    ? null
    : { ...waiting, nextTryAt: new Date(waiting.nextTryAt) };

/** Hashes the figures only: the same answers have the same hash, whatever the model wrote. */
function hashOf({ subject: _name, quotes: _words, ...figures }: EvidencePack): string {
  return personaHash(figures);
}

/** Token counts and cost stay hidden, because they rise with the length of what a friend wrote. */
function provenanceView(provenance: Provenance): ProvenanceType {
  const { scoring, norms, questionnaire, prompts, model, writing } = provenance;
  return { scoring, norms, questionnaire, prompts: Object.values(prompts), model, writing };
}

/** The content of a version, empty until it is written: for the version itself and the persona that shows it. */
export function versionContent(version: VisibleVersion | null): PersonaContentType {
  const { evidence, text, measurement, illustration, provenance } =
    version !== null && isWritten(version) ? version : emptyVersion;
  return {
    archetype: evidence?.archetype ?? null,
    runnerUp: evidence?.runnerUp ?? null,
    rarity: measurement?.rarity.tier ?? null,
    confidence: evidence?.confidence ?? null,
    title: text?.title ?? null,
    summary:
      text?.summary.map((sentence) => sentence.text).join(evidence?.subject.locale === 'JA' ? '' : ' ') ||
      null,
    sentences: text?.summary ?? [],
    traits: (evidence?.traits ?? []).map(({ trait, score, level, agreement, raters }) => ({
      id: trait,
      score,
      level,
      agreement,
      raters,
    })),
    picture: illustration,
    template: provenance?.writing === 'TEMPLATE',
    demo: provenance?.demo ?? false,
  };
}

const emptyVersion = { evidence: null, text: null, measurement: null, illustration: null, provenance: null };

/** All evidence of a version in words. Empty until it is written. */
export function versionEvidence(version: VisibleVersion): EvidenceInWordsType[] {
  const { evidence } = version;
  if (!isWritten(version) || evidence === null) return [];
  const ids = [...evidence.traits, ...evidence.words, ...evidence.quotes].map(({ id }) => id);
  return describeEvidence(evidence, ids);
}

/**
 * The earlier written version to compare a version with: the one with the given number, or the newest.
 * @returns null if no number is given and there is no earlier written version
 * @throws AppError BAD_USER_INPUT if the number is not that of an earlier written version
 */
export async function findEarlierVersion(
  em: EntityManager,
  { persona, number: later }: PersonaVersion,
  number: number | null,
): Promise<PersonaVersion | null> {
  const wanted = number === null ? { number: { $lt: later } } : { number: { $lt: later, $eq: number } };
  const earlier = await em.findOne(
    PersonaVersion,
    { persona: persona.id, [raw(writtenInSql)]: true, ...wanted },
    { orderBy: { number: 'desc' }, refresh: true },
  );
  if (earlier === null && number !== null)
    throw new AppError(
      'BAD_USER_INPUT',
      'number: must be the number of an earlier version whose text is written',
      {
        field: 'number',
      },
    );
  return earlier;
}
