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

/** Who picked a word. */
interface PickedFact {
  name: string;
  /** Whether the person did. */
  own: boolean;
  /** How many of the friends did; null if fewer than two, which is all that may be told. */
  count: number | null;
  friends: number;
}

/** The sentences of one language. */
export interface InsightWording {
  blindSpot(fact: BlindSpotFact): string;
  /** How many of a trait's questions the person answered. */
  ownSide(fact: { name: string; answered: number; asked: number }): string;
  /** How easily a blind spot comes about by chance. */
  chance: Record<'CLEAR' | 'HINT', string>;
  picked(fact: PickedFact): string;
  /** Where all friends together see a person, after where a circle does. */
  allTogether(place: string): string;
  agreed(fact: AgreedFact): string;
  split(fact: { name: string; trait: TraitId }): string;
  /** About two people on the same side of a trait. */
  together(fact: { names: readonly [string, string]; trait: TraitId; side: 'high' | 'low' }): string;
  /** About two people. The first is on the high side. */
  apart(fact: { names: readonly [string, string]; trait: TraitId }): string;
  /** About two people who share no notable trait and differ in none. */
  noReason(fact: { names: readonly [string, string] }): string;
}
