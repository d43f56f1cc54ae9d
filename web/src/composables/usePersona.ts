import { computed, ref, shallowRef, watch } from 'vue';
import { PersonaChangedDocument } from '../graphql/generated/PersonaChanged';
import { PersonaPageDocument, type PersonaPageQuery } from '../graphql/generated/PersonaPage';
import { useLive } from './useLive';
import { useLoaded } from './useLoaded';
import { useSeen } from './useSeen';

export type PersonaState = 'loading' | 'failed' | 'unknown' | 'making' | 'ready';

/**
 * A persona as its page shows it, kept up to date: every change that the server tells of is read again as a whole.
 * `arrived` is the number of a version that came while the page was open, until it is dismissed.
 */
export function usePersona(id: string) {
  const page = useLoaded(PersonaPageDocument, () => ({ id }));
  const persona = shallowRef<PersonaPageQuery['persona']>();
  /** The newest revision that the server told of, also before anything was read. */
  let announced = 0;
  function catchUp(): void {
    if (persona.value !== undefined && persona.value.revision < announced) void page.reload();
  }
  watch(
    () => page.data.value?.persona,
    (read) => {
      // Two readings may be on their way at once, and the older one may come last.
      if (read !== undefined && read.revision >= (persona.value?.revision ?? 0)) persona.value = read;
      catchUp();
    },
    { immediate: true },
  );
  const seen = useSeen(id);
  const arrived = ref<number | null>(null);

  useLive(
    PersonaChangedDocument,
    () => ({ personaId: id }),
    ({ personaChanged }) => {
      // The first event is the state now: mostly what is here already.
      announced = Math.max(announced, personaChanged.revision);
      catchUp();
    },
  );
  watch(
    () => ({ number: persona.value?.version?.number, isPinned: persona.value?.pinned }),
    (now, before) => {
      // What the owner chose to see did not arrive.
      if (now.isPinned || before.isPinned || now.number === undefined || before.number === undefined) return;
      if (now.number > before.number) arrived.value = now.number;
    },
  );

  const state = computed<PersonaState>(() => {
    if (page.failure.value?.code === 'NOT_FOUND') return 'unknown';
    if (persona.value === undefined) return page.state.value === 'failed' ? 'failed' : 'loading';
    return persona.value.status === 'READY' ? 'ready' : 'making';
  });

  return {
    state,
    persona,
    failure: page.failure,
    isRevealing: computed(() => state.value === 'ready' && !seen.isSeen.value),
    arrived,
    reload: page.reload,
    endReveal: seen.remember,
  };
}
