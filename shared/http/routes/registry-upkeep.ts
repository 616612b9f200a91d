import * as z from 'zod';
import { ConfirmedCardSchema, ExpiringCardSchema } from '../../domain/registry/upkeep.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';

/** A thing that ends, and whether it has ended. */
const ExpiringEntrySchema = ExpiringCardSchema.extend({ ended: z.boolean() }).meta({ id: 'ExpiringEntry' });
export type ExpiringEntry = z.infer<typeof ExpiringEntrySchema>;

const ExpiringQuerySchema = z.strictObject({
  withinDays: z.coerce.number().int().min(0).max(3650).default(60),
  /** Also what has ended already and was neither renewed nor taken out of the registry. */
  ended: z.enum(['true']).optional(),
  ...pageQuery,
});
export type ExpiringQuery = z.infer<typeof ExpiringQuerySchema>;

/** What must be seen to so that the registry stays true, over all kinds of entry. */
export const registryUpkeepRoutes = {
  listStaleEntries: route({
    operationId: 'listStaleEntries',
    method: 'GET',
    path: '/v1/registry/stale',
    tag: 'registry',
    summary: {
      zh: '查询久未确认的登记，最久者在前；期限由本市设定',
      en: 'Entries that nobody has confirmed for longer than the city allows, longest first',
    },
    access: READERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(ConfirmedCardSchema) },
  }),
  listExpiringEntries: route({
    operationId: 'listExpiringEntries',
    method: 'GET',
    path: '/v1/registry/expiring',
    tag: 'registry',
    summary: {
      zh: '查询若干天内到期的资质、协议、聘期、保质期等，先到期者在前',
      en: 'Certificates, agreements, terms, shelf lives and the like that end within so many days, soonest first',
    },
    access: READERS,
    query: ExpiringQuerySchema,
    success: { status: 200, body: pageOf(ExpiringEntrySchema) },
  }),
} as const;
