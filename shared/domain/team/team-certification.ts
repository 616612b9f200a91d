import { expiryNoticeDueAt } from '../kernel/expiry-notice.ts';
import type { Instant } from '../kernel/instant.ts';
import type { TeamState } from './team-state.ts';

/** @returns when the duty room must next be told of the certification's expiry, if ever. */
export const certificationDueAt = (team: TeamState): Instant | undefined =>
  team.status === 'retired'
    ? undefined
    : expiryNoticeDueAt(team.certificationNotice, team.details.certification.expiresAt);
