import * as z from 'zod';
import type { ReceiveRelation } from '../incident/incident-commands.ts';
import { inverseOf } from '../incident/incident-relation.ts';
import type { Aggregate, Consequence, Listing, NoticeDraft } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { listName } from '../kernel/list-name.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { decidePartnerIncident } from './decide-partner-incident.ts';
import type { PartnerIncidentCommand } from './partner-incident-commands.ts';
import { type PartnerIncidentEvent, PartnerIncidentEventSchema } from './partner-incident-events.ts';
import { type PartnerIncidentState, PartnerIncidentStateSchema } from './partner-incident-state.ts';
import { SharedIncidentSchema } from './shared-incident.ts';

/** What lists show of a partner's incident. */
export const PartnerIncidentCardSchema = SharedIncidentSchema.omit({
  description: true,
  area: true,
  relations: true,
  commander: true,
})
  .extend({ city: CityCodeSchema, exercise: z.boolean(), linked: PartnerIncidentStateSchema.shape.linked })
  .meta({ id: 'PartnerIncidentCard' });

/** @returns the name of the list of partners' incidents, of all or of one city, in the order in which they happened. */
export const partnerIncidentList = (city?: string): string => listName('partner-incident', { city });

const listings = ({ id, city, exercise, incident, linked }: PartnerIncidentState): readonly Listing[] => {
  const { description: _d, area: _a, relations: _r, commander: _c, ...shown } = incident;
  const card: z.infer<typeof PartnerIncidentCardSchema> = { ...shown, city, exercise, linked };
  const sort = `${incident.occurredAt}#${id}`;
  return [partnerIncidentList(), partnerIncidentList(city)].map((list) => ({ list, sort, card }));
};

const evolve = (state: PartnerIncidentState | undefined, event: PartnerIncidentEvent): PartnerIncidentState => {
  if (event.type === 'partnerIncidentShared') {
    const { type: _, ended: _ended, at, ...shared } = event;
    return { ...shared, receivedAt: at, toldAt: at, linked: [] };
  }
  if (!state) throw new Error(`${event.type} happens to incidents that a partner has told of only`);
  if (event.type === 'partnerIncidentUpdated') return { ...state, incident: event.incident, toldAt: event.at };
  const { incidentId, title, relation } = event;
  const others = state.linked.filter((linked) => linked.incidentId !== incidentId);
  return { ...state, linked: relation === undefined ? others : [...others, { incidentId, title, relation }] };
};

/** What the partner's incident is to this city's, this city's incidents learn. */
const consequences = (event: PartnerIncidentEvent, state: PartnerIncidentState): readonly Consequence[] => {
  if (event.type === 'partnerIncidentLinked') return [];
  const { id: incidentId, city, incident } = state;
  const said = { type: 'receive-relation', city, incidentId, title: incident.title } as const;
  const about = (id: string, command: ReceiveRelation): Consequence => ({ kind: 'incident', id, command });
  return [
    ...incident.relations.map((told) => about(told.incidentId, { ...said, relation: inverseOf(told.relation) })),
    ...event.ended.map((id) => about(id, said)),
  ];
};

const notices = (event: PartnerIncidentEvent, { city, incident }: PartnerIncidentState): readonly NoticeDraft[] => {
  const { title, responseLevel, status } = incident;
  if (event.type === 'partnerIncidentLinked') return [];
  const from = named('city', city);
  if (event.type === 'partnerIncidentUpdated')
    return [
      routine(
        `${from}续报“${title}”：${named('status', status)}${responseLevel === undefined ? '' : `，${responseLevel}级响应`}。`,
        `${from} tells how "${title}" stands: ${named('status', status)}${responseLevel === undefined ? '' : `, response level ${responseLevel}`}.`,
      ),
    ];
  return [
    urgent(
      `${from}通报事件“${title}”（${named('hazard', incident.hazard)}，${incident.position.place}）。`,
      `${from} tells of an incident: "${title}" (${named('hazard', incident.hazard)}, ${incident.position.place}).`,
    ),
  ];
};

/** An incident of a partner city, as that city tells of it: both then know when they mean the same event. */
export const partnerIncident: Aggregate<PartnerIncidentState, PartnerIncidentCommand, PartnerIncidentEvent> = {
  kind: 'partner-incident',
  stateSchema: PartnerIncidentStateSchema,
  eventSchema: PartnerIncidentEventSchema,
  decide: decidePartnerIncident,
  evolve,
  dueAt: () => undefined,
  listings,
  consequences,
  notices,
  isExercise: ({ exercise }) => exercise,
  authority: ({ agreementId }) => agreementId,
};
