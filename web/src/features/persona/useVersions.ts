import { computed, ref, watch } from 'vue';
import { RetryPersonaDocument } from '../../api/operations/generated/RetryPersona';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { PersonaVersionsDocument, type PersonaVersionsQuery } from './operations/generated/PersonaVersions';
import { ShowVersionDocument } from './operations/generated/ShowVersion';
import { VersionChangesDocument } from './operations/generated/VersionChanges';

export type Version = PersonaVersionsQuery['persona']['versions']['edges'][number]['node'];

const PAGE = 20;
/** The server's largest page, and more versions than any persona has. */
const MAX_PAGE = 100;

/**
 * All versions of a persona, newest first, and the owner's choice of the shown one.
 * @param revision the versions are read again whenever it changes
 */
export function useVersions(id: string, revision: () => number) {
  const first = ref(PAGE);
  const loaded = useLoaded(PersonaVersionsDocument, () => ({ id, first: first.value }));
  const showing = useAction(ShowVersionDocument);
  const retrying = useAction(RetryPersonaDocument);
  watch(revision, () => void loaded.reload());
  let requested: number | null = null;
  const show = (number: number | null) => {
    requested = number;
    return showing.run({ personaId: id, number });
  };

  const versions = computed(() => loaded.data.value?.persona.versions.edges.map(({ node }) => node) ?? []);
  const ready = computed(() => versions.value.filter(({ status }) => status === 'READY'));
  return {
    state: loaded.state,
    failure: loaded.failure,
    reload: loaded.reload,
    versions,
    /** The versions that can be shown and compared. */
    ready,
    isPinned: computed(() => loaded.data.value?.persona.pinned ?? false),
    hasOlder: computed(
      () => first.value < MAX_PAGE && (loaded.data.value?.persona.versions.pageInfo.hasNextPage ?? false),
    ),
    more: (): void => void (first.value = Math.min(MAX_PAGE, first.value + PAGE)),
    showing,
    /** @param number null to always show the newest */
    show,
    showAgain: () => show(requested),
    retrying,
    retry: () => retrying.run({ personaId: id }),
  };
}

/**
 * The changes between a version and a chosen earlier one, by default the previous one.
 * @param versions `earlier` are the numbers of READY versions, newest first
 */
export function useVersionChanges(
  versions: () => { personaId: string; number: number; earlier: readonly number[] },
) {
  const chosen = ref<number | null>(null);
  const since = computed(() => {
    const { earlier } = versions();
    return earlier.find((number) => number === chosen.value) ?? earlier[0] ?? null;
  });
  const loaded = useLoaded(VersionChangesDocument, () => ({
    id: versions().personaId,
    number: versions().number,
    since: since.value,
  }));
  const changes = computed(() => loaded.data.value?.persona.version?.changesSince ?? null);
  return {
    state: loaded.state,
    failure: loaded.failure,
    reload: loaded.reload,
    since,
    /** Null if one of the two has no measurement. */
    changes,
    isSame: computed(
      () => changes.value !== null && changes.value.traits.length + changes.value.words.length === 0,
    ),
    compareWith: (number: number): void => void (chosen.value = number),
  };
}
