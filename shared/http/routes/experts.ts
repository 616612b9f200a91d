import * as z from 'zod';
import { ExpertClassSchema } from '../../domain/expert/expert-class.ts';
import { ExpertContactSchema, ExpertDetailsSchema, TermSchema } from '../../domain/expert/expert-details.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { ContactReadingSchema } from '../contact-reading.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { DUTY_ROOM, READERS, REGISTRARS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { ExpertListEntrySchema, ExpertViewSchema } from '../views/expert.ts';

/** Experts see and change what is their own. */
const EXPERT: Role = 'expert';

const params = z.strictObject({ expertId: z.uuid() });
const reason = wordsSchema(500);
const tag = 'experts';
const shown = { status: 200, body: ExpertViewSchema } as const;

const ExpertQuerySchema = z
  .strictObject({
    class: ExpertClassSchema.optional(),
    hazard: HazardSchema.optional(),
    /** The period that `condition` is about; now unless given. */
    from: InstantSchema.optional(),
    until: InstantSchema.optional(),
    ...pageQuery,
    /** Each entry of a page is read from the expert: one Query and one BatchGetItem of at most this many. */
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    ...refinement({ zh: '结束时间不得早于开始时间', en: 'the period must not end before it begins' }),
  });
export type ExpertQuery = z.infer<typeof ExpertQuerySchema>;

/** The pool of experts. */
export const expertRoutes = {
  listExperts: route({
    operationId: 'listExperts',
    method: 'GET',
    path: '/v1/experts',
    tag,
    summary: {
      zh: '按类别、灾种查询专家，组长在前；不加条件时含已出库的专家；专家只见本人',
      en: 'Experts by class and hazard, group leads first; without either, those who have left, too; an expert gets the own entry',
    },
    access: [...READERS, EXPERT],
    query: ExpertQuerySchema,
    success: { status: 200, body: pageOf(ExpertListEntrySchema) },
  }),
  appointExpert: route({
    operationId: 'appointExpert',
    method: 'POST',
    path: '/v1/experts',
    tag,
    summary: { zh: '聘任专家入库', en: 'Appoint an expert' },
    access: REGISTRARS,
    body: ExpertDetailsSchema.extend({ contact: ExpertContactSchema, term: TermSchema, reason }),
    success: { status: 201, body: ExpertViewSchema },
  }),
  readExpert: route({
    operationId: 'readExpert',
    method: 'GET',
    path: '/v1/experts/{expertId}',
    tag,
    summary: { zh: '查看专家，联系方式已隐去', en: 'Read an expert; how to reach them is masked' },
    access: [...READERS, EXPERT],
    params,
    success: shown,
  }),
  changeExpert: route({
    operationId: 'changeExpert',
    method: 'PUT',
    path: '/v1/experts/{expertId}',
    tag,
    summary: { zh: '更改专家信息', en: 'Change what is registered of an expert' },
    access: REGISTRARS,
    params,
    body: ExpertDetailsSchema,
    ifMatch: 'required',
    success: shown,
  }),
  changeExpertContact: route({
    operationId: 'changeExpertContact',
    method: 'PUT',
    path: '/v1/experts/{expertId}/contact',
    tag,
    summary: {
      zh: '更改专家联系方式；专家只能更改本人的',
      en: 'Change how to reach an expert; experts change their own',
    },
    access: [...REGISTRARS, EXPERT],
    params,
    body: ExpertContactSchema,
    ifMatch: 'required',
    success: shown,
  }),
  setExpertAvailability: route({
    operationId: 'setExpertAvailability',
    method: 'PUT',
    path: '/v1/experts/{expertId}/availability',
    tag,
    summary: {
      zh: '设定专家的可用与不可用时段；专家只能设定本人的',
      en: 'Set the periods in which an expert is or is not available; experts set their own',
    },
    access: [...REGISTRARS, EXPERT],
    params,
    body: z.strictObject({ periods: z.array(AvailabilityPeriodSchema).max(100) }),
    ifMatch: 'required',
    success: shown,
  }),
  confirmExpert: route({
    operationId: 'confirmExpert',
    method: 'POST',
    path: '/v1/experts/{expertId}/confirmations',
    tag,
    summary: {
      zh: '确认专家信息无误；专家只能确认本人的',
      en: 'Confirm that the entry of an expert is right; experts confirm their own',
    },
    access: [...REGISTRARS, EXPERT],
    params,
    ifMatch: 'optional',
    success: shown,
  }),
  renewExpert: route({
    operationId: 'renewExpert',
    method: 'POST',
    path: '/v1/experts/{expertId}/renewal',
    tag,
    summary: { zh: '续聘，或聘回已出库的专家', en: 'Renew the term of an expert, or take back one who has left' },
    access: REGISTRARS,
    params,
    body: z.strictObject({ term: TermSchema, reason }),
    ifMatch: 'optional',
    success: shown,
  }),
  retireExpert: route({
    operationId: 'retireExpert',
    method: 'POST',
    path: '/v1/experts/{expertId}/retirement',
    tag,
    summary: {
      zh: '专家出库：立即，或在所定日期',
      en: 'Have an expert leave the pool: now, or on the day given',
    },
    access: REGISTRARS,
    params,
    body: z.strictObject({ at: InstantSchema.optional(), reason }),
    ifMatch: 'optional',
    success: shown,
  }),
  readExpertContact: route({
    operationId: 'readExpertContact',
    method: 'POST',
    path: '/v1/experts/{expertId}/contact-readings',
    tag,
    summary: {
      zh: '查看专家联系方式：当班人员，或该专家有未结束的咨询时；须说明理由，记入台账；值班表排有他人时值班员须写明非当班查看',
      en: 'Read how to reach an expert: those on duty, and others while a call-out is open; for a reason, which the ledger keeps; duty officers say so expressly when the roster has others on duty',
    },
    access: [...DUTY_ROOM, EXPERT],
    params,
    body: ContactReadingSchema,
    success: { status: 200, body: ExpertContactSchema },
  }),
} as const;
