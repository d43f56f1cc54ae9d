import { defineEntity, p } from '@mikro-orm/core';
import { PersonaVersion } from './PersonaVersion.js';

export const quoteReports = ['UNKIND', 'IDENTIFYING', 'UNTRUE', 'OTHER'] as const;
export type QuoteReportReason = (typeof quoteReports)[number];

const QuoteReportSchema = defineEntity({
  name: 'QuoteReport',
  properties: {
    id: p.uuid().primary(),
    /** Goes with what it was blended for, also when friends withdraw what it rests on. */
    version: () => p.manyToOne(PersonaVersion).ref().deleteRule('cascade'),
    /** The blend, as it was read. Who wrote what it was blended from is not known here. */
    text: p.text(),
    reason: p.enum(quoteReports),
    /** A day. */
    reportedOn: p.date(),
  },
  uniques: [{ name: 'quote_report_once', properties: ['version', 'text'] }],
});

/** What an owner says of a blend of friends' texts, for those who run this to look at. */
export class QuoteReport extends QuoteReportSchema.class {}
QuoteReportSchema.setClass(QuoteReport);
