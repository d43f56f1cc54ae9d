import { keeping } from './keeping';

/** What this tab keeps over a reload. Nothing else in the app touches sessionStorage. */
export const tabStorage = keeping(() => sessionStorage);
