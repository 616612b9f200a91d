import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { OfficeCardSchema } from '../../domain/roster/roster-listings.ts';
import { HandoverSchema, OfficeDetailsSchema, RosterShiftSchema } from '../../domain/roster/roster-state.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { DUTY_ROOM, READERS, REGISTRARS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { LinesSchema, OnDutySchema, RosterViewSchema } from '../views/roster.ts';

const AGENCY: Role = 'agency-officer';
/** Registrars keep every roster, people of an agency their own. */
const KEEPERS: readonly Role[] = [...REGISTRARS, AGENCY];
/** Those who are called out by the duty room and must be able to ring back. */
const CALLED: readonly Role[] = [AGENCY, 'team-leader', 'expert'];

/** Shifts that can be planned at once: two weeks of shifts of a day; what fits a transaction. */
const SHIFTS_AT_ONCE = 14;

const params = z.strictObject({ officeId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(500) });
const tag = 'rosters';
const shown = { status: 200, body: RosterViewSchema } as const;
const { handedOverBy, takenOverBy, notes } = HandoverSchema.shape;

/** Who is on duty, and whom to ring next. */
export const rosterRoutes = {
  listOnDuty: route({
    operationId: 'listOnDuty',
    method: 'GET',
    path: '/v1/on-duty',
    tag,
    summary: {
      zh: '带班查询：各单位此时（或所定时间）谁在值班，按什么顺序联系；值班室以外的人员只见市值班室和本单位此时的值班',
      en: "Who is on duty in each office now, or at a time, and whom to ring in what order; people outside the duty room see it for now only, of the city's duty room and their own office",
    },
    access: [...READERS, ...CALLED],
    query: z.strictObject({ at: InstantSchema.optional(), ...pageQuery }),
    success: { status: 200, body: pageOf(OnDutySchema) },
  }),
  listRosters: route({
    operationId: 'listRosters',
    method: 'GET',
    path: '/v1/rosters',
    tag,
    summary: { zh: '查询有值班表的单位，市值班室在前', en: "Offices that keep a roster, the city's duty room first" },
    access: READERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(OfficeCardSchema) },
  }),
  establishRoster: route({
    operationId: 'establishRoster',
    method: 'POST',
    path: '/v1/rosters',
    tag,
    summary: {
      zh: '设立值班表：不写单位的为市值班室；单位人员只能设立本单位的',
      en: "Begin the roster of an agency or, where none is named, of the city's duty room; people of an agency begin their own",
    },
    access: KEEPERS,
    body: OfficeDetailsSchema.extend({ agencyId: z.uuid().optional() }),
    success: { status: 201, body: RosterViewSchema },
  }),
  readRoster: route({
    operationId: 'readRoster',
    method: 'GET',
    path: '/v1/rosters/{officeId}',
    tag,
    summary: {
      zh: '查看值班表，个人电话已隐去；单位人员只能查看本单位的',
      en: 'Read a roster; telephones of persons are masked; people of an agency read their own',
    },
    access: [...READERS, AGENCY],
    params,
    success: shown,
  }),
  changeDutyOffice: route({
    operationId: 'changeDutyOffice',
    method: 'PUT',
    path: '/v1/rosters/{officeId}',
    tag,
    summary: {
      zh: '更改单位名称、值班电话和后续联系顺序',
      en: "Change an office's name, its telephone, and whom to ring when nobody on duty answers",
    },
    access: KEEPERS,
    params,
    body: OfficeDetailsSchema,
    ifMatch: 'required',
    success: shown,
  }),
  planShifts: route({
    operationId: 'planShifts',
    method: 'POST',
    path: '/v1/rosters/{officeId}/shifts',
    tag,
    summary: {
      zh: '排班；与已有班次同时开始的，替换该班次（替班）',
      en: 'Plan shifts; one that begins when another does takes its place',
    },
    access: KEEPERS,
    params,
    body: z.strictObject({ shifts: z.array(RosterShiftSchema).min(1).max(SHIFTS_AT_ONCE) }),
    ifMatch: 'optional',
    success: shown,
  }),
  removeShift: route({
    operationId: 'removeShift',
    method: 'POST',
    path: '/v1/rosters/{officeId}/shift-removals',
    tag,
    summary: { zh: '取消尚未开始的班次', en: 'Remove a shift that has not begun' },
    access: KEEPERS,
    params,
    body: reasoned.extend({ from: InstantSchema }),
    ifMatch: 'optional',
    success: shown,
  }),
  handOverDuty: route({
    operationId: 'handOverDuty',
    method: 'POST',
    path: '/v1/rosters/{officeId}/handovers',
    tag,
    summary: {
      zh: '交接班：谁交给谁，有何事项；不写班次的为当前班次',
      en: 'Hand the duty over to the present shift, or to the one named: who to whom, and what there is to say',
    },
    access: [...DUTY_ROOM, AGENCY],
    params,
    body: z.strictObject({ shift: InstantSchema.optional(), handedOverBy, takenOverBy, notes }),
    ifMatch: 'optional',
    success: shown,
  }),
  discontinueRoster: route({
    operationId: 'discontinueRoster',
    method: 'POST',
    path: '/v1/rosters/{officeId}/discontinuation',
    tag,
    summary: { zh: '停用值班表', en: 'Discontinue a roster' },
    access: REGISTRARS,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: shown,
  }),
  readDutyLines: route({
    operationId: 'readDutyLines',
    method: 'POST',
    path: '/v1/rosters/{officeId}/line-readings',
    tag,
    summary: {
      zh: '查看此时（或所定时间）的联系顺序和电话：须说明理由，记入台账；值班室以外的人员只能查看市值班室和本单位此时的电话',
      en: "Read whom to ring now, or at a time, with telephones: for a reason, which the ledger keeps; people outside the duty room for now only, of the city's duty room and their own office",
    },
    access: [...DUTY_ROOM, ...CALLED],
    params,
    body: reasoned.extend({ at: InstantSchema.optional() }),
    success: { status: 200, body: LinesSchema },
  }),
} as const;
