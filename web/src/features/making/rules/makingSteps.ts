import type { PersonaStatus, PersonaStep } from '../../../api/generated/schema';

export interface MakingStep {
  step: PersonaStep;
  state: 'done' | 'now' | 'waiting' | 'failed';
}

const order: readonly PersonaStep[] = ['SYNTHESIZING', 'GENERATING_IMAGE'];

/**
 * The two steps of creating a persona with their state, derived from the status. A step that finished
 * between two reads is therefore shown as done.
 * @param failed the step that failed, if the status is FAILED
 */
export function makingSteps(status: PersonaStatus, failed?: PersonaStep): MakingStep[] {
  const at =
    status === 'READY'
      ? order.length
      : order.indexOf(status === 'FAILED' ? (failed ?? 'SYNTHESIZING') : (status as PersonaStep));
  const here = status === 'FAILED' ? 'failed' : 'now';
  return order.map((step, index) => ({
    step,
    state: index < at ? 'done' : index === at ? here : 'waiting',
  }));
}
