import type { Text } from '../../../shared/domain/kernel/text.ts';
import { MUTUAL_AID_EVENTS } from './event-names/mutual-aid.ts';
import { REGISTRY_EVENTS } from './event-names/registry.ts';
import { RESPONSE_EVENTS } from './event-names/response.ts';

/** What the types of the ledger's entries are called in Chinese; in English they are what they say. */
export const EVENT_NAMES: Readonly<Record<string, string>> = {
  ...MUTUAL_AID_EVENTS,
  ...RESPONSE_EVENTS,
  ...REGISTRY_EVENTS,
  /** The clock's own entry, in whatever ledger. */
  deadlineActed: '时限动作',
};

/** `requestPlaced` as `Request placed`. */
const spelledOut = (type: string): string => {
  const words = type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** @returns what an entry of a ledger is called. */
export const eventName = (type: string): Text => ({ zh: EVENT_NAMES[type] ?? type, en: spelledOut(type) });
