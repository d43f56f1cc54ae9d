import { revokeSession } from '../auth/revokeSession.js';
import type { Context, Viewer } from '../context.js';

/** Revokes the viewer's session on every device that shares it. */
export const signOut = (ctx: Context, viewer: Viewer): Promise<void> => revokeSession(ctx, viewer.sessionId);
