import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

/** Ids of the sections, in the order of the page. An id is also the fragment of the section's address. */
const ids = [
  'who',
  'what',
  'why',
  'seen',
  'anonymity',
  'models',
  'kept',
  'periods',
  'rights',
  'young',
  'device',
] as const;

/** A section as it is in messages/<locale>/privacy.json, with any number of paragraphs and entries. */
interface SectionMessages {
  title: string;
  text: string[];
  items?: { name: string; text: string[] }[];
  end?: string[];
}

export interface PolicySection extends Required<SectionMessages> {
  id: string;
}

/** The privacy policy in the current language. */
export function usePrivacyPolicy() {
  const { tm, rt } = useI18n();
  const site = { site: location.host };
  const format = (texts: string[] = []): string[] => texts.map((text) => rt(text, site));
  const sections = computed((): PolicySection[] => {
    const messages: unknown = tm('privacy.sections');
    return ids.flatMap((id) => {
      const section = (messages as Record<string, SectionMessages>)[id];
      if (section === undefined) return [];
      const items = (section.items ?? []).map(({ name, text }) => ({ name: rt(name), text: format(text) }));
      return { id, title: rt(section.title), text: format(section.text), items, end: format(section.end) };
    });
  });
  return { sections };
}
