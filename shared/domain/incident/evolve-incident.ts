import type { IncidentEvent, IncidentEventOf } from './incident-events.ts';
import { NO_LINKS } from './incident-links.ts';
import { toSame } from './incident-relation.ts';
import { type IncidentState, type IncidentStateOf, LATEST_PERIODS } from './incident-state.ts';

const reported = ({ id, details, exercise, by, at }: IncidentEventOf<'incidentReported'>): IncidentState => ({
  status: 'reported',
  ...{ id, details, exercise },
  reportedAt: at,
  reportedBy: by,
  command: [],
  links: NO_LINKS,
  relations: [],
  sharings: [],
  failures: [],
  workOrders: [],
  levels: [],
});

const latest = <T>(periods: readonly T[]): T[] => periods.slice(-LATEST_PERIODS);

type Standing = IncidentEventOf<
  'incidentVerified' | 'incidentDismissed' | 'responseLevelSet' | 'responseEnded' | 'incidentClosed'
>;

const impossible = ({ type }: Standing, { status }: IncidentState): Error =>
  new Error(`${type} does not happen to an incident that is ${status}`);

type Verified = IncidentStateOf<'verified' | 'responding' | 'ended'>;

const isVerifiedOnce = (incident: IncidentState): incident is Verified =>
  incident.status === 'verified' || incident.status === 'responding' || incident.status === 'ended';

const withLevel = (
  incident: Verified,
  { type: _, ...period }: IncidentEventOf<'responseLevelSet'>,
): IncidentStateOf<'responding'> => {
  const { ending: _ending, ...before } = incident.status === 'ended' ? incident : { ...incident, ending: undefined };
  const { responseLevel } = period;
  return { ...before, status: 'responding', responseLevel, levels: latest([...incident.levels, period]) };
};

const verified = (incident: IncidentState, event: IncidentEventOf<'incidentVerified'>): IncidentState => {
  if (incident.status !== 'reported' && incident.status !== 'dismissed') throw impossible(event, incident);
  const { type: _, ...verification } = event;
  const { dismissal: _dismissal, ...before } =
    incident.status === 'dismissed' ? incident : { ...incident, dismissal: undefined };
  return { ...before, status: 'verified', verification };
};

const dismissed = (incident: IncidentState, event: IncidentEventOf<'incidentDismissed'>): IncidentState => {
  if (incident.status !== 'reported' && incident.status !== 'verified') throw impossible(event, incident);
  const { type: _, ...dismissal } = event;
  const { verification: _verification, ...before } =
    incident.status === 'verified' ? incident : { ...incident, verification: undefined };
  return { ...before, status: 'dismissed', dismissal };
};

const closed = (incident: IncidentState, event: IncidentEventOf<'incidentClosed'>): IncidentState => {
  if (!isVerifiedOnce(incident)) throw impossible(event, incident);
  const { type: _, ...closure } = event;
  return { ...incident, status: 'closed', closure };
};

/** Evolves what people hold of the incident as a whole. */
const evolveStanding = (incident: IncidentState, event: Standing): IncidentState => {
  switch (event.type) {
    case 'incidentVerified':
      return verified(incident, event);
    case 'incidentDismissed':
      return dismissed(incident, event);
    case 'responseLevelSet':
      if (!isVerifiedOnce(incident)) throw impossible(event, incident);
      return withLevel(incident, event);
    case 'responseEnded': {
      if (incident.status !== 'responding') throw impossible(event, incident);
      const { type: _, ...ending } = event;
      return { ...incident, status: 'ended', ending };
    }
    case 'incidentClosed':
      return closed(incident, event);
  }
};

const evolveRelations = (
  { relations }: IncidentState,
  event: IncidentEventOf<'incidentRelated' | 'relationReceived'>,
): IncidentState['relations'] => {
  if (event.type === 'incidentRelated')
    return [...event.relations, ...relations.filter(({ saidBy }) => saidBy === 'other')];
  const { city, incidentId, title, relation } = event;
  const others = relations.filter((one) => one.saidBy === 'this' || !toSame(one, event));
  return relation === undefined ? others : [...others, { relation, city, incidentId, title, saidBy: 'other' }];
};

/** @returns the incident after an event. */
export const evolveIncident = (incident: IncidentState | undefined, event: IncidentEvent): IncidentState => {
  if (event.type === 'incidentReported') return reported(event);
  if (!incident) throw new Error(`${event.type} happens to known incidents only`);
  switch (event.type) {
    case 'incidentChanged':
      return { ...incident, details: event.details };
    case 'commandTaken': {
      const { type: _, ...period } = event;
      return { ...incident, command: latest([...incident.command, period]) };
    }
    case 'incidentLinked':
      return { ...incident, links: event.links };
    case 'incidentRelated':
    case 'relationReceived':
      return { ...incident, relations: evolveRelations(incident, event) };
    case 'incidentShared': {
      const { city, agreementId, by, at: since } = event;
      return { ...incident, sharings: [...incident.sharings, { city, agreementId, since, by }] };
    }
    case 'partnersTold':
    case 'opinionReceived':
      return incident;
    case 'messageFailed': {
      const sharings = incident.sharings.filter(({ city }) => city !== event.failure.city);
      return { ...incident, sharings, failures: [...incident.failures, event.failure] };
    }
    case 'workOrderAttached': {
      const { workOrderId, number } = event;
      return { ...incident, workOrders: [...incident.workOrders, { workOrderId, number }] };
    }
    case 'workOrderDetached':
      return {
        ...incident,
        workOrders: incident.workOrders.filter(({ workOrderId }) => workOrderId !== event.workOrderId),
      };
    default:
      return evolveStanding(incident, event);
  }
};
