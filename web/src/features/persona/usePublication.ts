import { computed, onMounted, ref, watch } from 'vue';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { viewerAgeStatus } from '../../api/viewerAgeStatus';
import { useSurveyLocale } from '../../i18n/useSurveyLocale';
import { PublicPersonaDocument } from './operations/generated/PublicPersona';
import { PublishPersonaDocument } from './operations/generated/PublishPersona';
import { UnpublishPersonaDocument } from './operations/generated/UnpublishPersona';
import type { PagePersona } from './personaTypes';

/** Whether the owner's persona is public. Publishing again changes whether search engines may list it. */
export function usePublication(persona: () => Pick<PagePersona, 'id' | 'publicUrl' | 'searchable'>) {
  const publishing = useAction(PublishPersonaDocument);
  const unpublishing = useAction(UnpublishPersonaDocument);
  const publicUrl = ref(persona().publicUrl);
  const searchable = ref(persona().searchable);
  watch(persona, (now) => {
    publicUrl.value = now.publicUrl;
    // What the owner has ticked before publishing stays.
    if (now.publicUrl !== null) searchable.value = now.searchable;
  });
  const isMinor = ref(false);
  onMounted(async () => {
    isMinor.value = (await viewerAgeStatus.read()) === 'MINOR';
  });

  return {
    publicUrl,
    searchable,
    isMinor,
    isBusy: computed(() => publishing.isBusy.value || unpublishing.isBusy.value),
    failure: computed(() => publishing.failure.value ?? unpublishing.failure.value),
    async publish(): Promise<void> {
      const done = await publishing.run({ personaId: persona().id, searchable: searchable.value });
      if (done) publicUrl.value = done.publishPersona.persona.publicUrl;
      else searchable.value = persona().searchable;
    },
    async unpublish(): Promise<void> {
      if ((await unpublishing.run({ personaId: persona().id })) === undefined) return;
      publicUrl.value = null;
      searchable.value = false;
    },
  };
}

/** A published persona, as a stranger sees it, in its own language unless the reader has chosen one. */
export function usePublicPersona(slug: string) {
  const page = useLoaded(PublicPersonaDocument, () => ({ slug }));
  const persona = computed(() => page.data.value?.publicPersona);
  useSurveyLocale(() => persona.value?.locale);
  return {
    persona,
    failure: page.failure,
    isUnknown: computed(() => page.failure.value?.code === 'NOT_FOUND'),
    reload: page.reload,
  };
}
