/**
 * Log messages that alarms count. Whoever logs one of these uses the constant, so that rewording a log line cannot switch an
 * alarm off.
 */
export const SIGNALS = {
  /** The inbox refused a message a way in and kept it with the reason; once per message. */
  quarantined: 'message quarantined',
  /** A message has no receipt of every recipient when it should have, and is sent again; once per sending. */
  unconfirmed: 'message unconfirmed, sent again',
} as const;
export type Signal = keyof typeof SIGNALS;
