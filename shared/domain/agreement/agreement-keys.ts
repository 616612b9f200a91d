import type { CityCode } from '../kernel/city-code.ts';
import { DAY_MS, type Instant, plus } from '../kernel/instant.ts';
import { inOrderOf } from './agreement-order.ts';
import { type AgreementState, type CityKey, isSigned, type SignedAgreement } from './agreement-state.ts';

/** For how long a key that has been replaced is still accepted, milliseconds: messages are sent again for a fortnight. */
const FORMER_KEY_ACCEPTED_MS = 15 * DAY_MS;

/** @returns the keys after a city has replaced its own; the former one stays, for what it signed. */
export const rotated = (
  { keys, formerKeys }: Pick<SignedAgreement, 'keys' | 'formerKeys'>,
  city: CityCode,
  key: CityKey,
  at: Instant,
): Pick<SignedAgreement, 'keys' | 'formerKeys'> => {
  const replaced = keys[city];
  const former = replaced ? [{ city, key: replaced, acceptedUntil: plus(at, FORMER_KEY_ACCEPTED_MS) }] : [];
  return {
    keys: { ...keys, [city]: key },
    formerKeys: [...formerKeys, ...former].sort(inOrderOf((one) => `${one.acceptedUntil} ${one.city}`)),
  };
};

/** @returns the key of that id by which a city's messages are accepted: its pinned one, or a former one for a while after. */
export const acceptedKey = (
  agreement: AgreementState,
  city: CityCode,
  keyId: string,
  now: Instant,
): CityKey | undefined => {
  const pinned = agreement.keys[city];
  if (pinned?.keyId === keyId) return pinned;
  const former = isSigned(agreement) ? agreement.formerKeys : [];
  return former.find((one) => one.city === city && one.key.keyId === keyId && now < one.acceptedUntil)?.key;
};

/** @returns every key the agreement pins or once pinned, with its city: what signatures of the past are checked against. */
export const allKeysOf = (agreement: AgreementState): readonly (readonly [city: CityCode, key: CityKey])[] => [
  ...Object.entries(agreement.keys).flatMap(([city, key]) => (key ? [[city, key] as const] : [])),
  ...(isSigned(agreement) ? agreement.formerKeys.map(({ city, key }) => [city, key] as const) : []),
];
