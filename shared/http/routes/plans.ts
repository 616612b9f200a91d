import * as z from 'zod';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { PlanDetailsSchema } from '../../domain/plan/plan-details.ts';
import { PlanCardSchema } from '../../domain/plan/plan-listings.ts';
import { PlanTypeSchema } from '../../domain/plan/plan-type.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { MatchingPlanSchema, PlanViewSchema } from '../views/plan.ts';

const AGENCY: Role = 'agency-officer';
/** Registrars keep every plan, people of an agency those of their own. */
const KEEPERS: readonly Role[] = [...REGISTRARS, AGENCY];

const params = z.strictObject({ planId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(500) });
const tag = 'plans';
const shown = { status: 200, body: PlanViewSchema } as const;

/** Emergency plans on file. */
export const planRoutes = {
  listPlans: route({
    operationId: 'listPlans',
    method: 'GET',
    path: '/v1/plans',
    tag,
    summary: {
      zh: '按类型查询备案预案；不写类型时含已废止的；单位人员只见本单位的',
      en: 'Plans on file, by type; without one, retired ones, too; people of an agency get their own',
    },
    access: [...READERS, AGENCY],
    query: z.strictObject({ type: PlanTypeSchema.optional(), ...pageQuery }),
    success: { status: 200, body: pageOf(PlanCardSchema) },
  }),
  filePlan: route({
    operationId: 'filePlan',
    method: 'POST',
    path: '/v1/plans',
    tag,
    summary: { zh: '预案备案', en: 'Put a plan on file' },
    access: REGISTRARS,
    body: PlanDetailsSchema,
    success: { status: 201, body: PlanViewSchema },
  }),
  readPlan: route({
    operationId: 'readPlan',
    method: 'GET',
    path: '/v1/plans/{planId}',
    tag,
    summary: { zh: '查看预案及历次版本', en: 'Read a plan and its former versions' },
    access: [...READERS, AGENCY],
    params,
    success: shown,
  }),
  revisePlan: route({
    operationId: 'revisePlan',
    method: 'PUT',
    path: '/v1/plans/{planId}',
    tag,
    summary: {
      zh: '修订预案：版本不同的，原版本存入历史；版本相同的为更正',
      en: 'Revise a plan: with another version, the present one goes into the history; with the same, it is corrected',
    },
    access: KEEPERS,
    params,
    body: z.strictObject({ plan: PlanDetailsSchema, reason: wordsSchema(500) }),
    ifMatch: 'required',
    success: shown,
  }),
  confirmPlan: route({
    operationId: 'confirmPlan',
    method: 'POST',
    path: '/v1/plans/{planId}/confirmations',
    tag,
    summary: {
      zh: '确认预案无误；单位人员只能确认本单位的',
      en: 'Confirm that a plan is right as it is; people of an agency confirm their own',
    },
    access: KEEPERS,
    params,
    ifMatch: 'optional',
    success: shown,
  }),
  retirePlan: route({
    operationId: 'retirePlan',
    method: 'POST',
    path: '/v1/plans/{planId}/retirement',
    tag,
    summary: { zh: '废止预案', en: 'Retire a plan' },
    access: REGISTRARS,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: shown,
  }),
  listMatchingPlans: route({
    operationId: 'listMatchingPlans',
    method: 'GET',
    path: '/v1/incidents/{incidentId}/plans',
    tag,
    summary: {
      zh: '查询与事件灾种、响应级别相符的预案：专项在前，其次总体、部门、企业，并说明理由',
      en: "Plans that match an incident's hazard and response level: special, general, departmental, enterprise plans, each with why it is there",
    },
    access: READERS,
    params: z.strictObject({ incidentId: z.uuid() }),
    /** Plans are few enough to be looked through, and the best come first: no further pages. */
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    success: { status: 200, body: z.strictObject({ items: z.array(MatchingPlanSchema) }) },
  }),
} as const;
