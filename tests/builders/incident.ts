import type { IncidentDetails, IncidentState } from '../../shared/domain/incident/incident-state.ts';

export const INCIDENT_ID = '0190b000-0000-7000-8000-000000000300';

export const someIncidentDetails = (overrides: Partial<IncidentDetails> = {}): IncidentDetails => ({
  hazard: 'flood',
  title: '南川河洪水',
  description: '南川河水位超警戒，两处街道进水，群众被困。',
  occurredAt: '2026-07-14T20:00:00.000Z',
  position: { latitude: 36.6, longitude: 101.77, crs: 'CGCS2000', place: '西宁市南川河' },
  ...overrides,
});

/** An open incident in Xining. */
export const anIncident = (overrides: Partial<Extract<IncidentState, { status: 'open' }>> = {}): IncidentState => ({
  status: 'open',
  id: INCIDENT_ID,
  details: someIncidentDetails(),
  responseLevel: 'II',
  exercise: false,
  openedAt: '2026-07-14T20:30:00.000Z',
  ...overrides,
});
