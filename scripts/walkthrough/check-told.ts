import type { StoryMessage } from '../../shared/data/story.ts';
import { EDXL_MESSAGE_TYPES } from '../../shared/exchange/edxl/structure.ts';
import type { Told } from './timeline.ts';

const way = (type: string, from: string, to: readonly string[]): string => `${type} ${from}→${to.join()}`;

/**
 * Holds the story to the ledgers: every message told must have travelled, as often as it was told, and all sixteen types of
 * EDXL-RM must be among them.
 * @throws Error naming what is missing
 */
export const checkTold = (told: readonly Told[], messages: readonly StoryMessage[]): void => {
  const travelled = messages.map(({ envelope: { type, from, to } }) => way(type, from, to));
  for (const { city, message } of told) {
    if (!message) continue;
    const index = travelled.indexOf(way(message.type, city, message.to));
    if (index < 0)
      throw new Error(`the ledgers know nothing of the ${way(message.type, city, message.to)} that was told`);
    travelled.splice(index, 1);
  }
  const types = new Set(messages.map(({ envelope }) => envelope.type));
  const missing = EDXL_MESSAGE_TYPES.filter((type) => !types.has(type));
  if (missing.length > 0) throw new Error(`these EDXL-RM messages did not travel: ${missing.join(', ')}`);
};
