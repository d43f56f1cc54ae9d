import { toldVersions } from '../../entities/toldVersions.js';
import type { Stage } from './stage.js';

/**
 * Takes out of the drafts what the owner hid, or may not read any more, since the evidence was laid out: no model is told of it
 * again, and what is judged afterwards is what will be shown. To be asked right before a model is.
 */
export const forgetHidden: Stage = async ({ orm }, version) => {
  const [told] = await toldVersions(orm.em.fork(), version.persona.id, [version]);
  if (told === undefined || told === version) return null;
  const { evidence, reflections, text } = told;
  return { evidence, reflections, text };
};
