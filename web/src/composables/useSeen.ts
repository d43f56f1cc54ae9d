import { ref } from 'vue';

const KEY = 'mirai.revealed';
/** Older ones are forgotten: a reveal seen twice does no harm, a list without an end would. */
const AT_MOST = 100;

function stored(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    // Somebody else's words under our key.
    return [];
  }
}

/** Which mirrors this device has seen appear: each is revealed once. */
export function useSeen(id: string) {
  const isSeen = ref(stored().includes(id));
  return {
    isSeen,
    remember(): void {
      localStorage.setItem(KEY, JSON.stringify([...stored(), id].slice(-AT_MOST)));
      isSeen.value = true;
    },
  };
}
