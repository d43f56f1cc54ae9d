import type { HeldOut, PersonFindings } from '../personFindings.js';
import { randomSource } from '../people/randomSource.js';
import { bootstrap } from './bootstrap.js';
import { type Errors, normalisedFaithfulness } from './normalised.js';
import { meanError } from './meanError.js';

/** A normalised faithfulness with its 95 % interval over people. NaN if undefined. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** The largest and the mean shift, in points. */
export interface Shift {
  largest: number;
  mean: number;
}

export interface Summary {
  people: number;
  heldOut: number;
  errors: { norm: number; shrunk: number; persona: number };
  persona: Estimate;
  blank: Estimate;
  /** Null if there is no other person whose evidence could be used. */
  shuffled: Estimate | null;
  direction: { same: number; of: number };
  wording: Shift | null;
  conversation: Shift | null;
  personas: number;
  quotes: number;
  refusedDrafts: number;
  /** The checker's problems with texts that stayed unfit after their repair: places and kinds, no quotes. */
  problems: string[];
  overlaps: number;
  lost: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function shiftOf(shifts: readonly number[]): Shift | null {
  if (shifts.length === 0) return null;
  return { largest: Math.max(...shifts), mean: sum(shifts) / shifts.length };
}

/** The standard deviation (n − 1) of two values is their distance divided by √2. */
const spreadOfTwo = (distance: number): number => distance / Math.SQRT2;

const errorsBy = (
  people: readonly PersonFindings[],
  judged: (friend: HeldOut, at: number, person: number) => number,
) =>
  people.map(({ heldOut }, person): Errors => ({
    norm: sum(heldOut.map(({ normError }) => normError)),
    shrunk: sum(heldOut.map(({ shrunkError }) => shrunkError)),
    judged: sum(heldOut.map((friend, at) => judged(friend, at, person))),
  }));

/** Assigns each person another person: the next one in a randomly ordered ring. */
function randomRing(people: number, seed: number): number[] {
  const random = randomSource(seed);
  const order = Array.from({ length: people }, (_, at) => ({ at, luck: random.next() }))
    .toSorted((one, other) => one.luck - other.luck)
    .map(({ at }) => at);
  const next: number[] = [];
  order.forEach((person, place) => (next[person] = order[(place + 1) % people] ?? person));
  return next;
}

/**
 * Computes the figures of a run. For the shuffled control, each held-out friend is compared with the answers
 * of another person's persona: same prompts, same model, another person's evidence.
 * @throws RangeError if no held-out friend could be compared
 */
export function summarise(findings: readonly PersonFindings[], seed: number): Summary {
  const people = findings.filter(({ heldOut }) => heldOut.length > 0);
  if (people.length === 0) throw new RangeError('No interview was answered: there is nothing to judge.');
  const estimate = (errors: Errors[]): Estimate => ({
    value: normalisedFaithfulness(errors),
    ...bootstrap(errors, normalisedFaithfulness, seed),
  });
  const others = randomRing(people.length, seed);
  const strangers = (at: number, person: number): HeldOut['interview'] => {
    const heldOut = people[others[person] ?? person]?.heldOut ?? [];
    return heldOut[at % heldOut.length]?.interview ?? {};
  };
  const friends = people.flatMap(({ heldOut }) => heldOut);
  const mean = (error: (friend: HeldOut) => number): number => sum(friends.map(error)) / friends.length;
  const total = (count: (person: PersonFindings) => number): number => sum(findings.map(count));
  return {
    people: people.length,
    heldOut: friends.length,
    errors: {
      norm: mean(({ normError }) => normError),
      shrunk: mean(({ shrunkError }) => shrunkError),
      persona: mean(({ personaError }) => personaError),
    },
    persona: estimate(errorsBy(people, ({ personaError }) => personaError)),
    blank: estimate(errorsBy(people, ({ blankError }) => blankError)),
    shuffled:
      people.length < 2
        ? null
        : estimate(errorsBy(people, ({ answers }, at, person) => meanError(answers, strangers(at, person)))),
    direction: {
      same: sum(friends.map(({ direction }) => direction.same)),
      of: sum(friends.map(({ direction }) => direction.of)),
    },
    wording: shiftOf(findings.flatMap(({ wordingShifts }) => wordingShifts ?? []).map(spreadOfTwo)),
    conversation: shiftOf(findings.flatMap(({ conversationShifts }) => conversationShifts ?? [])),
    personas: total(({ personas }) => personas),
    quotes: total(({ quotes }) => quotes),
    refusedDrafts: total(({ refusedDrafts }) => refusedDrafts),
    problems: findings.flatMap(({ problems }) => problems),
    overlaps: total(({ overlaps }) => overlaps),
    lost: total(({ lost }) => lost),
  };
}
