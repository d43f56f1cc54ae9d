import { registerEnumType } from 'type-graphql';

/** Registers an enum in the schema, with a description for the enum and for each of its values. */
export const registerDescribedEnum = <T extends object>(
  name: string,
  values: T,
  description: string,
  each: Record<keyof T, string>,
): void =>
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries<string>(each).map(([value, text]) => [value, { description: text }]),
    ) as never,
  });

/** Builds an enum of the schema: an object that maps each value to itself. */
export const createEnum = <const T extends string>(...values: T[]): { [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
