import * as z from 'zod';
import { DivisionCodeSchema } from '../situation-report/division.ts';
import { FigureSchema, FiguresSchema } from '../situation-report/figures.ts';
import { RollUpSourceSchema } from './roll-up-source.ts';

const source = RollUpSourceSchema.omit({ divisions: true }).shape;
const { reportId, city } = source;

/** Why figures are left out. */
export const OMISSIONS = {
  /** A drill is never counted with the real thing. */
  'other-realm': { zh: '演练与实战不得合并统计', en: 'a drill and the real thing are not counted together' },
  'newer-version': { zh: '同一报送有更新的版本', en: 'there is a newer version of the same reports' },
  'same-division': { zh: '同一区划已由其他来源统计', en: 'the division is counted by another source' },
  'within-whole': { zh: '已含于上级区划的统计', en: 'it is contained in the figures of a larger division' },
} as const;
export const OmissionSchema = z.enum(['other-realm', 'newer-version', 'same-division', 'within-whole']);

/** The figures of all that report on an incident, each division counted once. */
export const RollUpSchema = z
  .strictObject({
    incidentId: z.uuid(),
    exercise: z.boolean(),
    totals: FiguresSchema,
    /** What is counted, by division. */
    counted: z.array(
      z.strictObject({
        division: DivisionCodeSchema,
        name: z.string().optional(),
        figures: FiguresSchema,
        source: z.strictObject(source),
      }),
    ),
    leftOut: z.array(
      z.strictObject({
        reportId,
        city,
        number: source.number,
        division: DivisionCodeSchema,
        figures: FiguresSchema,
        reason: OmissionSchema,
        reasonText: z.strictObject({ zh: z.string(), en: z.string() }),
        /** What is counted in its place. */
        instead: z.strictObject({ reportId, city, division: DivisionCodeSchema }).optional(),
      }),
    ),
    /** Where the parts come to more than the whole that is counted: somebody must be asked. */
    doubts: z.array(
      z.strictObject({ figure: FigureSchema, division: DivisionCodeSchema, whole: z.number(), parts: z.number() }),
    ),
  })
  .meta({ id: 'RollUp' });
export type RollUp = z.infer<typeof RollUpSchema>;
export type Omission = z.infer<typeof OmissionSchema>;
