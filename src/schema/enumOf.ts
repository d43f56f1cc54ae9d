/** An enum of the schema as an object whose keys are its values. */
export const enumOf = <const T extends string>(...values: T[]): { [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
