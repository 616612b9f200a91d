import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { DivisionFiguresSchema, ReportKindSchema } from '../situation-report/report-content.ts';

/** The latest version of a city's reports on an incident, as a roll-up goes by it. */
export const RollUpSourceSchema = z
  .strictObject({
    reportId: z.uuid(),
    /** Who reports, and whether it is this city itself. */
    city: CityCodeSchema,
    own: z.boolean(),
    exercise: z.boolean(),
    number: z.int().positive(),
    kind: ReportKindSchema,
    asOf: InstantSchema,
    approvedAt: InstantSchema,
    divisions: z.array(DivisionFiguresSchema),
  })
  .meta({ id: 'RollUpSource' });
export type RollUpSource = z.infer<typeof RollUpSourceSchema>;
