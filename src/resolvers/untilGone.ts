import { AppError } from '../errors.js';

/** Makes "no longer there" the end of a live view instead of an error. */
export const untilGone =
  <T>(read: (after: number) => Promise<T[]>) =>
  async (after: number): Promise<T[] | null> => {
    try {
      return await read(after);
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };
