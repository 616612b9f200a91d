import type { Aggregate } from '../kernel/aggregate.ts';
import { decideWarning } from './decide-warning.ts';
import { evolveWarning } from './evolve-warning.ts';
import type { WarningCommand } from './warning-commands.ts';
import { warningConsequences } from './warning-consequences.ts';
import { type WarningEvent, WarningEventSchema } from './warning-events.ts';
import { warningListings } from './warning-listings.ts';
import { warningNotices } from './warning-notices.ts';
import { type WarningState, WarningStateSchema } from './warning-state.ts';

/** An alert that this city received or issued. */
export const warning: Aggregate<WarningState, WarningCommand, WarningEvent> = {
  kind: 'warning',
  stateSchema: WarningStateSchema,
  eventSchema: WarningEventSchema,
  decide: decideWarning,
  evolve: evolveWarning,
  dueAt: (state) => (state.status === 'in-force' ? state.expiresAt : undefined),
  listings: warningListings,
  consequences: warningConsequences,
  notices: warningNotices,
  /** What only tries the line is marked like a drill. */
  isExercise: (state) => (state.status === 'unseen' ? state.end.realm : state.alert.status) !== 'Actual',
};
