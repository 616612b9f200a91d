import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { FoundIncident } from '../../shared/domain/incident/incident-commands.ts';
import { foundOf } from '../../shared/domain/incident/other-incident.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';

/** Another incident as a caller names it: of this city, or of a partner that has told of it. */
interface Named {
  readonly city: CityCode;
  readonly incidentId: string;
}

/** @returns what holds the incident in this cell. */
export const referenceTo = ({ city, incidentId: id }: Named, ownCity: CityCode): Reference => ({
  kind: city === ownCity ? 'incident' : 'partner-incident',
  id,
});

/** @returns what is known of the incident; nothing where the city named is not the one whose it is. */
export const foundAmong = (others: LoadedSet, { city, incidentId }: Named, ownCity: CityCode): FoundIncident => {
  if (city === ownCity) return foundOf(others.state(incidentConversation, incidentId));
  const held = others.state(partnerIncidentConversation, incidentId);
  if (held?.city !== city) return undefined;
  const { title, status } = held.incident;
  return { title, exercise: held.exercise, isDismissed: status === 'dismissed' };
};
