import type { Change } from '../live/changes.ts';

/** Which changes each panel of the board follows. */
export const FOLLOWS = {
  notices: ['notice'],
  incidents: ['incident'],
  requests: ['request', 'deployment'],
  received: ['received-request'],
  arriving: ['deployment'],
  teams: ['team', 'deployment', 'received-request', 'request'],
} as const satisfies Readonly<Record<string, readonly Change['kind'][]>>;
