import * as z from 'zod';

/** The kinds of registry entry that go in and out as spreadsheets. */
export const SpreadsheetKindSchema = z
  .enum(['team', 'agency', 'expert', 'depot', 'stock', 'equipment', 'vehicle', 'package', 'plan', 'roster'])
  .meta({ id: 'SpreadsheetKind' });
export type SpreadsheetKind = z.infer<typeof SpreadsheetKindSchema>;
