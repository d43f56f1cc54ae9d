import type { Draft } from './Draft';
import type { Step } from './steps';

/** With fewer statements answered, nothing firm can be measured; the server takes no less. */
export const LEAST_TOLD = 10;

const isStatement = (step: Step): boolean => step.kind === 'SCALE';

/** Whether a statement has an answer that is not "I can't tell". */
const isTold = (step: Step, draft: Draft): boolean => draft.given[step.id]?.scale !== undefined;

/** How many statements have a value, of how many. */
export function told(steps: readonly Step[], draft: Draft): { count: number; of: number; isEnough: boolean } {
  const statements = steps.filter(isStatement);
  const count = statements.filter((step) => isTold(step, draft)).length;
  return { count, of: statements.length, isEnough: count >= LEAST_TOLD };
}

/** The next statement without a value, from a place on; -1 if there is none. */
export const untoldFrom = (steps: readonly Step[], draft: Draft, from: number): number =>
  steps.findIndex((step, index) => index >= from && isStatement(step) && !isTold(step, draft));
