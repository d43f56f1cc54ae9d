/** 32 hexadecimal digits that nobody can guess. Not `randomUUID`: a page that is served over plain HTTP has none. */
export const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
