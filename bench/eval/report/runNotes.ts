import { points } from '../figures/points.js';
import type { Summary } from '../figures/summarise.js';
import type { ModelUsage } from '../meteredModel.js';

/** A run's results and circumstances. */
export interface Run {
  summary: Summary;
  spent: ModelUsage;
  isDemo: boolean;
  /** 'simulated, seed 1', or the file name. */
  source: string;
  seconds: number;
  promptVersions: string[];
}

/** Shown with every figure of the stand-in. */
export const DEMO_NOTE =
  'This run proves the pipeline: the stand-in answers from the persona by rule. With a real model it measures the model.';

/** Counts problems by kind, ignoring which sentence they occur in. */
function refusals({ problems }: Summary): string[] {
  const kinds = new Map<string, number>();
  for (const problem of problems.map((text) => text.replace(/\[\d+\]/, '')))
    kinds.set(problem, (kinds.get(problem) ?? 0) + 1);
  const lines = [...kinds].map(([kind, times]) => `${kind} (${times})`);
  return lines.length === 0 ? [] : [`Refused after the repair: ${lines.join(', ')}.`];
}

const count = (value: number | null): string => (value === null ? 'not counted' : value.toLocaleString('en'));

/** The lines under the table, in the terminal and in the report. */
export function runNotes({ summary, spent, source, seconds, promptVersions }: Run): string[] {
  const { errors } = summary;
  const cost = spent.cost === null ? 'not known' : `$${spent.cost.toFixed(4)}`;
  return [
    `${summary.people} people (${source}), ${summary.heldOut} held-out friends, ${summary.personas} personas, ${summary.quotes} quotes in other words.`,
    `Mean error of an item, in points: norm ${errors.norm.toFixed(3)}, shrunk mean of the others ${errors.shrunk.toFixed(3)}, persona ${errors.persona.toFixed(3)}.`,
    `First drafts refused: ${summary.refusedDrafts} of ${summary.personas}. Personas and interviews without a usable answer: ${summary.lost}.`,
    ...refusals(summary),
    `Model ${spent.model ?? 'none'}: ${count(spent.calls)} calls (${spent.failed} failed), ${count(spent.inputTokens)} tokens in, ${count(spent.outputTokens)} out, cost ${cost}. ${points(seconds)} s.`,
    `Prompts: ${promptVersions.join(', ')}.`,
  ];
}
