import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Incidents of this city, and those that partners have told of. */
export const INCIDENTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'incidents',
    navigation: { group: 'response', name: SCREEN_NAMES.incidents },
    needs: [incidentRoutes.listIncidents],
    load: async () => (await import('./incident-list.tsx')).IncidentList,
  },
  {
    path: 'incidents/new',
    needs: [incidentRoutes.openIncident],
    load: async () => (await import('./open-incident.tsx')).OpenIncident,
  },
  {
    path: 'incidents/:incidentId',
    needs: [incidentRoutes.readIncident],
    shows: 'incident',
    load: async () => (await import('./incident-screen.tsx')).IncidentScreen,
  },
  {
    path: 'partner-incidents',
    needs: [partnerIncidentRoutes.listPartnerIncidents],
    load: async () => (await import('./partner-incident-list.tsx')).PartnerIncidentList,
  },
  {
    path: 'partner-incidents/:incidentId',
    needs: [partnerIncidentRoutes.readPartnerIncident],
    shows: 'partner-incident',
    load: async () => (await import('./partner-incident-screen.tsx')).PartnerIncidentScreen,
  },
];
