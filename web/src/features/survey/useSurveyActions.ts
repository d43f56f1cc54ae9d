import { computed, ref } from 'vue';
import { useRouter } from 'vue-router';
import { client } from '../../api/client';
import { HomeDocument } from '../../api/operations/generated/Home';
import { useAction } from '../../api/useAction';
import { HOME_PAGE_SIZE } from '../../api/useLaterPages';
import { CloseSurveyDocument } from './operations/generated/CloseSurvey';
import { DeleteSurveyDocument } from './operations/generated/DeleteSurvey';
import { RenameSurveyDocument } from './operations/generated/RenameSurvey';
import { ReopenSurveyDocument } from './operations/generated/ReopenSurvey';
import { RotateSurveyLinkDocument } from './operations/generated/RotateSurveyLink';
import type { OwnSurvey } from './useOwnSurvey';

export type SurveyAction = 'close' | 'rotate' | 'delete';

/** The actions on a survey that its owner has to confirm. */
export function useSurveyActions(survey: () => OwnSurvey) {
  const router = useRouter();
  const pendingAction = ref<SurveyAction | null>(null);
  const normConsent = ref(false);
  const actions = {
    close: useAction(CloseSurveyDocument),
    rotate: useAction(RotateSurveyLinkDocument),
    delete: useAction(DeleteSurveyDocument),
  };

  function ask(what: SurveyAction): void {
    normConsent.value = survey().normConsent;
    pendingAction.value = what;
  }
  async function remove(surveyId: string): Promise<void> {
    if ((await actions.delete.run({ surveyId })) === undefined) return;
    // Loaded before the page changes, so that the list does not show the deleted survey for a moment.
    await client
      .query(HomeDocument, { first: HOME_PAGE_SIZE }, { requestPolicy: 'network-only' })
      .toPromise();
    await router.replace('/home');
  }
  async function confirm(): Promise<void> {
    const surveyId = survey().id;
    if (pendingAction.value === 'delete') return remove(surveyId);
    const done =
      pendingAction.value === 'close'
        ? await actions.close.run({ surveyId, normConsent: normConsent.value })
        : await actions.rotate.run({ surveyId });
    if (done !== undefined) pendingAction.value = null;
  }
  return {
    pendingAction,
    normConsent,
    ask,
    confirm,
    isBusy: computed(() => pendingAction.value !== null && actions[pendingAction.value].isBusy.value),
    failure: computed(() =>
      pendingAction.value === null ? null : actions[pendingAction.value].failure.value,
    ),
  };
}

/** Changes the name that friends see, while none of them has answered. */
export function useOwnerName(survey: () => OwnSurvey) {
  const { isBusy, failure, run } = useAction(RenameSurveyDocument);
  const isOpen = ref(false);
  const name = ref('');
  return {
    isOpen,
    name,
    isBusy,
    failure,
    open(): void {
      name.value = survey().ownerName;
      isOpen.value = true;
    },
    async save(): Promise<void> {
      const displayName = name.value.trim();
      const isSame = displayName === '' || displayName === survey().ownerName;
      if (isSame || (await run({ surveyId: survey().id, displayName })) !== undefined) isOpen.value = false;
    },
  };
}

/** Opens a closed survey again. */
export function useReopenSurvey(surveyId: () => string) {
  const { isBusy, failure, run } = useAction(ReopenSurveyDocument);
  return { isBusy, failure, reopen: () => run({ surveyId: surveyId() }) };
}
