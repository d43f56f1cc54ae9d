import { defineEntity, p } from '@mikro-orm/core';
import { type Sealed, SealedColumn } from '../sealed.js';
import { User } from '../User.js';

const dataExportStatuses = ['PENDING', 'READY', 'FAILED'] as const;
export type DataExportStatus = (typeof dataExportStatuses)[number];

const DataExportSchema = defineEntity({
  name: 'DataExport',
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(User).ref().deleteRule('cascade').index(),
    status: p.enum(dataExportStatuses).default('PENDING'),
    /** How many workers have started it. The fence of its pieces: only those of the newest attempt are stored. */
    attempt: p.integer().default(0),
    /** Length of the file in bytes; null until it is READY. */
    bytes: p.integer().strictNullable(),
    /** Afterwards the link leads nowhere, and a job deletes the row with the file. */
    expiresAt: p.datetime(3),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [
    {
      name: 'data_export_pending',
      expression:
        "create unique index data_export_pending on data_export (owner_id) where status = 'PENDING'",
    },
  ],
});

/** A copy of everything that belongs to a person, as one file, for that person to download. */
export class DataExport extends DataExportSchema.class {}
DataExportSchema.setClass(DataExport);

/** A part of the file in base64. Its rows are named as `pieceKey` does. */
export const pieceContent = new SealedColumn<string>(
  'data_export_piece',
  'content',
  'text',
  "export_id || '/' || number",
  'text',
);

const DataExportPieceSchema = defineEntity({
  name: 'DataExportPiece',
  properties: {
    export: () => p.manyToOne(DataExport).ref().primary().deleteRule('cascade'),
    /** Its place in the file, from 0. */
    number: p.integer().primary(),
    content: p.text().$type<Sealed<string>>(),
  },
});

/** A part of an export's file, so that neither writing nor sending it needs the whole file in memory. */
export class DataExportPiece extends DataExportPieceSchema.class {}
DataExportPieceSchema.setClass(DataExportPiece);

/** Names the piece at a place of a file. */
export const pieceKey = (exportId: string, number: number): string => `${exportId}/${number}`;
