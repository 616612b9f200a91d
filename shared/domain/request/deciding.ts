import { type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { PersonReference } from '../kernel/person-reference.ts';
import type { RequestEvent } from './request-events.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import type { RequestState } from './request-state.ts';

export type RequestDecision = Decision<RequestEvent>;

/** @returns the refusal of a command that the request's status does not allow. */
export const wrongStatus = ({ status }: RequestState): RequestDecision =>
  refuse(REQUEST_REFUSALS.wrongStatus, { status });

/** @returns who is acting: the signed-in person; a city or the clock stands for itself. */
export const actingPerson = ({ actor }: Circumstances): PersonReference =>
  actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.city, name: actor.city };

/** @returns who did it and when, for events. */
export const done = (circumstances: Circumstances) => ({ by: actingPerson(circumstances), at: circumstances.now });

/** @returns the first value that occurs twice, with its place. */
export const firstRepeated = <T>(values: readonly T[]): { readonly value: T; readonly index: number } | undefined => {
  const index = values.findIndex((value, place) => values.indexOf(value) !== place);
  const value = values[index];
  return value === undefined ? undefined : { value, index };
};
