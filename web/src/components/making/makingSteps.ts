import type { PersonaStatus, PersonaStep } from '../../graphql/generated/schema';

export interface MakingStep {
  step: PersonaStep;
  state: 'done' | 'now' | 'waiting' | 'failed';
}

const order: readonly PersonaStep[] = ['SYNTHESIZING', 'GENERATING_IMAGE'];

/**
 * The two steps of the making with their true state. A step that passed too quickly to be seen is done.
 * @param failed the step that failed, while the status is FAILED
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
