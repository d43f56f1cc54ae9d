import { keeping } from './keeping';

/** Storage of this tab, which survives a reload. Nothing else in the app uses sessionStorage. */
export const tabStorage = keeping(() => sessionStorage);
