import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

/** In the order in which they are read. A section's id is its address on the page. */
const ids = [
  'who',
  'what',
  'why',
  'seen',
  'anonymity',
  'models',
  'kept',
  'rights',
  'young',
  'device',
] as const;

/** A section as messages/<locale>/privacy.json has it: as many paragraphs and entries as it needs. */
interface Written {
  title: string;
  text: string[];
  items?: { name: string; text: string[] }[];
  end?: string[];
}

export interface PolicySection extends Required<Written> {
  id: string;
}

/** The privacy policy in the language that is shown. */
export function usePolicy() {
  const { tm, rt } = useI18n();
  const site = { site: location.host };
  const say = (texts: string[] = []): string[] => texts.map((text) => rt(text, site));
  const sections = computed((): PolicySection[] => {
    const written: unknown = tm('privacy.sections');
    return ids.flatMap((id) => {
      const section = (written as Record<string, Written>)[id];
      if (section === undefined) return [];
      const items = (section.items ?? []).map(({ name, text }) => ({ name: rt(name), text: say(text) }));
      return { id, title: rt(section.title), text: say(section.text), items, end: say(section.end) };
    });
  });
  return { sections };
}
