import type * as z from 'zod';
import { type EdxlMessageType, edxlMessageSchemas } from './edxl/messages.ts';
import { ownMessageSchemas } from './own-messages.ts';

/**
 * Schema of every message body, by message type: the sixteen of EDXL-RM and the service's own. Only who receives messages
 * needs them when running: they take longer to build than everything else of a function.
 */
export const messageSchemas = { ...edxlMessageSchemas, ...ownMessageSchemas } as const;

export type OwnMessageType = keyof typeof ownMessageSchemas;
export type MessageType = EdxlMessageType | OwnMessageType;
export type MessageBody<T extends MessageType> = z.infer<(typeof messageSchemas)[T]>;
