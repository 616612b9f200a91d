import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import { CapMessageTypeSchema, CapScopeSchema, CapStatusSchema } from './cap-codes.ts';
import { CapInfoSchema } from './cap-info.ts';
import { CapReferencesSchema } from './cap-reference.ts';
import { CapMomentSchema, CapNameSchema, CapTextSchema } from './cap-text.ts';

/** What names itself as text or not at all. */
const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/**
 * An alert of the Common Alerting Protocol 1.2 (OASIS, ITU-T X.1303bis) in JSON: the elements by their own names and in their own
 * order, repeated ones as arrays, every value in the standard's own writing, so that XML and JSON say the same to the letter.
 */
export const CapAlertSchema = z
  .strictObject({
    identifier: CapNameSchema,
    sender: CapNameSchema,
    sent: CapMomentSchema,
    status: CapStatusSchema,
    msgType: CapMessageTypeSchema,
    source: CapTextSchema.optional(),
    scope: CapScopeSchema,
    restriction: CapTextSchema.optional(),
    addresses: CapTextSchema.optional(),
    code: z.array(CapTextSchema).min(1).optional(),
    note: CapTextSchema.optional(),
    references: CapReferencesSchema.optional(),
    incidents: CapTextSchema.optional(),
    info: z.array(CapInfoSchema).min(1).optional(),
  })
  .refine(({ scope, restriction }) => scope !== 'Restricted' || said(restriction), {
    path: ['restriction'],
    ...refinement({ zh: '范围为 Restricted 时须写明 restriction', en: 'scope Restricted needs a restriction' }),
  })
  .refine(({ scope, addresses }) => scope !== 'Private' || said(addresses), {
    path: ['addresses'],
    ...refinement({ zh: '范围为 Private 时须写明 addresses', en: 'scope Private needs addresses' }),
  })
  .refine(({ msgType, references }) => msgType === 'Alert' || references !== undefined, {
    path: ['references'],
    ...refinement({
      zh: 'Update、Cancel、Ack、Error 须写明 references',
      en: 'Update, Cancel, Ack and Error need references',
    }),
  })
  .meta({ id: 'CapAlert' });
export type CapAlert = z.infer<typeof CapAlertSchema>;
