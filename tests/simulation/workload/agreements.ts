import { DAY_MS, MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { fieldsOf } from '../json.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';

/** What duty rooms in the simulation have teams for. */
export const HAZARD = 'flood';
export const KINDS = ['water-rescue', 'medical-rescue'] as const;

/** Cities ask one another for their fingerprints by telephone. */
const fingerprintOf = (city: string): string => `key-of-${city}`;

const termsOf = (random: Random, now: number) => ({
  title: '应急救援联动协议',
  validFrom: new Date(now).toISOString(),
  validUntil: new Date(now + 90 * DAY_MS).toISOString(),
  hazards: [HAZARD],
  resourceKinds: [...KINDS],
  replyWithinMinutes: random.pick([60, 120, 240]),
  payment: {
    personnel: 'requesting-side',
    travel: 'requesting-side',
    equipment: 'shared-equally',
    commodities: 'requesting-side',
    other: 'assisting-side',
  },
  liability: '各自承担',
  preAuthorised: random.chance(0.4) ? [{ kind: KINDS[0], level: 3, quantity: random.between(1, 2) }] : [],
  arming: 'always',
});

/** Tries again and again until `look` finds something or the time is over. */
const until = async <T>(world: World, end: number, look: () => Promise<T | undefined>): Promise<T | undefined> => {
  for (;;) {
    const found = await look();
    if (found !== undefined || world.time.now() >= end) return found;
    await world.time.wait(5 * MINUTE_MS);
  }
};

/** @returns the id of what a command made, if it was acknowledged. */
export const idIn = (answer: { readonly status: number; readonly body: unknown } | undefined, name: string) => {
  const id = answer && answer.status < 300 ? fieldsOf(answer.body)[name] : undefined;
  return typeof id === 'string' ? id : undefined;
};

/**
 * Two cities sign an agreement, as far as the weather lets them.
 * @returns its id once it is in force at the proposer's.
 */
export const sign = async (
  { world, desk, random, end }: { world: World; desk: Desk; random: Random; end: number },
  proposer: string,
  partner: string,
): Promise<string | undefined> => {
  const representative = { role: 'representative' } as const;
  const proposal = { partner, partnerKeyId: fingerprintOf(partner), terms: termsOf(random, world.time.now()) };
  const proposed = await desk.command({ ...representative, city: proposer, path: '/v1/agreements', body: proposal });
  const id = idIn(proposed, 'agreementId');
  if (id === undefined) return undefined;
  const path = `/v1/agreements/${id}`;
  const arrived = await until(world, end, () => desk.read(partner, path));
  if (!arrived) return undefined;
  await desk.command({
    ...representative,
    city: partner,
    path: `${path}/countersignature`,
    body: { proposerKeyId: fingerprintOf(proposer) },
  });
  return until(world, end, async () => {
    const agreement = await desk.read(proposer, path);
    return fieldsOf(agreement?.body).status === 'in-force' ? id : undefined;
  });
};
