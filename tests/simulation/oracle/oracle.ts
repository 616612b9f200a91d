import type { Story } from '../story.ts';
import { lostOrRepeated, unanswered } from './acknowledgements.ts';
import { disagreements } from './both-ends.ts';
import { wrongClocks } from './clocks.ts';
import { wrongDeadlines } from './deadlines.ts';
import { wrongFigures } from './figures.ts';
import { brokenLedgers } from './ledgers.ts';
import { wrongListings } from './listings.ts';
import { unsettledMessages } from './messages.ts';
import { wrongSuspicions } from './quarantine.ts';
import { doublePromises } from './teams.ts';

/**
 * @returns everything that must not be, once a story is at its end; nothing when all is well. Goes by what lies in the tables and
 * by what people were told, and by none of the service's own code.
 */
export const findings = ({ world, evidence, deeds, calmSince }: Story): readonly string[] => [
  ...evidence.flatMap(brokenLedgers),
  ...unsettledMessages(evidence),
  ...evidence.flatMap((one) => {
    const shown = world.host(one.city).clockAt(world.time.now());
    return [...wrongClocks(one, shown), ...wrongDeadlines(one, shown)];
  }),
  ...evidence.flatMap(doublePromises),
  ...disagreements(evidence),
  ...wrongListings(evidence),
  ...evidence.flatMap(wrongFigures),
  ...lostOrRepeated(evidence, deeds),
  ...unanswered(deeds, calmSince),
  ...evidence.flatMap(wrongSuspicions),
];
