import { AppError } from '../errors.js';

/** Wraps the read of a subscription so that NOT_FOUND ends the subscription instead of failing it. */
export const endWhenDeleted =
  <T>(read: (after: number) => Promise<T[]>) =>
  async (after: number): Promise<T[] | null> => {
    try {
      return await read(after);
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };
