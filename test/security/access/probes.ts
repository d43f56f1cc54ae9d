import {
  astFromValue,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  getNullableType,
  print,
} from 'graphql';
import { type ArgumentRule, argumentRules } from './argumentRules.js';
import { fieldRules } from './fieldRules.js';
import type { Reader } from './rules.js';

/** A value for each kind of argument, and for those that grant nothing, by their names. */
export type Values = Partial<Record<ArgumentRule, string>>;
export type Samples = Record<string, unknown>;

type Field = GraphQLField<unknown, unknown>;

/** A field on the way from an operation to what it reads. */
export interface Step {
  type: string;
  field: string;
  /** Kinds of its arguments that name an object or a secret. */
  names: ArgumentRule[];
}

/** An operation that reads some fields of one type. */
export interface Probe {
  name: string;
  path: Step[];
  text(values: Values): string;
}

const harmless = new Set<ArgumentRule>(['cursor', 'free']);

/** The rule of a field. @throws Error if it has none */
export function readerOf(type: string, field: string): Reader {
  const reader = (fieldRules as Record<string, Record<string, Reader>>)[type]?.[field];
  if (reader === undefined) throw new Error(`${type}.${field} has no rule.`);
  return reader;
}

const rulesOf = (name: string): Record<string, ArgumentRule> | undefined =>
  (argumentRules as Record<string, Record<string, ArgumentRule>>)[name];

/** The name of a field's arguments in codegen, and here. */
const argumentsName = (type: string, field: string): string =>
  `${type}${field.charAt(0).toUpperCase()}${field.slice(1)}Args`;

/** The rule of an argument. @throws Error if it has none */
export function argumentRuleOf(owner: string, argument: string): ArgumentRule {
  const rule = rulesOf(owner)?.[argument];
  if (rule === undefined) throw new Error(`${owner}.${argument} has no rule.`);
  return rule;
}

const literal = (value: unknown, type: GraphQLInputType): string => {
  const node = astFromValue(value, type);
  if (node === null || node === undefined) throw new Error(`There is no value of ${String(type)}.`);
  return print(node);
};

/** The arguments of a field as text: those that are required or that name something. */
function argumentsText(type: string, field: Field, values: Values, samples: Samples): string {
  const parts = field.args.flatMap((argument) => {
    const named = getNamedType(argument.type);
    if (isInputObjectType(named)) {
      const input = Object.values(named.getFields()).flatMap((inner) => {
        const rule = argumentRuleOf(named.name, inner.name);
        const value = harmless.has(rule) ? samples[inner.name] : (values[rule] ?? '');
        return isRequiredInputField(inner) || !harmless.has(rule) ? [[inner.name, value] as const] : [];
      });
      return [`${argument.name}: ${literal(Object.fromEntries(input), argument.type)}`];
    }
    const rule = argumentRuleOf(argumentsName(type, field.name), argument.name);
    if (!harmless.has(rule)) return [`${argument.name}: ${literal(values[rule] ?? '', argument.type)}`];
    return isRequiredArgument(argument)
      ? [`${argument.name}: ${literal(samples[argument.name], argument.type)}`]
      : [];
  });
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

const objectOf = (field: Field): GraphQLObjectType | null => {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
};

/** A field with the leaves of its object, or with one more level. */
function fieldText(type: string, field: Field, values: Values, samples: Samples, levels: number): string {
  const object = objectOf(field);
  const head = `${field.name}${argumentsText(type, field, values, samples)}`;
  if (object === null) return head;
  const inner = Object.values(object.getFields()).filter(
    (one) => isLeafType(getNamedType(one.type)) || (levels > 1 && namesOf(object.name, one).length === 0),
  );
  const texts = inner.map((one) => fieldText(object.name, one, values, samples, levels - 1));
  return `${head} { __typename ${texts.join(' ')} }`;
}

/** The kinds of arguments of a field that name something. */
export function namesOf(type: string, field: Field): ArgumentRule[] {
  const rules = field.args.flatMap((argument) => {
    const named = getNamedType(argument.type);
    return isInputObjectType(named)
      ? Object.keys(named.getFields()).map((inner) => argumentRuleOf(named.name, inner))
      : [argumentRuleOf(argumentsName(type, field.name), argument.name)];
  });
  return rules.filter((rule) => !harmless.has(rule));
}

const isList = (field: Field): boolean => isListType(getNullableType(field.type));

/** The shortest way to each object type, without lists where there is one. */
function waysTo(schema: GraphQLSchema): Map<string, [GraphQLObjectType, Field][]> {
  const ways = new Map<string, [GraphQLObjectType, Field][]>([['Query', []]]);
  for (const throughLists of [false, true]) {
    const queue = [...ways.keys()];
    for (const name of queue) {
      const type = schema.getType(name) as GraphQLObjectType;
      for (const field of Object.values(type.getFields())) {
        const object = objectOf(field);
        if (object === null || ways.has(object.name) || (!throughLists && isList(field))) continue;
        ways.set(object.name, [...(ways.get(name) ?? []), [type, field]]);
        queue.push(object.name);
      }
    }
  }
  return ways;
}

const stepOf = (type: GraphQLObjectType, field: Field): Step => ({
  type: type.name,
  field: field.name,
  names: namesOf(type.name, field),
});

/**
 * Operations that together read every field that queries can reach, by every field that leads to its object.
 * Fields whose arguments name something have an operation of their own.
 */
export function queryProbes(schema: GraphQLSchema, samples: Samples): Probe[] {
  return [...waysTo(schema)].flatMap(([name, way]) => {
    const type = schema.getType(name) as GraphQLObjectType;
    const fields = Object.values(type.getFields());
    const own = fields.filter((field) => way.length === 0 || namesOf(name, field).length > 0);
    const groups = [fields.filter((field) => !own.includes(field)), ...own.map((field) => [field])];
    return groups
      .filter((group) => group.length > 0)
      .map((group) => ({
        name: `${name} ${group.length === 1 ? (group[0]?.name ?? '') : ''}`.trim(),
        path: [
          ...way.map(([from, field]) => stepOf(from, field)),
          ...group.slice(0, 1).map((field) => stepOf(type, field)),
        ],
        text: (values: Values) =>
          way.reduceRight(
            (inner, [from, field]) =>
              `${field.name}${argumentsText(from.name, field, values, samples)} { __typename ${inner} }`,
            group.map((field) => fieldText(name, field, values, samples, 1)).join(' '),
          ),
      }));
  });
}

/** An operation for each field of a root type, which reads two levels of what it answers. */
export function rootProbes(root: GraphQLObjectType, samples: () => Samples): Probe[] {
  return Object.values(root.getFields()).map((field) => ({
    name: field.name,
    path: [stepOf(root, field)],
    text: (values) => fieldText(root.name, field, values, samples(), 3),
  }));
}
