import type { Aggregate } from '../kernel/aggregate.ts';
import { decideWarning } from './decide-warning.ts';
import { evolveWarning } from './evolve-warning.ts';
import { actsDueAt } from './warning-act.ts';
import type { WarningCommand } from './warning-commands.ts';
import { warningConsequences } from './warning-consequences.ts';
import { type WarningEvent, WarningEventSchema } from './warning-events.ts';
import { warningListings } from './warning-listings.ts';
import { warningNotices } from './warning-notices.ts';
import { isWarning, type WarningState, WarningStateSchema } from './warning-state.ts';

/** What its rules have it do is due at once; it expires in its time. */
const dueAt = (state: WarningState) =>
  isWarning(state) ? (actsDueAt(state) ?? (state.status === 'in-force' ? state.expiresAt : undefined)) : undefined;

/** An alert that this city received or issued. */
export const warning: Aggregate<WarningState, WarningCommand, WarningEvent> = {
  kind: 'warning',
  stateSchema: WarningStateSchema,
  eventSchema: WarningEventSchema,
  decide: decideWarning,
  evolve: evolveWarning,
  dueAt,
  listings: warningListings,
  consequences: warningConsequences,
  notices: warningNotices,
  /** What only tries the line is marked like a drill. */
  isExercise: (state) => (state.status === 'unseen' ? state.end.realm : state.alert.status) !== 'Actual',
};
