import type { Wanted } from '../../stand-ins/providers/behaviour.js';
import type { Outcome } from './journey.js';

/** How often the same thing may be paid for. */
export const MOST_PAID = 3;
/** How soon a failure has to be known, in seconds. */
const FAILED_WITHIN = 60;

/** Words of the model's thinking, and the markers around it. */
const thinking =
  /Okay, so the user|Let me (?:look|draft)|must not mention ids|<\/?think|\[\/?THINK|<\|(?:channel|message|start|end)/i;
/** A reason that tells the owner who has to do what. */
const namesCure = /\boperator (?:has to|finds)\b/;
/** The replies of the good model end with a full stop. */
const isWhole = /[.?!]$/;
/** The end of a key that a provider quotes. */
const secret = /sk-canary/;

function personaMisses(outcome: Outcome, wanted: Wanted): string[] {
  const { status, writing, failure, personaSeconds } = outcome;
  if (status === 'WAITING') return ['the persona was neither READY nor FAILED in time'];
  if (wanted === 'FAILURE') {
    if (status !== 'FAILED' || failure === null) return [`the persona was ${status}`];
    return [
      ...(personaSeconds > FAILED_WITHIN ? [`FAILED after ${personaSeconds.toFixed(0)} s`] : []),
      ...(namesCure.test(failure.reason) ? [] : ['the reason names no cure']),
      ...(failure.retryable ? [] : ['cannot be retried']),
    ];
  }
  if (status === 'FAILED') return ['the persona FAILED'];
  return wanted === 'TEXT' && writing !== 'FIRST' && writing !== 'REPAIRED' ? [`written by ${writing}`] : [];
}

/** In what a journey missed the rule; empty if it kept it. */
export function missesOf(outcome: Outcome, paid: ReadonlyMap<string, number>, wanted: Wanted): string[] {
  const failed = outcome.replies.filter(({ status }) => status !== 'COMPLETE');
  const cut = outcome.replies.filter(({ status, text }) => status === 'COMPLETE' && !isWhole.test(text));
  return [
    ...personaMisses(outcome, wanted),
    ...cut.map(({ text }) => `a COMPLETE reply ends with "${text.slice(-12)}"`),
    ...failed.map(({ status }) => `a reply is ${status}`),
    ...(thinking.test(outcome.texts) ? ['thinking was stored or shown'] : []),
    ...(secret.test(outcome.texts) ? ['a key was shown'] : []),
    ...[...paid]
      .filter(([, count]) => count > MOST_PAID)
      .map(([thing, count]) => `${count} paid calls for ${thing}`),
  ];
}
