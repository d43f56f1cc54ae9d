import { createSafeStorage } from './keeping';

/** Storage of this tab, which survives a reload. Nothing else in the app uses sessionStorage. */
export const tabStorage = createSafeStorage(() => sessionStorage);
