import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { waiting } from '../deadline/waiting.ts';
import type { IncidentState } from './incident-state.ts';

const DUTY_ROOM = { who: 'duty-room' } as const;

/** @returns what an incident waits for: that somebody looks whether it is so; once its response has ended, that it is put on file. */
export const incidentDeadlines = (incident: IncidentState, rules: CityRules): readonly OpenDeadline[] => {
  const { title } = incident.details;
  switch (incident.status) {
    case 'reported':
      return waiting(rules, {
        handOff: 'verification',
        since: incident.reportedAt,
        waitsFor: DUTY_ROOM,
        what: { zh: `核实“${title}”`, en: `Verification of "${title}"` },
      });
    case 'ended':
      return waiting(rules, {
        handOff: 'archive',
        since: incident.ending.at,
        waitsFor: DUTY_ROOM,
        what: { zh: `归档“${title}”`, en: `Closing of "${title}"` },
      });
    default:
      return [];
  }
};
