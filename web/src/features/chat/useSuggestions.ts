import { computed, type Ref, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { loadMessagesIn } from '../../i18n/i18n';
import type { Locale } from '../../i18n/locales';
import type { ChatPersonaQuery } from './operations/generated/ChatPersona';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { followUps } from './rules/followUps';

const SHOWN = 3;
/** A help card hides the suggestions until this many messages have followed it. */
const SILENT_AFTER_HELP = 10;

/**
 * Questions that the owner can send with one tap, in the persona's language: starters while the conversation is
 * empty, follow-ups after each reply. No model makes them. There are none while a message is on its way or a
 * reply is written, and none near a help card.
 */
export function useSuggestions(
  persona: Ref<ChatPersonaQuery['persona'] | undefined>,
  locale: Ref<Locale>,
  messages: Ref<readonly MessagePartsFragment[]>,
  isBusy: Ref<boolean>,
) {
  const { t } = useI18n();
  const loaded = ref<Locale | null>(null);
  watch(
    [persona, locale],
    async ([known, wanted]) => {
      if (known === undefined) return;
      // Without its messages there are no suggestions, and the chat works as well.
      await loadMessagesIn(wanted, 'chat').then(
        () => (loaded.value = wanted),
        () => undefined,
      );
    },
    { immediate: true },
  );
  return computed<string[]>(() => {
    if (persona.value === undefined || loaded.value !== locale.value || isBusy.value) return [];
    const say = (key: string, named: Record<string, string> = {}): string =>
      t(key, named, { locale: locale.value });
    const { practice, traits, version } = persona.value;
    if (messages.value.length === 0)
      return [1, 2, 3].map((number) => say(`chat.ask.${practice ? 'practice' : 'friends'}.${number}`));
    const last = messages.value.at(-1);
    const isHelping = messages.value.slice(-SILENT_AFTER_HELP).some(({ kind }) => kind === 'HELP_CARD');
    if (last?.role !== 'PERSONA' || last.status === 'FAILED' || isHelping) return [];
    const asked = new Set(
      messages.value.filter(({ role }) => role === 'USER').map(({ text }) => text.trim()),
    );
    return followUps({
      traits,
      words: (version?.insight?.words ?? []).map(({ word }) => word),
      lastReply: last.text,
      turn: messages.value.length,
    })
      .map(({ key, named }) => say(key, named))
      .filter((question) => !asked.has(question))
      .slice(0, SHOWN);
  });
}
