import { type EdxlMessage, type EdxlMessageType, edxlMessageSchemas } from './messages.ts';
import { type EdxlProblem, problemsOf } from './problems.ts';

/** A message that may be relied upon, or everything found wrong with what was sent. */
export type ParsedEdxl<T extends EdxlMessageType> =
  | { readonly valid: true; readonly message: EdxlMessage<T> }
  | { readonly valid: false; readonly problems: readonly EdxlProblem[] };

/** @returns the body as a message of this type, or its problems; never throws, whatever the body. */
export const parseEdxl = <T extends EdxlMessageType>(type: T, body: unknown): ParsedEdxl<T> => {
  const parsed = edxlMessageSchemas[type].safeParse(body, { reportInput: true });
  return parsed.success
    ? { valid: true, message: parsed.data as EdxlMessage<T> }
    : { valid: false, problems: problemsOf(parsed.error) };
};
