import { computed } from 'vue';
import { usePublicData } from '../../api/usePublicData';
import { useSurveyLocale } from '../../i18n/useSurveyLocale';
import { PublicPersonaDocument } from './operations/generated/PublicPersona';

/** A published persona, as a stranger sees it, in its own language unless the reader has chosen one. */
export function usePublicPersona(slug: string) {
  const { data, failure, reload } = usePublicData(PublicPersonaDocument, slug);
  const persona = computed(() => data.value?.publicPersona);
  useSurveyLocale(() => persona.value?.locale);
  return { persona, failure, isUnknown: computed(() => failure.value?.code === 'NOT_FOUND'), reload };
}
