import { type ASTVisitor, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';
import { tooComplex } from './tooComplex.js';

/**
 * Limits of one operation. `selections` counts fields and fragments: it bounds the work of everything that
 * expands fragments without remembering their sizes, as graphql-query-complexity does.
 */
const limits = { depth: 10, aliases: 15, directives: 50, selections: 2_000 };

type Size = typeof limits;
const empty: Readonly<Size> = { depth: 0, aliases: 0, directives: 0, selections: 0 };

const INTROSPECTION = new Set(['__schema', '__type']);

/**
 * Measures a selection with its fragments expanded. A fragment counts every time it is spread but is measured
 * only once, because fragments that double at each level would otherwise take exponential time.
 */
function sizeOf(set: SelectionSetNode, context: ValidationContext, known: Map<string, Size>): Size {
  const total: Size = { ...empty, selections: set.selections.length };
  const add = (size: Size): void => {
    total.depth = Math.max(total.depth, size.depth);
    total.aliases += size.aliases;
    total.directives += size.directives;
    total.selections += size.selections;
  };
  for (const node of set.selections) {
    total.directives += node.directives?.length ?? 0;
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      add(fragmentSize(node.name.value, context, known));
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      add(sizeOf(node.selectionSet, context, known));
    } else {
      if (node.alias !== undefined) total.aliases += 1;
      const inner = node.selectionSet ? sizeOf(node.selectionSet, context, known) : undefined;
      const depth = INTROSPECTION.has(node.name.value) ? 0 : 1 + (inner?.depth ?? 0);
      add({ ...(inner ?? empty), depth });
    }
  }
  return total;
}

function fragmentSize(name: string, context: ValidationContext, known: Map<string, Size>): Size {
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  const fragment = context.getFragment(name);
  // Set before descending, so that a fragment that contains itself ends here. Another rule rejects it.
  known.set(name, empty);
  if (!fragment) return empty;
  const size = sizeOf(fragment.selectionSet, context, known);
  size.directives += fragment.directives?.length ?? 0;
  known.set(name, size);
  return size;
}

/**
 * Rejects operations that are too deep (introspection is exempt) or have too many aliases, directives or
 * selections. The published rules for these are not used because they miss the directives of a fragment's
 * second spread and throw instead of reporting.
 */
export function operationComplexityRule(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Size>();
  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet, context, known);
      size.directives += operation.directives?.length ?? 0;
      const isTooComplex =
        size.depth > limits.depth ||
        size.aliases > limits.aliases ||
        size.directives > limits.directives ||
        size.selections > limits.selections;
      if (isTooComplex) context.reportError(tooComplex(operation));
    },
  };
}
