import { type EdxlMessage, type EdxlMessageType, edxlMessageSchemas } from '../../shared/exchange/edxl/messages.ts';

/** @returns what the partner reads: the message once it was JSON and kept the rules of EDXL-RM. */
export const travelled = <T extends EdxlMessageType>(
  message: EdxlMessage<T> & { MessageContentType: T },
): EdxlMessage<T> =>
  edxlMessageSchemas[message.MessageContentType].parse(JSON.parse(JSON.stringify(message))) as EdxlMessage<T>;
