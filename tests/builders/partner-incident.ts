import { summaryOf } from '../../shared/domain/incident/incident-state.ts';
import type { PartnerIncidentState } from '../../shared/domain/partner-incident/partner-incident-state.ts';
import type { SharedIncident } from '../../shared/domain/partner-incident/shared-incident.ts';
import { XINING } from './circumstances.ts';
import { anIncident, INCIDENT_ID } from './incident.ts';

/** @returns Xining's flood as Xining tells of it. */
export const aSharedIncident = (overrides: Partial<SharedIncident> = {}): SharedIncident => {
  const incident = anIncident();
  const { details, status, reportedAt } = incident;
  const { description } = details;
  return { ...summaryOf(incident), description, status, reportedAt, relations: [], ...overrides };
};

/** @returns Xining's flood as Lanzhou holds it. */
export const aPartnerIncident = (overrides: Partial<PartnerIncidentState> = {}): PartnerIncidentState => ({
  id: INCIDENT_ID,
  city: XINING,
  agreementId: '0190b000-0000-7000-8000-000000000100',
  exercise: false,
  incident: aSharedIncident(),
  receivedAt: '2026-07-14T21:00:00.000Z',
  toldAt: '2026-07-14T21:00:00.000Z',
  linked: [],
  ...overrides,
});
