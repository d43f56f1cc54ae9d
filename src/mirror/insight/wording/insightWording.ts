import type { Judge } from '../blindSpots.js';
import type { TraitId } from '../../traits.js';

/** A blind spot to be told to the person it is about. */
export interface BlindSpotFact {
  name: string;
  trait: TraitId;
  side: 'high' | 'low';
  strength: 'CLEAR' | 'HINT';
  judge: Judge;
}

/** A trait that friends agree on. */
export interface AgreedFact {
  name: string;
  trait: TraitId;
  side: 'high' | 'low';
  strength: 'VERY' | 'CLEAR' | 'TYPICAL';
}

/** The sentences of one language. */
export interface InsightWording {
  blindSpot(fact: BlindSpotFact): string;
  agreed(fact: AgreedFact): string;
  split(fact: { name: string; trait: TraitId }): string;
  /** Of two people, on the same side of a trait. */
  together(fact: { names: readonly [string, string]; trait: TraitId; side: 'high' | 'low' }): string;
  /** Of two people, the first the one on the high side. */
  apart(fact: { names: readonly [string, string]; trait: TraitId }): string;
  /** Of two people, when no trait stands out in both. */
  noReason(fact: { names: readonly [string, string] }): string;
}
