import type { Ask } from '../../shared/domain/over-ask/ask.ts';
import { type OverAskState, overAsk } from '../../shared/domain/over-ask/over-ask.ts';
import { circumstances, XINING } from './circumstances.ts';
import { INCIDENT_ID } from './incident.ts';

/** @returns two water-rescue teams that Xining asks for its flood. */
export const anAsk = (overrides: Partial<Ask> = {}): Ask => ({
  requestId: '0190b000-0000-7000-8000-000000000d01',
  itemId: '0190b000-0000-7000-8000-000000000d02',
  side: 'own',
  city: XINING,
  incidentId: INCIDENT_ID,
  title: '南川河洪水',
  kind: 'water-rescue',
  quantity: 2,
  from: '2026-07-15T08:00:00.000Z',
  until: '2026-07-20T00:00:00.000Z',
  position: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '集结点' },
  exercise: false,
  ...overrides,
});

/** @returns what is followed of a request that stands. */
export const anOverAsk = (ask: Ask = anAsk()): OverAskState => {
  const command = { type: 'follow', id: ask.requestId, asks: [ask], stands: true } as const;
  const decision = overAsk.decide(undefined, command, circumstances());
  const [event] = decision.accepted ? decision.events : [];
  if (!event) throw new Error('refused');
  return overAsk.evolve(undefined, event);
};
