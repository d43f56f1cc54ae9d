/** Builds an enum of the schema: an object that maps each value to itself. */
export const createEnum = <const T extends string>(...values: T[]): { [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
