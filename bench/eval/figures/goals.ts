import { points } from './points.js';
import type { Estimate, Shift, Summary } from './summarise.js';

/** One line of the table. */
export interface Goal {
  name: string;
  wanted: string;
  found: string;
  /** Null if not measured. */
  met: boolean | null;
}

const estimated = ({ value, low, high }: Estimate): string =>
  `${points(value)}  (95 %: ${points(low)} to ${points(high)})`;
const shifted = (shift: Shift | null): string =>
  shift === null ? 'not asked' : `${points(shift.largest)}  (mean ${points(shift.mean)})`;
const within = (shift: Shift | null, most: number): boolean | null =>
  shift === null ? null : shift.largest <= most;
const share = (of: { same: number; of: number }): string =>
  of.of === 0 ? 'no such trait' : `${(of.same / of.of).toFixed(2)}  (${of.same} of ${of.of})`;

/** The goals of docs/measurement.md and whether they are met. A NaN never meets its goal. */
export function goals(summary: Summary): Goal[] {
  const { persona, blank, shuffled, direction, wording, conversation, problems, overlaps } = summary;
  const goal = (name: string, wanted: string, found: string, met: boolean | null): Goal => {
    return { name, wanted, found, met };
  };
  return [
    goal('normalised faithfulness', '≥ 0.85', estimated(persona), persona.value >= 0.85),
    goal('its 95 % interval', 'above 0', `from ${points(persona.low)}`, persona.low > 0),
    goal('control: blank persona', 'within ± 0.10', estimated(blank), Math.abs(blank.value) <= 0.1),
    goal(
      'control: shuffled evidence',
      '≤ 0',
      shuffled === null ? 'no other person to shuffle with' : estimated(shuffled),
      shuffled === null ? null : shuffled.value <= 0,
    ),
    goal(
      'same direction where |z| ≥ 0.5',
      '≥ 0.80',
      share(direction),
      direction.of === 0 ? null : direction.same / direction.of >= 0.8,
    ),
    goal('trait SD over two wordings, largest', '≤ 0.50', shifted(wording), within(wording, 0.5)),
    goal('|Δ trait| after the talk, largest', '≤ 0.50', shifted(conversation), within(conversation, 0.5)),
    goal('unsupported claims', '0', String(problems.length), problems.length === 0),
    goal('texts that repeat a friend', '0', String(overlaps), overlaps === 0),
  ];
}
