import { keeping } from './keeping';

/** What this device keeps, for all tabs. Nothing else in the app touches localStorage. */
export const storage = keeping(() => localStorage);

addEventListener('storage', ({ key }) => storage.yield(key));
