import type { CityRules } from '../deadline/city-rules.ts';
import type { Actor } from './actor.ts';
import type { CityCode } from './city-code.ts';
import type { Instant } from './instant.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

/** Everything a decision may know of the world besides the state and the command. */
export interface Circumstances {
  readonly now: Instant;
  /** The cell in which the decision is taken. */
  readonly city: CityCode;
  readonly actor: Actor;
  /** A fresh uuid v7. */
  readonly newId: () => string;
  readonly rules: CityRules;
}

/** What a pure decision comes to: events that now are true, or the reason why not. */
export type Decision<E> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: Refusal };

/** @returns a decision that these events are now true; none at all means that nothing changes. */
export const accept = <E>(...events: readonly E[]): { readonly accepted: true; readonly events: readonly E[] } => ({
  accepted: true,
  events,
});

/** @returns a refusal for a declared reason; see {@link Refusal}. */
export const refuse = (
  reason: RefusalReason,
  parameters: Readonly<Record<string, string | number>> = {},
  pointer?: string,
): { readonly accepted: false; readonly refusal: Refusal } => ({
  accepted: false,
  refusal: pointer === undefined ? { reason, parameters } : { reason, parameters, pointer },
});
