import * as z from 'zod';
import { IncidentCardSchema } from '../../domain/incident/incident-listings.ts';
import { IncidentDetailsSchema, IncidentStatusSchema } from '../../domain/incident/incident-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { ResponseLevelSchema } from '../../domain/vocabulary/hazards.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { IncidentViewSchema } from '../views/incident.ts';

const REPORTERS: readonly Role[] = ['coordinator', 'duty-officer'];
const COORDINATOR: readonly Role[] = ['coordinator'];

const params = z.strictObject({ incidentId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(2000) });

/** Incidents in this city. */
export const incidentRoutes = {
  listIncidents: route({
    operationId: 'listIncidents',
    method: 'GET',
    path: '/v1/incidents',
    tag: 'incidents',
    summary: {
      zh: '按状态和发生时间查询事件，新的在前',
      en: 'List incidents by status and time of occurrence, latest first',
    },
    access: READERS,
    query: z
      .strictObject({
        status: IncidentStatusSchema.optional(),
        /** Occurred at or after. */
        from: InstantSchema.optional(),
        /** Occurred at or before. */
        until: InstantSchema.optional(),
        ...pageQuery,
      })
      .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
        path: ['until'],
        ...refinement({ zh: '结束时间不得早于开始时间', en: 'the period must not end before it begins' }),
      }),
    success: { status: 200, body: pageOf(IncidentCardSchema) },
  }),
  openIncident: route({
    operationId: 'openIncident',
    method: 'POST',
    path: '/v1/incidents',
    tag: 'incidents',
    summary: { zh: '登记突发事件（实战或演练）', en: 'Open an incident, real or an exercise' },
    access: REPORTERS,
    body: IncidentDetailsSchema.extend({ responseLevel: ResponseLevelSchema, exercise: z.boolean() }),
    success: { status: 201, body: IncidentViewSchema },
  }),
  readIncident: route({
    operationId: 'readIncident',
    method: 'GET',
    path: '/v1/incidents/{incidentId}',
    tag: 'incidents',
    summary: { zh: '查看事件', en: 'Read an incident' },
    access: READERS,
    params,
    success: { status: 200, body: IncidentViewSchema },
  }),
  changeIncident: route({
    operationId: 'changeIncident',
    method: 'PUT',
    path: '/v1/incidents/{incidentId}',
    tag: 'incidents',
    summary: { zh: '续报：更改事件情况', en: 'Change what is known of an incident' },
    access: REPORTERS,
    params,
    body: IncidentDetailsSchema,
    ifMatch: 'required',
    success: { status: 200, body: IncidentViewSchema },
  }),
  changeResponseLevel: route({
    operationId: 'changeResponseLevel',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/response-level',
    tag: 'incidents',
    summary: { zh: '调整响应级别', en: 'Raise or lower the response level' },
    access: COORDINATOR,
    params,
    body: reasoned.extend({ responseLevel: ResponseLevelSchema }),
    ifMatch: 'optional',
    success: { status: 200, body: IncidentViewSchema },
  }),
  closeIncident: route({
    operationId: 'closeIncident',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/closure',
    tag: 'incidents',
    summary: { zh: '结束事件', en: 'Close an incident' },
    access: COORDINATOR,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: { status: 200, body: IncidentViewSchema },
  }),
} as const;
