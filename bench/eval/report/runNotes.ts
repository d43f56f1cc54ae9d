import type { Spent } from '../countedModel.js';
import { points } from '../figures/points.js';
import type { Summary } from '../figures/summarise.js';

/** What a run was, beside its goals. */
export interface Run {
  summary: Summary;
  spent: Spent;
  isDemo: boolean;
  /** 'simulated, seed 1', or the file's name. */
  source: string;
  seconds: number;
  promptVersions: string[];
}

/** Said wherever a figure of the stand-in is shown. */
export const DEMO_NOTE =
  'This run proves the pipeline: the stand-in answers from the persona by rule. With a real model it measures the model.';

/** The same problem at another sentence is the same problem. */
function refusals({ problems }: Summary): string[] {
  const kinds = new Map<string, number>();
  for (const problem of problems.map((text) => text.replace(/\[\d+\]/, '')))
    kinds.set(problem, (kinds.get(problem) ?? 0) + 1);
  const told = [...kinds].map(([kind, times]) => `${kind} (${times})`);
  return told.length === 0 ? [] : [`Refused for good: ${told.join(', ')}.`];
}

const count = (value: number | null): string => (value === null ? 'not counted' : value.toLocaleString('en'));

/** The lines under the table, in print and in the chart. */
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
