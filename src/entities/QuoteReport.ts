import { defineEntity, p } from '@mikro-orm/core';
import { PersonaVersion } from './PersonaVersion.js';

export const quoteReports = ['UNKIND', 'IDENTIFYING', 'UNTRUE', 'OTHER'] as const;

const QuoteReportSchema = defineEntity({
  name: 'QuoteReport',
  properties: {
    id: p.uuid().primary(),
    /** Deleted with the version, including when friends withdraw the answers behind it. */
    version: () => p.manyToOne(PersonaVersion).ref().deleteRule('cascade'),
    /** The quote as the owner read it. The friends behind it are not recorded. */
    text: p.text(),
    reason: p.enum(quoteReports),
    /** A day. */
    reportedOn: p.date(),
  },
  uniques: [{ name: 'quote_report_once', properties: ['version', 'text'] }],
});

/** An owner's report about a quote, for the operator to review. */
export class QuoteReport extends QuoteReportSchema.class {}
QuoteReportSchema.setClass(QuoteReport);
