import * as z from 'zod';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { OverlapsSchema } from '../views/overlaps.ts';

/** What may be asked for twice. */
export const overlapRoutes = {
  listOverlaps: route({
    operationId: 'listOverlaps',
    method: 'GET',
    path: '/v1/overlaps',
    tag: 'requests',
    summary: {
      zh: '某一请求（本市或收到的）或某一事件是否重复、过量请求：同类、同时、同事件或同地点，并按类合计对照需求',
      en: 'What may be asked for twice or in excess by a request of this city, one it received, or for an incident: same kind, time, and event or place, with sums against the need',
    },
    access: READERS,
    query: z
      .strictObject({ requestId: z.uuid().optional(), incidentId: z.uuid().optional() })
      .refine(({ requestId, incidentId }) => (requestId === undefined) !== (incidentId === undefined), {
        ...refinement({ zh: '请求与事件须且只能选一项', en: 'name a request or an incident, one of them' }),
      }),
    success: { status: 200, body: OverlapsSchema },
  }),
} as const;
