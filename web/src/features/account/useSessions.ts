import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAction } from '../../api/useAction';
import { onTabReturn, useLoaded } from '../../api/useLoaded';
import { formatDay } from '../../i18n/locales';
import { RevokeSessionDocument } from './operations/generated/RevokeSession';
import { SignedInDevicesDocument } from './operations/generated/SignedInDevices';
import { deviceName } from './rules/deviceName';

/** Where the viewer is signed in, and signing out another device. */
export function useSessions() {
  const { t, locale } = useI18n();
  const { data, state, failure, reload } = useLoaded(SignedInDevicesDocument, () => ({}));
  const revoking = useAction(RevokeSessionDocument);
  /** The session that is being ended. */
  const ending = ref<string | null>(null);
  onTabReturn(() => void reload());

  function nameOf(userAgent: string | null): string {
    const device = deviceName(userAgent);
    if (device?.browser && device.system) return t('settings.sessions.device', { ...device });
    return device?.browser ?? device?.system ?? t('settings.sessions.unknown');
  }

  return {
    state,
    failure,
    reload,
    sessions: computed(() =>
      (data.value?.viewer.sessions ?? []).map(({ id, current, lastUsedOn, userAgent }) => ({
        id,
        current,
        name: nameOf(userAgent ?? null),
        lastUsed: formatDay(lastUsedOn, locale.value, 'long'),
      })),
    ),
    ending,
    revokeFailure: revoking.failure,
    async revoke(id: string): Promise<void> {
      ending.value = id;
      await revoking.run({ id });
      // Also after a failure: the session may have ended elsewhere.
      await reload();
      ending.value = null;
    },
  };
}
