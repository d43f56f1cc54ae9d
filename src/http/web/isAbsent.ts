import { hasCode } from '../../database/hasCode.js';

/** Whether a file could not be read because its path names none. */
export const isAbsent = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG');
