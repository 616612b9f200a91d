import type { ItemQuantities } from '../../../shared/domain/request/bookkeeping.ts';

/** How far an item is filled, in shares of what is needed; they add up to at most 1. */
export interface Fill {
  /** Committed by partners. */
  readonly sure: number;
  /** Own teams that were sent, and agencies that were tasked. */
  readonly own: number;
  /** Requisitioned, and not yet committed. */
  readonly asked: number;
}

/** @returns how far an item is filled. What is more than needed fills it no further. */
export const fillOf = ({ needed, requisitioned, committed, own, tasked }: ItemQuantities): Fill => {
  const share = (amount: number, left: number): number => Math.min(amount / needed, left);
  const sure = share(committed, 1);
  const home = share(own + tasked, 1 - sure);
  return { sure, own: home, asked: share(Math.max(0, requisitioned - committed), 1 - sure - home) };
};
