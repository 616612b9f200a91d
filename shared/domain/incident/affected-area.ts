import * as z from 'zod';
import { CapCircleSchema, CapPolygonSchema } from '../cap/cap-shapes.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { CrsSchema } from '../vocabulary/position.ts';

/** Characters of all shapes together, so that an incident stays small enough for one row and one message. */
const MOST_CHARACTERS = 20_000;

/** Where people and things are affected: whatever lies in any of the shapes, written as in CAP 1.2, and in the divisions named. */
export const AffectedAreaSchema = z
  .strictObject({
    /** Of the shapes. */
    crs: CrsSchema,
    description: wordsSchema(500),
    polygons: z.array(CapPolygonSchema).max(20).default([]),
    circles: z.array(CapCircleSchema).max(20).default([]),
    /** GB/T 2260 codes of provinces, cities and counties. */
    divisions: z
      .array(z.string().regex(/^[1-9]\d{5}$/))
      .max(100)
      .default([]),
  })
  .refine(({ polygons, circles, divisions }) => polygons.length + circles.length + divisions.length > 0, {
    path: ['divisions'],
    ...refinement({
      zh: '影响范围至少须有一个多边形、圆或行政区划代码',
      en: 'an affected area names at least one polygon, circle or division',
    }),
  })
  .refine(({ polygons, circles }) => [...polygons, ...circles].join('').length <= MOST_CHARACTERS, {
    path: ['polygons'],
    ...refinement({ zh: '图形过于复杂', en: 'the shapes are too detailed' }),
  })
  .meta({ id: 'AffectedArea' });
