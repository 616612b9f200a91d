import * as z from 'zod';
import { CommanderSchema } from '../../domain/incident/incident-command.ts';
import { IncidentDetailsSchema } from '../../domain/incident/incident-details.ts';
import { IncidentLinksSchema } from '../../domain/incident/incident-links.ts';
import { IncidentCardSchema, IncidentStandingSchema } from '../../domain/incident/incident-listings.ts';
import { OtherIncidentSchema, RelationSchema } from '../../domain/incident/incident-relation.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { MOST_RELATIONS } from '../../domain/partner-incident/shared-incident.ts';
import { ResponseLevelSchema } from '../../domain/vocabulary/hazards.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import { IncidentViewSchema } from '../views/incident.ts';
import { DuplicatesSchema, reachQuery } from './duplicates.ts';

const REPORTERS: readonly Role[] = ['coordinator', 'duty-officer'];
const COORDINATOR: readonly Role[] = ['coordinator'];

const params = z.strictObject({ incidentId: z.uuid() });
const words = wordsSchema(2000);
const reasoned = z.strictObject({ reason: words });

/** What came of looking whether a reported incident is one. */
export const VerdictSchema = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('true'), words: words.optional() }),
    z.strictObject({ verdict: z.literal('false'), reason: words }),
    z.strictObject({ verdict: z.literal('duplicate'), of: OtherIncidentSchema, reason: words }),
  ])
  .meta({ id: 'Verdict' });

/** Another incident, and what it is to this one. */
const NamedRelationSchema = z
  .strictObject({ relation: RelationSchema, ...OtherIncidentSchema.shape })
  .meta({ id: 'NamedRelation' });

const onIncident = { tag: 'incidents', params, success: { status: 200, body: IncidentViewSchema } } as const;

/** Incidents in this city. */
export const incidentRoutes = {
  listIncidents: route({
    operationId: 'listIncidents',
    method: 'GET',
    path: '/v1/incidents',
    tag: 'incidents',
    summary: {
      zh: '按状态（open 为未结束的全部）和发生时间查询事件，新的在前',
      en: 'List incidents by status (open: all that go on) and time of occurrence, latest first',
    },
    access: READERS,
    query: z
      .strictObject({
        status: IncidentStandingSchema.optional(),
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
    summary: {
      zh: '登记突发事件（实战或演练）；写明响应级别即视为已核实并启动响应，不写则待核实',
      en: 'Take down an incident, real or an exercise; with a response level it counts as verified and is responded to, without one it is to be verified',
    },
    access: REPORTERS,
    body: IncidentDetailsSchema.extend({ responseLevel: ResponseLevelSchema.optional(), exercise: z.boolean() }),
    success: { status: 201, body: IncidentViewSchema },
  }),
  readIncident: route({
    ...onIncident,
    operationId: 'readIncident',
    method: 'GET',
    path: '/v1/incidents/{incidentId}',
    summary: { zh: '查看事件', en: 'Read an incident' },
    access: READERS,
  }),
  listIncidentDuplicates: route({
    ...onIncident,
    operationId: 'listIncidentDuplicates',
    method: 'GET',
    path: '/v1/incidents/{incidentId}/duplicates',
    summary: {
      zh: '查找与本市或伙伴城市的事件地点、时间、类别相近的事件和工单，附理由',
      en: 'Find incidents and work orders of the same place, time and kind as an incident of this city or a partner, with reasons',
    },
    access: READERS,
    query: reachQuery,
    success: { status: 200, body: DuplicatesSchema },
  }),
  changeIncident: route({
    ...onIncident,
    operationId: 'changeIncident',
    method: 'PUT',
    path: '/v1/incidents/{incidentId}',
    summary: {
      zh: '更改事件情况、影响范围和力量需求',
      en: 'Change what is known of an incident, its area and its needs',
    },
    access: REPORTERS,
    body: IncidentDetailsSchema,
    ifMatch: 'required',
  }),
  verifyIncident: route({
    ...onIncident,
    operationId: 'verifyIncident',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/verification',
    summary: { zh: '核实事件：属实、不实或重复', en: 'Verify an incident, or dismiss it as false or a duplicate' },
    access: REPORTERS,
    body: VerdictSchema,
    ifMatch: 'optional',
  }),
  changeResponseLevel: route({
    ...onIncident,
    operationId: 'changeResponseLevel',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/response-level',
    summary: {
      zh: '启动响应、调整响应级别，或在结束后重新启动',
      en: 'Set, raise or lower the response level; resume a response that had ended',
    },
    access: COORDINATOR,
    body: reasoned.extend({ responseLevel: ResponseLevelSchema, announcedAt: InstantSchema.optional() }),
    ifMatch: 'optional',
  }),
  endResponse: route({
    ...onIncident,
    operationId: 'endResponse',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/response-end',
    summary: { zh: '结束应急响应', en: 'End the response to an incident' },
    access: COORDINATOR,
    body: reasoned,
    ifMatch: 'optional',
  }),
  closeIncident: route({
    ...onIncident,
    operationId: 'closeIncident',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/closure',
    summary: { zh: '办结归档事件', en: 'Put an incident on file' },
    access: COORDINATOR,
    body: reasoned,
    ifMatch: 'optional',
  }),
  takeCommand: route({
    ...onIncident,
    operationId: 'takeCommand',
    method: 'PUT',
    path: '/v1/incidents/{incidentId}/command',
    summary: { zh: '写明现场指挥', en: 'Say who commands at the scene' },
    access: STEERING,
    body: CommanderSchema,
    ifMatch: 'required',
  }),
  linkIncident: route({
    ...onIncident,
    operationId: 'linkIncident',
    method: 'PUT',
    path: '/v1/incidents/{incidentId}/links',
    summary: {
      zh: '写明事件的全部摄像头、预案和预警',
      en: 'Say which cameras, plans and warnings belong to an incident, all of them',
    },
    access: REPORTERS,
    body: IncidentLinksSchema,
    ifMatch: 'required',
  }),
  relateIncident: route({
    ...onIncident,
    operationId: 'relateIncident',
    method: 'PUT',
    path: '/v1/incidents/{incidentId}/relations',
    summary: {
      zh: '写明全部上级、分支和同一事件，可为伙伴城市通报的事件',
      en: 'Say which incidents, also of partner cities, are parent, child or the same event, all of them',
    },
    access: REPORTERS,
    body: z.strictObject({ relations: z.array(NamedRelationSchema).max(MOST_RELATIONS) }),
    ifMatch: 'required',
  }),
  shareIncident: route({
    ...onIncident,
    operationId: 'shareIncident',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/sharings',
    summary: {
      zh: '依据协议向伙伴城市通报事件及其后变化',
      en: 'Tell a partner city of an incident under an agreement, and of what becomes of it',
    },
    access: STEERING,
    body: z.strictObject({ agreementId: z.uuid() }),
    ifMatch: 'optional',
  }),
} as const;
