import type * as z from 'zod';
import type { IncidentDetailsSchema } from '../../../shared/domain/incident/incident-details.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { typedPosition } from '../parts/position-fields.tsx';

type Details = z.input<typeof IncidentDetailsSchema>;

/** What is known of an incident, as the form holds it. */
export type IncidentEntry = Omit<Details, 'position'> & {
  readonly position: Omit<Details['position'], 'crs'> & Partial<Pick<Details['position'], 'crs'>>;
  readonly hasArea?: boolean;
};

/** @returns what is sent of what was entered; an area only where one was said, empty lists not at all. */
export const enteredDetails = ({ hasArea, position, parties, area, needs, ...rest }: IncidentEntry): Details => ({
  ...rest,
  position: { ...position, crs: typedPosition(position).crs },
  ...(parties && parties.length > 0 ? { parties } : {}),
  ...(hasArea && area ? { area: { ...area, crs: area.crs ?? 'WGS-84' } } : {}),
  ...(needs && needs.length > 0 ? { needs } : {}),
});

/** @returns what the form begins with when an incident turns out otherwise. */
export const entryOf = (incident: IncidentView): IncidentEntry => {
  const { hazard, title, description, occurredAt, position, parties, area, needs } = incident;
  return {
    ...{ hazard, title, description, occurredAt, position },
    ...(parties && { parties }),
    ...(area && { area, hasArea: true }),
    ...(needs && { needs }),
  };
};
