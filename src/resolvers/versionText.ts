import type { VisibleVersion } from '../entities/toldVersions.js';
import type { PersonaFaceType } from '../schema/PersonaFaceType.js';

/** What a version tells, nothing before it is READY: a persona shows it as its own, and every version for itself. */
export function versionText(version: VisibleVersion | null): PersonaFaceType {
  const { evidence, text, measurement, illustration, provenance } =
    version?.status === 'READY' ? version : nothingYet;
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

const nothingYet = { evidence: null, text: null, measurement: null, illustration: null, provenance: null };
