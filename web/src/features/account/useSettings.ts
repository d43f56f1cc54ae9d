import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLoaded } from '../../api/useLoaded';
import { formatDay } from '../../i18n/locales';
import { AccountDocument } from './operations/generated/Account';

/** The viewer's account. */
export function useSettings() {
  const { locale } = useI18n();
  const { data, state, failure, reload } = useLoaded(AccountDocument, () => ({}));
  const account = computed(() => data.value?.viewer);
  return {
    state,
    failure,
    reload,
    account,
    isMinor: computed(() => account.value?.ageStanding === 'MINOR'),
    /** The day of the consent in the current language; empty if none was given. */
    consentedOn: computed(() => {
      const day = account.value?.consent?.givenOn;
      return day === undefined ? '' : formatDay(day, locale.value, 'long');
    }),
  };
}
