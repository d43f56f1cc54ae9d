import { computed, inject, type InjectionKey, onMounted, provide, ref, watch } from 'vue';
import { useAction } from '../../api/useAction';
import { useFile } from '../../api/useFile';
import { viewerAgeStatus } from '../../api/viewerAgeStatus';
import { PublishPersonaDocument } from './operations/generated/PublishPersona';
import { UnpublishPersonaDocument } from './operations/generated/UnpublishPersona';
import type { PagePersona } from './personaTypes';
import { cardFile, type CardSize } from './rules/shareText';

/**
 * Whether the owner's persona is public. Publishing again changes whether search engines may list it. Its page provides
 * it, because the share sheet and the page's section both change it.
 * @param persona undefined until it has loaded
 */
export function providePublication(persona: () => PagePersona | undefined) {
  const publishing = useAction(PublishPersonaDocument);
  const unpublishing = useAction(UnpublishPersonaDocument);
  const publicUrl = ref<string | null>(null);
  const searchable = ref(false);
  watch(
    persona,
    (now) => {
      if (now === undefined) return;
      publicUrl.value = now.publicUrl;
      // What the owner has ticked before publishing stays.
      if (now.publicUrl !== null) searchable.value = now.searchable;
    },
    { immediate: true },
  );
  /** Undefined until it is read. */
  const age = ref<Awaited<ReturnType<typeof viewerAgeStatus.read>>>();
  onMounted(async () => {
    age.value = await viewerAgeStatus.read();
  });

  const publication = {
    publicUrl,
    searchable,
    isMinor: computed(() => age.value === 'MINOR'),
    /** Whether there is something to share: a finished mirror that friends made, of an adult. */
    canShare: computed(() => {
      const now = persona();
      return now?.status === 'READY' && !now.practice && age.value !== undefined && age.value !== 'MINOR';
    }),
    /** Whether the share sheet is open. */
    isSheetOpen: ref(false),
    isBusy: computed(() => publishing.isBusy.value || unpublishing.isBusy.value),
    failure: computed(() => publishing.failure.value ?? unpublishing.failure.value),
    async publish(): Promise<void> {
      const now = persona();
      if (now === undefined) return;
      const done = await publishing.run({ personaId: now.id, searchable: searchable.value });
      if (done) publicUrl.value = done.publishPersona.persona.publicUrl;
      else searchable.value = now.searchable;
    },
    async unpublish(): Promise<void> {
      const now = persona();
      if (now === undefined || (await unpublishing.run({ personaId: now.id })) === undefined) return;
      publicUrl.value = null;
      searchable.value = false;
    },
  };
  provide(publicationKey, publication);
  return publication;
}

const publicationKey: InjectionKey<ReturnType<typeof providePublication>> = Symbol('publication');

/** The publication of the persona whose page a component belongs to. */
export function usePublication() {
  const publication = inject(publicationKey);
  if (publication === undefined) throw new Error('This component must be used in a persona page.');
  return publication;
}

/** The share card of a published persona in the chosen size, loaded so that it can be handed over at once. */
export function useShareCard(publicUrl: () => string | null, revision: () => number) {
  const size = ref<CardSize>('story');
  const wanted = () => {
    const url = publicUrl();
    return url === null ? null : cardFile(url, size.value, revision());
  };
  const { file, url, hasFailed, load } = useFile(wanted);
  return { size, wanted: computed(wanted), file, picture: url, hasFailed, reload: load };
}
