import type { Actor } from '../../shared/domain/kernel/actor.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Role } from '../../shared/http/roles.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';

export const XINING: CityCode = '630100';
export const LANZHOU: CityCode = '620100';
export const NOW: Instant = '2026-07-15T00:00:00.000Z';

/** @returns a signed-in person of a city, as the ledger names them. */
export const aPerson = (role: Role, city: CityCode): Actor => ({
  kind: 'person',
  id: `${role}@${city}`,
  name: `${role}@${city}`,
  roles: [role],
  city,
});

let drawn = 0;

/** @returns an id that no other call has given: uuid v7 shaped. */
export const aFreshId = (): string => {
  drawn += 1;
  return `0190c000-0000-7000-8000-${drawn.toString(16).padStart(12, '0')}`;
};

/** @returns the circumstances of something that a representative of Xining does, unless said otherwise. */
export const circumstances = ({
  city = XINING,
  now = NOW,
  role = 'representative',
}: {
  readonly city?: CityCode;
  readonly now?: Instant;
  readonly role?: Role;
} = {}): Circumstances => ({ city, now, actor: aPerson(role, city), newId: aFreshId, rules: cityRulesOf(city) });
