import type { CityCode } from '../kernel/city-code.ts';

/**
 * @returns the id of a city's series of reports on an incident. A conversation has an id of its own, as its messages are numbered by it,
 * and the incident must find its series without being told: the incident's id, with the city's code laid over its last six digits, and made
 * version 8 (RFC 9562), which no other id has.
 */
export const reportIdOf = (incidentId: string, city: CityCode): string => {
  const tail = Number.parseInt(incidentId.slice(-6), 16) ^ Number.parseInt(city, 16);
  return `${incidentId.slice(0, 14)}8${incidentId.slice(15, -6)}${tail.toString(16).padStart(6, '0')}`;
};
