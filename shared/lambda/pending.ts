import type { Loaded } from '../data/loaded.ts';
import type { DomainEvent } from '../domain/kernel/aggregate.ts';
import type { Conversation } from '../exchange/conversation.ts';
import { handOffsOf, type Pending, pendingOf } from '../http/views/pending.ts';
import { cityRulesOf } from '../reference/city-rules.ts';
import type { Cell } from './cell.ts';

/** @returns what an aggregate that was read waits for, by the rules of the cell's city. */
export const pendingIn = <S, C, E extends DomainEvent>(
  { city }: Pick<Cell, 'city'>,
  { aggregate }: Conversation<S, C, E>,
  { state, row }: Loaded<S>,
): Pending => pendingOf(...handOffsOf({ aggregate, state, row }, cityRulesOf(city)));
