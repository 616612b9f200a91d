import * as z from 'zod';
import { AgencyTaskCardSchema } from '../../domain/task/task-listings.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import type { Role } from '../roles.ts';
import { route } from '../route.ts';
import { respondingRoutes } from './responding.ts';
import { linkRoutes, OwnLinkBodySchema } from './task-links.ts';

const OFFICERS: readonly Role[] = ['agency-officer'];
const PATH = '/v1/agency-tasks';
const TASK = `${PATH}/{taskId}`;

/** Tasks as the people of an agency see their own part of them. */
export const agencyTaskRoutes = {
  list: route({
    operationId: 'listAgencyTasks',
    method: 'GET',
    path: PATH,
    tag: 'agency-tasks',
    summary: { zh: '查看本单位的任务，新的在前', en: "List one's own agency's tasks, latest first" },
    access: OFFICERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(AgencyTaskCardSchema) },
  }),
  ...respondingRoutes(TASK, '', OFFICERS, 'agency-tasks'),
  ...linkRoutes(TASK, 'Own', OFFICERS, { tag: 'agency-tasks', body: OwnLinkBodySchema }),
} as const;
