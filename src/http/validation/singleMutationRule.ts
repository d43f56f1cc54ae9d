import {
  type ASTVisitor,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { tooComplex } from './tooComplex.js';

/** Response keys at the root, including those in fragments. Each key is executed once. */
function rootKeys(set: SelectionSetNode, context: ValidationContext, seen: Set<string>): Set<string> {
  const keys = new Set<string>();
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      if (node.name.value !== '__typename') keys.add((node.alias ?? node.name).value);
      continue;
    }
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(node.name.value)) continue;
      seen.add(node.name.value);
    }
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : context.getFragment(node.name.value);
    if (inner) for (const key of rootKeys(inner.selectionSet, context, seen)) keys.add(key);
  }
  return keys;
}

/**
 * Allows one mutation field per operation. Otherwise a thousand aliased sign-ins would count as one request
 * for every limit.
 */
export function singleMutationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== OperationTypeNode.MUTATION) return;
      if (rootKeys(operation.selectionSet, context, new Set()).size > 1)
        context.reportError(tooComplex(operation));
    },
  };
}
