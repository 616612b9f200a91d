import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import {
  CapCategorySchema,
  CapCertaintySchema,
  CapResponseTypeSchema,
  CapSeveritySchema,
  CapUrgencySchema,
} from './cap-codes.ts';
import { CapCircleSchema, CapPolygonSchema } from './cap-shapes.ts';
import { CapMomentSchema, CapTextSchema, CapWordsSchema, ruledText } from './cap-text.ts';

const several = <T extends z.ZodType>(schema: T) => z.array(schema).min(1);

/** A value by its name, as tables of others have it. */
const NamedValueSchema = z
  .strictObject({ valueName: CapWordsSchema, value: CapTextSchema })
  .meta({ id: 'CapNamedValue' });

const decimal = ruledText((text) => /^\s*[-+]?(\d+(\.\d*)?|\.\d+)\s*$/.test(text), {
  zh: '须为数字',
  en: 'must be a number',
});
const integer = ruledText((text) => /^\s*\+?\d+\s*$/.test(text), {
  zh: '须为非负整数',
  en: 'must be a whole number, not negative',
});
const uri = ruledText((text) => /^\s*[^\s<>"{}|\\^`]+\s*$/.test(text), { zh: '须为 URI', en: 'must be a URI' });

/** A file with more, by address or inside. */
const CapResourceSchema = z
  .strictObject({
    resourceDesc: CapWordsSchema,
    mimeType: CapWordsSchema,
    /** Bytes. */
    size: integer.optional(),
    uri: uri.optional(),
    /** Base64. */
    derefUri: CapTextSchema.optional(),
    digest: CapTextSchema.optional(),
  })
  .meta({ id: 'CapResource' });

/** Where it is: whatever lies in any of the polygons, circles and coded places. */
export const CapAreaSchema = z
  .strictObject({
    areaDesc: CapWordsSchema,
    polygon: several(CapPolygonSchema).optional(),
    circle: several(CapCircleSchema).optional(),
    geocode: several(NamedValueSchema).optional(),
    /** Feet above mean sea level. */
    altitude: decimal.optional(),
    /** Feet above mean sea level; with an altitude only. */
    ceiling: decimal.optional(),
  })
  .refine(({ altitude, ceiling }) => ceiling === undefined || altitude !== undefined, {
    path: ['ceiling'],
    ...refinement({ zh: '写明 ceiling 时须有 altitude', en: 'a ceiling needs an altitude' }),
  })
  .meta({ id: 'CapArea' });
export type CapArea = z.infer<typeof CapAreaSchema>;

/** What is to be expected, for one audience in one language. Members stand in the order of the elements. */
export const CapInfoSchema = z
  .strictObject({
    /** RFC 3066; en-US where it is not said. */
    language: ruledText((text) => /^\s*[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\s*$/.test(text), {
      zh: '须为语言代码，如 zh-CN',
      en: 'must be a language tag like zh-CN',
    }).optional(),
    category: several(CapCategorySchema),
    event: CapWordsSchema,
    responseType: several(CapResponseTypeSchema).optional(),
    urgency: CapUrgencySchema,
    severity: CapSeveritySchema,
    certainty: CapCertaintySchema,
    audience: CapTextSchema.optional(),
    eventCode: several(NamedValueSchema).optional(),
    effective: CapMomentSchema.optional(),
    onset: CapMomentSchema.optional(),
    expires: CapMomentSchema.optional(),
    senderName: CapTextSchema.optional(),
    headline: CapTextSchema.optional(),
    description: CapTextSchema.optional(),
    instruction: CapTextSchema.optional(),
    web: uri.optional(),
    contact: CapTextSchema.optional(),
    parameter: several(NamedValueSchema).optional(),
    resource: several(CapResourceSchema).optional(),
    area: several(CapAreaSchema).optional(),
  })
  .meta({ id: 'CapInfo' });
export type CapInfo = z.infer<typeof CapInfoSchema>;
