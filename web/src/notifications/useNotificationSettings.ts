import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAction } from '../api/useAction';
import { type Locale, localeToApi } from '../i18n/locales';
import { useLoaded } from '../api/useLoaded';
import { NotificationSettingsDocument } from './operations/generated/NotificationSettings';
import { UpdateNotificationSettingsDocument } from './operations/generated/UpdateNotificationSettings';

/** How the viewer is told of notifications, on all devices. */
export function useNotificationSettings() {
  const { locale } = useI18n();
  const { data, state, failure, reload } = useLoaded(NotificationSettingsDocument, () => ({}));
  const updating = useAction(UpdateNotificationSettingsDocument);
  const settings = computed(() => data.value?.viewer.notificationSettings);
  /** E-mails are in the language of the app. */
  async function setEmail(email: boolean): Promise<void> {
    const language = localeToApi[locale.value as Locale];
    if ((await updating.run({ email, locale: language })) !== undefined) await reload();
  }
  // Also what was changed elsewhere in the app, or while an earlier change was being sent.
  watch([settings, locale], () => {
    const known = settings.value;
    if (known?.email === true && known.locale !== localeToApi[locale.value as Locale]) void setEmail(true);
  });
  return {
    state,
    failure,
    reload,
    settings,
    isUpdating: updating.isBusy,
    updateFailure: updating.failure,
    setEmail,
  };
}
