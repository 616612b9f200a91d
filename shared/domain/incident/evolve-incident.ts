import type { IncidentEvent } from './incident-events.ts';
import type { IncidentState } from './incident-state.ts';

/** @returns the incident after an event. */
export const evolveIncident = (incident: IncidentState | undefined, event: IncidentEvent): IncidentState => {
  if (event.type === 'incidentOpened') {
    const { type: _, at, ...opened } = event;
    return { status: 'open', ...opened, openedAt: at };
  }
  if (incident && event.type === 'opinionReceived') return incident;
  if (incident?.status !== 'open' || event.type === 'opinionReceived')
    throw new Error(`${event.type} happens to open incidents only`);
  switch (event.type) {
    case 'incidentChanged':
      return { ...incident, details: event.details };
    case 'responseLevelChanged':
      return { ...incident, responseLevel: event.responseLevel };
    case 'incidentClosed':
      return { ...incident, status: 'closed', reason: event.reason, closedAt: event.at };
  }
};
