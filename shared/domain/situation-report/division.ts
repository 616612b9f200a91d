import * as z from 'zod';

/** A code of GB/T 2260 at any level: province (630000), prefecture or city (630100), county (630121). */
export const DivisionCodeSchema = z
  .string()
  .regex(/^[1-9]\d{5}$/)
  .meta({ id: 'DivisionCode', description: 'GB/T 2260, six digits' });

/** What all codes below a division begin with: two digits for a province, four for a city, all six for a county. */
const stem = (division: string): string => division.replace(/(00){1,2}$/, '');

/** @returns whether a division is part of another one, and not that one itself. */
export const isPartOf = (part: string, whole: string): boolean => part !== whole && part.startsWith(stem(whole));

/** @returns whether a division is the one named or part of it. */
export const isIn = (division: string, whole: string): boolean => division === whole || isPartOf(division, whole);
