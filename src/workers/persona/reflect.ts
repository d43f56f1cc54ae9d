import { filterReflections } from '../../ai/checks/filterReflections.js';
import { type Reflections, reflectionsPrompt } from '../../ai/prompts/reflections.js';
import { removeHiddenQuotes } from './material.js';
import { callModel, nullIfUnusable } from '../callModel.js';
import { type Stage, withUsage } from './stage.js';

const none: Reflections = { psychologist: [], friend: [], writer: [] };

/**
 * Has the model reflect on the evidence as three experts before it writes. If the model refuses or
 * answers in another shape, the text is written without reflections.
 */
export const reflect: Stage = async (services, version, attempt) => {
  const { evidence, reflections, provenance } = version;
  if (reflections !== null || evidence === null || provenance === null) return null;
  const redacted = await removeHiddenQuotes(services, version, attempt);
  if (redacted !== null) return redacted;
  const { ai } = services;
  const { signal } = attempt;
  const onUsage = services.budget.chargeTo(version.persona.getEntity().owner.id);
  const answer = await callModel(
    () => ai.textModel.writeJson({ ...reflectionsPrompt(evidence), signal, onUsage }).catch(nullIfUnusable),
    { signal },
  );
  if (answer === null) return { reflections: none };
  const { value, usage } = answer;
  return {
    reflections: filterReflections(value, evidence),
    provenance: withUsage(services, provenance, usage),
  };
};
