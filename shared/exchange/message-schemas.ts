import type * as z from 'zod';
import { type EdxlMessageType, edxlMessageSchemas } from './edxl/messages.ts';
import { ownMessageSchemas } from './own-messages.ts';

/** Schema of every message body, by message type: the sixteen of EDXL-RM, each built when first asked for, and the service's own. */
export const messageSchemas: typeof edxlMessageSchemas & typeof ownMessageSchemas = Object.create(
  edxlMessageSchemas,
  Object.getOwnPropertyDescriptors(ownMessageSchemas),
);

export type OwnMessageType = keyof typeof ownMessageSchemas;
export type MessageType = EdxlMessageType | OwnMessageType;
export type MessageBody<T extends MessageType> = z.infer<(typeof messageSchemas)[T]>;
