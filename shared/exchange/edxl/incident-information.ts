import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';
import { carriesOneOf, ruled } from './rules.ts';

/** The incident a message concerns. */
export const IncidentInformationSchema = ruled(
  z.strictObject({ IncidentID: ElementTextSchema.optional(), IncidentDescription: ElementTextSchema.optional() }),
  'incident-is-named',
  carriesOneOf('IncidentID', 'IncidentDescription'),
);
