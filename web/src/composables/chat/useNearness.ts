import { onScopeDispose, type Ref } from 'vue';

/** About two screens, so that messages are rendered before they become visible. */
const MARGIN = '1500px 0px';

/** Reports to elements of a box whether they are near its visible part, with one observer for all of them. */
export function useProximityObserver(box: Ref<HTMLElement | null>) {
  const listeners = new Map<Element, (isNear: boolean) => void>();
  let observer: IntersectionObserver | undefined;
  onScopeDispose(() => observer?.disconnect());
  return {
    /** @returns a function that stops observing */
    observe(element: Element, onNear: (isNear: boolean) => void): () => void {
      observer ??= new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
        },
        { root: box.value, rootMargin: MARGIN },
      );
      listeners.set(element, onNear);
      observer.observe(element);
      return () => {
        listeners.delete(element);
        observer?.unobserve(element);
      };
    },
  };
}
