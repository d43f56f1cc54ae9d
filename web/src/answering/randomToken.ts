/**
 * 32 random hexadecimal digits that cannot be guessed. Not `randomUUID`, which does not exist on pages served
 * over plain HTTP.
 */
export const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
