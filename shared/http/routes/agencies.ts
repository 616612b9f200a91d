import * as z from 'zod';
import { AgencyDetailsSchema, DutyContactsSchema } from '../../domain/agency/agency-state.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { ResourceKindSchema } from '../../domain/vocabulary/resource-kinds.ts';
import { ContactReadingSchema } from '../contact-reading.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { AgencyListEntrySchema, AgencyViewSchema } from '../views/agency.ts';

/** Registrars, and people of the agency itself, for their own entry only. */
const KEEPERS: readonly Role[] = [...REGISTRARS, 'agency-officer'];

const params = z.strictObject({ agencyId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(500) });

/** Each entry of a page is read from the agency itself, so that a page is one Query and one BatchGetItem of at most this many. */
const PAGE = { ...pageQuery, limit: z.coerce.number().int().min(1).max(100).default(50) };

const answered = { status: 200, body: AgencyViewSchema } as const;

/** The registry of partner agencies. */
export const agencyRoutes = {
  listAgencies: route({
    operationId: 'listAgencies',
    method: 'GET',
    path: '/v1/agencies',
    tag: 'agencies',
    summary: {
      zh: '按类别、灾种查询联动单位，等级高者在前；不按类别和灾种查询时含暂停和已撤销登记的单位',
      en: 'List agencies by kind and hazard, best grade first; suspended and retired ones only where neither is named',
    },
    access: READERS,
    query: z.strictObject({ kind: ResourceKindSchema.optional(), hazard: HazardSchema.optional(), ...PAGE }),
    success: { status: 200, body: pageOf(AgencyListEntrySchema) },
  }),
  registerAgency: route({
    operationId: 'registerAgency',
    method: 'POST',
    path: '/v1/agencies',
    tag: 'agencies',
    summary: { zh: '登记联动单位', en: 'Register a partner agency' },
    access: REGISTRARS,
    body: AgencyDetailsSchema.extend({ dutyContacts: DutyContactsSchema }),
    success: { status: 201, body: AgencyViewSchema },
  }),
  readAgency: route({
    operationId: 'readAgency',
    method: 'GET',
    path: '/v1/agencies/{agencyId}',
    tag: 'agencies',
    summary: {
      zh: '查看联动单位，联系人已隐去；单位人员只能查看本单位',
      en: 'Read an agency, its duty contacts masked; its own people see no other',
    },
    access: [...READERS, 'agency-officer'],
    params,
    success: answered,
  }),
  changeAgency: route({
    operationId: 'changeAgency',
    method: 'PUT',
    path: '/v1/agencies/{agencyId}',
    tag: 'agencies',
    summary: {
      zh: '更改联动单位登记；单位人员可改本单位除战略协议外的内容；不写联系人则保持不变',
      en: 'Change what is registered of an agency; its own people may change all but the strategic agreement; the duty contacts stay unless they are named',
    },
    access: KEEPERS,
    params,
    body: AgencyDetailsSchema.extend({ dutyContacts: DutyContactsSchema.optional() }),
    ifMatch: 'required',
    success: answered,
  }),
  setAgencyAvailability: route({
    operationId: 'setAgencyAvailability',
    method: 'PUT',
    path: '/v1/agencies/{agencyId}/availability',
    tag: 'agencies',
    summary: {
      zh: '设定联动单位的可用与不可用时段',
      en: 'Set the periods in which an agency is or is not available',
    },
    access: KEEPERS,
    params,
    body: z.strictObject({ periods: z.array(AvailabilityPeriodSchema).max(100) }),
    ifMatch: 'required',
    success: answered,
  }),
  confirmAgency: route({
    operationId: 'confirmAgency',
    method: 'POST',
    path: '/v1/agencies/{agencyId}/confirmations',
    tag: 'agencies',
    summary: {
      zh: '确认联动单位登记无误；单位人员只能确认本单位',
      en: 'Confirm that what is registered of an agency is right; its own people confirm no other',
    },
    access: KEEPERS,
    params,
    ifMatch: 'optional',
    success: answered,
  }),
  suspendAgency: route({
    operationId: 'suspendAgency',
    method: 'POST',
    path: '/v1/agencies/{agencyId}/suspension',
    tag: 'agencies',
    summary: { zh: '暂停联动：不再派发任务', en: 'Suspend an agency: it is given no tasks' },
    access: REGISTRARS,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: answered,
  }),
  resumeAgency: route({
    operationId: 'resumeAgency',
    method: 'POST',
    path: '/v1/agencies/{agencyId}/resumption',
    tag: 'agencies',
    summary: { zh: '恢复联动', en: 'Resume an agency that was suspended' },
    access: REGISTRARS,
    params,
    ifMatch: 'optional',
    success: answered,
  }),
  retireAgency: route({
    operationId: 'retireAgency',
    method: 'POST',
    path: '/v1/agencies/{agencyId}/retirement',
    tag: 'agencies',
    summary: { zh: '撤销联动单位登记', en: 'Retire an agency' },
    access: REGISTRARS,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: answered,
  }),
  readAgencyContacts: route({
    operationId: 'readAgencyContacts',
    method: 'POST',
    path: '/v1/agencies/{agencyId}/contact-readings',
    tag: 'agencies',
    summary: {
      zh: '查看联动单位联系人的姓名和电话：须说明理由，记入台账；值班表排有他人时须写明非当班查看',
      en: "Read the names and telephones of an agency's duty contacts: for a reason, which the ledger keeps; said expressly when the roster has others on duty",
    },
    access: KEEPERS,
    params,
    body: ContactReadingSchema,
    success: { status: 200, body: z.strictObject({ dutyContacts: DutyContactsSchema }) },
  }),
} as const;
