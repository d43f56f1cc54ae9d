/** A list of one key, the same for every process of the tests. */
export const dataKeys = `test:${Buffer.alloc(32, 'a key of the tests').toString('base64')}`;
