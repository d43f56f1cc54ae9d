import { findOwnSurveys } from '../../access/survey.js';
import { requireViewer } from '../../access/viewer.js';
import { batchLoad } from '../batchLoad.js';

/** One of the viewer's surveys, by id in lower case. Undefined if there is none. */
export const ownSurvey = batchLoad(async (ctx, ids) => {
  const surveys = await findOwnSurveys(ctx, requireViewer(ctx), ids);
  return new Map(surveys.map((survey) => [survey.id, survey]));
});
