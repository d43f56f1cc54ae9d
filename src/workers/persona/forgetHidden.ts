import { visibleVersions } from '../../entities/toldVersions.js';
import type { Stage } from './stage.js';

/**
 * Removes quotes from the drafts that the owner hid, or may no longer read, since the evidence was assembled.
 * Call it right before a model call, so that no model sees them again and the checked text is the one that
 * will be shown.
 */
export const removeHiddenQuotes: Stage = async ({ orm }, version) => {
  const [visible] = await visibleVersions(orm.em.fork(), version.persona.id, [version]);
  if (visible === undefined || visible === version) return null;
  const { evidence, reflections, text } = visible;
  return { evidence, reflections, text };
};
