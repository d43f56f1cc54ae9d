import { computed, ref, watch } from 'vue';
import { PersonaVersionsDocument, type PersonaVersionsQuery } from '../graphql/generated/PersonaVersions';
import { RetryPersonaDocument } from '../graphql/generated/RetryPersona';
import { ShowVersionDocument } from '../graphql/generated/ShowVersion';
import { useAction } from './useAction';
import { useLoaded } from './useLoaded';

export type Version = PersonaVersionsQuery['persona']['versions']['edges'][number]['node'];

const PAGE = 20;
/** What the server gives at once, and more than anybody has. */
const AT_MOST = 100;

/**
 * All versions of a persona, newest first, and what its owner chooses among them.
 * @param revision read again whenever it rises
 */
export function useVersions(id: string, revision: () => number) {
  const first = ref(PAGE);
  const loaded = useLoaded(PersonaVersionsDocument, () => ({ id, first: first.value }));
  const showing = useAction(ShowVersionDocument);
  const retrying = useAction(RetryPersonaDocument);
  watch(revision, () => void loaded.reload());
  let wanted: number | null = null;
  const show = (number: number | null) => {
    wanted = number;
    return showing.run({ personaId: id, number });
  };

  const versions = computed(() => loaded.data.value?.persona.versions.edges.map(({ node }) => node) ?? []);
  const ready = computed(() => versions.value.filter(({ status }) => status === 'READY'));
  return {
    state: loaded.state,
    failure: loaded.failure,
    reload: loaded.reload,
    versions,
    /** Those that can be shown and compared. */
    ready,
    isPinned: computed(() => loaded.data.value?.persona.pinned ?? false),
    hasOlder: computed(
      () => first.value < AT_MOST && (loaded.data.value?.persona.versions.pageInfo.hasNextPage ?? false),
    ),
    more: (): void => void (first.value = Math.min(AT_MOST, first.value + PAGE)),
    showing,
    /** @param number null: always the newest */
    show,
    showAgain: () => show(wanted),
    retrying,
    retry: () => retrying.run({ personaId: id }),
  };
}
