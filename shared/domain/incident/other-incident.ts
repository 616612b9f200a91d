import type { Refusal, RefusalReason } from '../kernel/refusal.ts';
import type { FoundIncident } from './incident-commands.ts';
import { INCIDENT_REFUSALS as REFUSALS } from './incident-refusals.ts';
import type { IncidentState } from './incident-state.ts';

/** @returns why another incident that a command names cannot be named with this one, or `undefined`. */
export const otherRefusal = (
  { id, exercise }: Pick<IncidentState, 'id' | 'exercise'>,
  { incidentId, found }: { readonly incidentId: string; readonly found: FoundIncident },
  pointer: string,
): Refusal | undefined => {
  const refused = (reason: RefusalReason): Refusal => ({ reason, parameters: { title: found?.title ?? '' }, pointer });
  if (incidentId === id) return refused(REFUSALS.itself);
  if (!found) return refused(REFUSALS.otherUnknown);
  if (found.exercise !== exercise) return refused(REFUSALS.drillAndReal);
  return found.isDismissed ? refused(REFUSALS.otherDismissed) : undefined;
};

/** @returns what a command needs to know of another incident of this city. */
export const foundOf = (incident: IncidentState | undefined): FoundIncident =>
  incident && {
    title: incident.details.title,
    exercise: incident.exercise,
    isDismissed: incident.status === 'dismissed',
  };
