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
