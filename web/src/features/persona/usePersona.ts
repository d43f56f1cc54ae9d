import { computed, ref, shallowRef, watch } from 'vue';
import { PersonaChangedDocument } from '../../api/operations/generated/PersonaChanged';
import { useLive } from '../../api/useLive';
import { useLoaded } from '../../api/useLoaded';
import { revealedPersonas } from '../../device/revealedPersonas';
import { PersonaPageDocument, type PersonaPageQuery } from './operations/generated/PersonaPage';

type PersonaState = 'loading' | 'failed' | 'unknown' | 'making' | 'written';

/**
 * A persona as its page shows it, from the moment its text is written, and kept up to date: after every change that the server announces, the whole
 * persona is read again. `arrived` is the number of a version that was finished while the page was open,
 * until it is dismissed.
 */
export function usePersona(id: string) {
  const page = useLoaded(PersonaPageDocument, () => ({ id }));
  const persona = shallowRef<PersonaPageQuery['persona']>();
  /** The newest revision that the server has announced, also before anything was read. */
  let announced = 0;
  function catchUp(): void {
    if (persona.value !== undefined && persona.value.revision < announced) void page.reload();
  }
  watch(
    () => page.data.value?.persona,
    (read) => {
      // Two queries may be in flight at once, and the older result may arrive last.
      if (read !== undefined && read.revision >= (persona.value?.revision ?? 0)) persona.value = read;
      catchUp();
    },
    { immediate: true },
  );
  const reveal = useReveal(id);
  const arrived = ref<number | null>(null);

  useLive(
    PersonaChangedDocument,
    () => ({ personaId: id }),
    ({ personaChanged }) => {
      // The first event is the current state, which is usually loaded already.
      announced = Math.max(announced, personaChanged.revision);
      catchUp();
    },
  );
  watch(
    () => ({ number: persona.value?.version?.number, isPinned: persona.value?.pinned }),
    (now, before) => {
      // A version that the owner chose to show is not a new one.
      if (now.isPinned || before.isPinned || now.number === undefined || before.number === undefined) return;
      if (now.number > before.number) arrived.value = now.number;
    },
  );

  const state = computed<PersonaState>(() => {
    if (page.failure.value?.code === 'NOT_FOUND') return 'unknown';
    if (persona.value === undefined) return page.state.value === 'failed' ? 'failed' : 'loading';
    return persona.value.title === null ? 'making' : 'written';
  });

  return {
    state,
    persona,
    failure: page.failure,
    isRevealing: computed(() => state.value === 'written' && reveal.isDue.value),
    arrived,
    reload: page.reload,
    endReveal: reveal.end,
    replayReveal: reveal.replay,
  };
}

/** The reveal of a persona: due once on each device, and again when its owner asks for it. */
function useReveal(id: string) {
  const isDue = ref(!revealedPersonas.has(id));
  return {
    isDue,
    end(): void {
      revealedPersonas.add(id);
      isDue.value = false;
    },
    replay: (): void => void (isDue.value = true),
  };
}
