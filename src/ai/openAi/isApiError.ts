import { APIError } from 'openai';

/** `instanceof` alone narrows to a type full of `any`. */
export const isApiError = (error: unknown): error is APIError => error instanceof APIError;
