import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';

export const RecallTypeSchema = z.enum(['Update', 'Cancel']);
export type RecallType = z.infer<typeof RecallTypeSchema>;

/** The message that this one replaces, or withdraws. The XML schema's name of the id is used; the prose has RecalledMessageID. */
export const MessageRecallSchema = z.strictObject({ RecallMessageID: ElementTextSchema, RecallType: RecallTypeSchema });
export type MessageRecall = z.infer<typeof MessageRecallSchema>;
