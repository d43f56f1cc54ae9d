import { createSafeStorage } from './keeping';

/** Storage shared by all tabs of this device. Nothing else in the app uses localStorage. */
export const storage = createSafeStorage(() => localStorage);

addEventListener('storage', ({ key }) => storage.yield(key));
