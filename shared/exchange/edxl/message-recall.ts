import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';

const RecallTypeSchema = z.enum(['Update', 'Cancel']);

/** The message that this one replaces, or withdraws. The XML schema's name of the id is used; the prose has RecalledMessageID. */
export const MessageRecallSchema = z.strictObject({ RecallMessageID: ElementTextSchema, RecallType: RecallTypeSchema });
