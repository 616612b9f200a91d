import type { CityCode } from '../kernel/city-code.ts';

/**
 * @returns the id of a city's series of reports on an incident. A conversation has an id of its own, as its messages are numbered by it,
 * and the incident must find its series without being told: the incident's id, made version 8 (RFC 9562), which no other id has; for
 * another city than the incident's, with the code of the reporting city laid over the last six digits.
 */
export const reportIdOf = (incidentId: string, reporter: CityCode | 'its-city'): string => {
  const laid = reporter === 'its-city' ? 0 : Number.parseInt(reporter, 16);
  const tail = Number.parseInt(incidentId.slice(-6), 16) ^ laid;
  return `${incidentId.slice(0, 14)}8${incidentId.slice(15, -6)}${tail.toString(16).padStart(6, '0')}`;
};
