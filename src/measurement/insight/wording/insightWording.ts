import type { TraitId } from '../../traits.js';
import type { Judge } from '../blindSpots.js';

/** A blind spot to be described to the person it is about. */
interface BlindSpotFact {
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
  /** About two people on the same side of a trait. */
  together(fact: { names: readonly [string, string]; trait: TraitId; side: 'high' | 'low' }): string;
  /** About two people. The first is on the high side. */
  apart(fact: { names: readonly [string, string]; trait: TraitId }): string;
  /** About two people who share no notable trait and differ in none. */
  noReason(fact: { names: readonly [string, string] }): string;
}
