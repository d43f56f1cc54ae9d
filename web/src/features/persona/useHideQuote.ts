import { ref } from 'vue';
import type { QuoteReport } from '../../api/generated/schema';
import { useAction } from '../../api/useAction';
import { HideQuoteDocument } from './operations/generated/HideQuote';

/**
 * Hides a quote permanently and, if a reason is chosen, reports it.
 * @param quote the quote, and the version in which it was read
 * @param onHidden called once the server has hidden it
 */
export function useHideQuote(
  quote: () => { personaId: string; version: number; quoteId: string },
  onHidden: (isReported: boolean) => void,
) {
  const { isBusy, failure, run } = useAction(HideQuoteDocument);
  const report = ref<QuoteReport | null>(null);
  return {
    report,
    isBusy,
    failure,
    async hide(): Promise<void> {
      const reason = report.value;
      if (await run({ ...quote(), report: reason })) onHidden(reason !== null);
    },
  };
}
