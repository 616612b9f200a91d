import type { Actor } from './actor.ts';
import type { CityCode } from './city-code.ts';
import type { Instant } from './instant.ts';

/** Everything a decision may know of the world besides the state and the command. */
export interface Circumstances {
  readonly now: Instant;
  /** The cell in which the decision is taken. */
  readonly city: CityCode;
  readonly actor: Actor;
  /** A fresh uuid v7. */
  readonly newId: () => string;
}

/**
 * Why a command was refused. `code` is stable and has a sentence in both languages; `parameters` fill it; `pointer` is a
 * JSON pointer into the command's body where one field is to blame.
 */
export interface Refusal<C extends string = string> {
  readonly code: C;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly pointer?: string;
}

/** What a pure decision comes to: events that now are true, or the reason why not. */
export type Decision<E, C extends string = string> =
  | { readonly accepted: true; readonly events: readonly E[] }
  | { readonly accepted: false; readonly refusal: Refusal<C> };

/** @returns a decision that these events are now true; none at all means that nothing changes. */
export const accept = <E>(...events: readonly E[]): { readonly accepted: true; readonly events: readonly E[] } => ({
  accepted: true,
  events,
});

/** @returns a refusal with its stable code; see {@link Refusal}. */
export const refuse = <C extends string>(
  code: C,
  parameters: Readonly<Record<string, string | number>> = {},
  pointer?: string,
): { readonly accepted: false; readonly refusal: Refusal<C> } => ({
  accepted: false,
  refusal: pointer === undefined ? { code, parameters } : { code, parameters, pointer },
});
