import * as z from 'zod';
import { SourceNameSchema } from '../../domain/sourcing/candidate.ts';
import { PlanOptionsSchema } from '../../domain/sourcing/sourcing-plan.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { PlanPlacementSchema, SourcingPlanViewSchema } from '../views/sourcing.ts';

const params = z.strictObject({ requestId: z.uuid() });

/** Where to draw on, separated by commas; everywhere when left out. */
const FromSchema = z
  .string()
  .max(100)
  .transform((from) => [...new Set(from.split(','))].toSorted())
  .pipe(z.array(SourceNameSchema).min(1));

const ALL = [...SourceNameSchema.options].toSorted();

const prefer = PlanOptionsSchema.shape.prefer.default('arrival');

/** Who could send what for a request, and one call that places it. */
export const sourcingRoutes = {
  planSourcing: route({
    operationId: 'planSourcing',
    method: 'GET',
    path: '/v1/requests/{requestId}/sourcing-plan',
    tag: 'requests',
    summary: {
      zh: '筹措方案：本市队伍、联动单位与各协议伙伴谁能派什么，逐一说明选用与否的理由',
      en: 'Plan who could send what: own teams, agencies and partners, each with why it was chosen or not',
    },
    access: READERS,
    params,
    query: z.strictObject({ from: FromSchema.default(ALL), prefer }),
    success: { status: 200, body: SourcingPlanViewSchema },
  }),
  placeSourcingPlan: route({
    operationId: 'placeSourcingPlan',
    method: 'POST',
    path: '/v1/requests/{requestId}/sourcing-plan/placement',
    tag: 'requests',
    summary: {
      zh: '一次落实筹措方案：向伙伴发出请求、派出本市队伍、向联动单位派发任务',
      en: 'Place a plan in one call: ask the partners, send the own teams, task the agencies',
    },
    access: ['coordinator', 'duty-officer'],
    params,
    body: z.strictObject({
      planVersion: z.string().min(1).max(100),
      from: z
        .array(SourceNameSchema)
        .min(1)
        .transform((from) => [...new Set(from)].toSorted())
        .default(ALL),
      prefer,
      /** Of what the plan chose, only these; all when left out. */
      only: z
        .array(z.strictObject({ itemId: z.uuid(), id: z.uuid() }))
        .min(1)
        .max(200)
        .optional(),
    }),
    success: { status: 200, body: PlanPlacementSchema },
  }),
} as const;
