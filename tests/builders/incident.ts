import type { IncidentDetails } from '../../shared/domain/incident/incident-details.ts';
import type { IncidentStateOf } from '../../shared/domain/incident/incident-state.ts';

export const INCIDENT_ID = '0190b000-0000-7000-8000-000000000300';

export const someIncidentDetails = (overrides: Partial<IncidentDetails> = {}): IncidentDetails => ({
  hazard: 'flood',
  title: '南川河洪水',
  description: '南川河水位超警戒，两处街道进水，群众被困。',
  occurredAt: '2026-07-14T20:00:00.000Z',
  position: { latitude: 36.6, longitude: 101.77, crs: 'CGCS2000', place: '西宁市南川河' },
  ...overrides,
});

const made = {
  by: { id: 'coordinator@630100', name: 'coordinator@630100' },
  at: '2026-07-14T20:30:00.000Z',
};

/** An incident in Xining that is reported and nothing more. */
export const aReportedIncident = (
  overrides: Partial<IncidentStateOf<'reported'>> = {},
): IncidentStateOf<'reported'> => ({
  status: 'reported',
  id: INCIDENT_ID,
  details: someIncidentDetails(),
  exercise: false,
  reportedAt: made.at,
  reportedBy: made.by,
  command: [],
  links: { cameras: [], planIds: [], warningIds: [] },
  relations: [],
  sharings: [],
  failures: [],
  workOrders: [],
  levels: [],
  ...overrides,
});

/** An incident in Xining that is being responded to. */
export const anIncident = (overrides: Partial<IncidentStateOf<'responding'>> = {}): IncidentStateOf<'responding'> => {
  const responseLevel = overrides.responseLevel ?? 'II';
  const { status: _, ...reported } = aReportedIncident();
  return {
    ...reported,
    status: 'responding',
    verification: made,
    responseLevel,
    levels: [{ responseLevel, step: 'set', reason: '接报核实后启动', announcedAt: made.at, ...made }],
    ...overrides,
  };
};

/** An incident in Xining that is on file. */
export const aClosedIncident = (reason = '险情解除'): IncidentStateOf<'closed'> => ({
  ...anIncident(),
  status: 'closed',
  ending: { reason, ...made },
  closure: { reason, ...made },
});
