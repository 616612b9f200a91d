import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { PartnerIncidentCardSchema, PartnerIncidentViewSchema } from '../views/partner-incident.ts';

/** Incidents that partner cities have told of. */
export const partnerIncidentRoutes = {
  listPartnerIncidents: route({
    operationId: 'listPartnerIncidents',
    method: 'GET',
    path: '/v1/partner-incidents',
    tag: 'incidents',
    summary: {
      zh: '查询伙伴城市通报的事件，新的在前',
      en: 'List incidents that partner cities have told of, latest first',
    },
    access: READERS,
    query: z.strictObject({ city: CityCodeSchema.optional(), ...pageQuery }),
    success: { status: 200, body: pageOf(PartnerIncidentCardSchema) },
  }),
  readPartnerIncident: route({
    operationId: 'readPartnerIncident',
    method: 'GET',
    path: '/v1/partner-incidents/{incidentId}',
    tag: 'incidents',
    summary: { zh: '查看伙伴城市通报的事件', en: 'Read an incident that a partner city has told of' },
    access: READERS,
    params: z.strictObject({ incidentId: z.uuid() }),
    success: { status: 200, body: PartnerIncidentViewSchema },
  }),
} as const;
