import type { Persona } from '../entities/Persona.js';
import type { Provenance } from '../entities/provenance.js';
import type { VisibleVersion } from '../entities/toldVersions.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { personaHash } from '../mirror/personaHash.js';
import type { PersonaVersionType, ProvenanceType } from '../schema/PersonaVersionType.js';
import { versionContent } from './versionText.js';

/** A version of a persona, as its owner sees it. */
export function versionView(version: VisibleVersion, { shown }: Pick<Persona, 'shown'>): PersonaVersionType {
  const { id, number, status, madeOn, failure } = version;
  const { evidence, provenance } = status === 'READY' ? version : { evidence: null, provenance: null };
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
    provenance: provenance === null ? null : provenanceView(provenance),
  };
}

/** Hashes the figures only: the same answers have the same hash, whatever the model wrote. */
function hashOf({ subject: _name, quotes: _words, ...figures }: EvidencePack): string {
  return personaHash(figures);
}

function provenanceView(provenance: Provenance): ProvenanceType {
  const { scoring, norms, questionnaire, model, inputTokens, outputTokens, cost, writing } = provenance;
  const prompts = Object.values(provenance.prompts);
  return { scoring, norms, questionnaire, prompts, model, inputTokens, outputTokens, cost, writing };
}
