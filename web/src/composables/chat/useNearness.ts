import { onScopeDispose, type Ref } from 'vue';

/** About two screens: what comes into sight is drawn before it does. */
const MARGIN = '1500px 0px';

/** Tells elements of a box whether they are near what is seen of it: one observer for all of them. */
export function useNearness(box: Ref<HTMLElement | null>) {
  const told = new Map<Element, (isNear: boolean) => void>();
  let observer: IntersectionObserver | undefined;
  onScopeDispose(() => observer?.disconnect());
  return {
    /** @returns what ends it */
    observe(element: Element, tell: (isNear: boolean) => void): () => void {
      observer ??= new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
        },
        { root: box.value, rootMargin: MARGIN },
      );
      told.set(element, tell);
      observer.observe(element);
      return () => {
        told.delete(element);
        observer?.unobserve(element);
      };
    },
  };
}
