import type { client } from '../../web/src/api/client.js';

type Result = ReturnType<typeof client.query>;

/** What the client returns for an operation that the server answers. */
export const resultOf = (data: unknown): Result =>
  ({ toPromise: () => Promise.resolve({ data }) }) as unknown as Result;

/** What the client returns for an operation whose promise rejects. */
export const rejectedResult = (): Result =>
  ({ toPromise: () => Promise.reject(new Error('No answer.')) }) as unknown as Result;

export const throwAtOnce = (): never => {
  throw new Error('Thrown at once.');
};
