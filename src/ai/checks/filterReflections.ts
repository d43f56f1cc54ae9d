import { evidenceIds, type EvidencePack } from '../../measurement/evidence.js';
import type { Reflections } from '../prompts/reflections.js';
import { claimsFriendsView } from './checkPersonaText.js';
import { contradictsTrait } from './contradictsTrait.js';
import { findTextProblems } from './textProblems.js';

type Note = Reflections['writer'][number];

/**
 * Returns the notes that may be stored and passed to the next prompt: they cite existing evidence, agree with
 * it, and contain no links, markup, invisible characters, instructions of ours or orders to a model. Each bad
 * note is dropped on its own, so lists may end up empty.
 */
export function filterReflections(reflections: Reflections, pack: EvidencePack): Reflections {
  const known = evidenceIds(pack);
  const isSound = (note: Note): boolean =>
    note.evidence.length > 0 &&
    note.evidence.every((id) => known.has(id)) &&
    findTextProblems('note', note.text).length === 0 &&
    !contradictsTrait(note, pack) &&
    !(pack.basis === 'SELF' && claimsFriendsView(note.text));
  return {
    psychologist: reflections.psychologist.filter(isSound),
    friend: reflections.friend.filter(isSound),
    writer: reflections.writer.filter(isSound),
  };
}
