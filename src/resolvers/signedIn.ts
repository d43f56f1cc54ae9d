import type { Context, Viewer } from '../context.js';
import { unauthenticated } from '../errors.js';

/** The viewer, for fields that require sign-in. @throws AppError UNAUTHENTICATED */
export function requireViewer(ctx: Context): Viewer {
  if (ctx.viewer === null) throw unauthenticated();
  return ctx.viewer;
}
