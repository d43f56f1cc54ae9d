import { hasCode } from '../../database/hasCode.js';

/** Whether a file operation failed because the file does not exist. */
export const isFileNotFound = (error: unknown): boolean =>
  hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG');
