import * as z from 'zod';
import { TextSchema } from '../../domain/kernel/text.ts';
import { type AfterAction, AfterActionSchema } from '../../domain/warning/after-action.ts';
import { afterActionText } from '../../domain/warning/after-action-text.ts';
import { digestOf } from '../../exchange/canonical.ts';
import { spoken } from '../../reference/spoken.ts';

/** The annex, as data and to be read. */
export const AfterActionViewSchema = z
  .strictObject({
    ...AfterActionSchema.shape,
    text: TextSchema,
    /** SHA-256 of the RFC 8785 form of all but this and the text, base64url; the ledgers named are verified at `/v1/ledgers`. */
    digest: z.string(),
  })
  .meta({ id: 'WarningAfterActionAnnex' });
export type AfterActionView = z.infer<typeof AfterActionViewSchema>;

/** @returns the annex as it is shown. */
export const afterActionView = (annex: AfterAction): AfterActionView => ({
  ...annex,
  text: spoken(afterActionText(annex)),
  digest: digestOf(annex),
});
