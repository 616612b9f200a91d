import { DAY_MS, type Instant, plus } from '../kernel/instant.ts';
import type { TeamState } from './team-state.ts';

/** How long before a certification expires the duty room is told, milliseconds. */
const CERTIFICATION_NOTICE_MS = 60 * DAY_MS;

/** @returns when the duty room must next be told of the certification's expiry, if ever. */
export const certificationDueAt = (team: TeamState): Instant | undefined => {
  if (team.status === 'retired' || team.certificationNotice === 'expired') return undefined;
  const { expiresAt } = team.details.certification;
  return team.certificationNotice === 'none' ? plus(expiresAt, -CERTIFICATION_NOTICE_MS) : expiresAt;
};
