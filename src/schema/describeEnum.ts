import { registerEnumType } from 'type-graphql';

/** Puts an enum into the schema, with a description of it and of each value. */
export const describeEnum = <T extends object>(
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
