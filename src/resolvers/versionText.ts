import type { VisibleVersion } from '../entities/toldVersions.js';
import type { PersonaContentType } from '../schema/PersonaFaceType.js';

/** The content of a version, empty until READY: for the version itself and the persona that shows it. */
export function versionContent(version: VisibleVersion | null): PersonaContentType {
  const { evidence, text, measurement, illustration, provenance } =
    version?.status === 'READY' ? version : emptyVersion;
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
