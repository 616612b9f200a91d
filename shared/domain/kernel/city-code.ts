import * as z from 'zod';

/** A county-level-or-above administrative division code, GB/T 2260: six digits. */
export const CityCodeSchema = z
  .string()
  .regex(/^[1-9]\d{5}$/, 'a GB/T 2260 code has six digits')
  .meta({ id: 'CityCode' });
export type CityCode = z.infer<typeof CityCodeSchema>;
