import { describe, expect, it } from 'vitest';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { stock as aggregate } from '../../../shared/domain/stock/stock.ts';
import type { StockCommand } from '../../../shared/domain/stock/stock-commands.ts';
import { balanceOf, type StockState, StockStateSchema } from '../../../shared/domain/stock/stock-state.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { aPromisedStockLine, aStockLine, stockDetails } from '../../builders/stock.ts';

const REQUEST_ID = '0190b000-0000-7000-8000-000000000c01';
const DEPLOYMENT_ID = '0190b000-0000-7000-8000-000000000c02';
const until = plus(NOW, DAY_MS);

const applied = (state: StockState, command: StockCommand, now = NOW): StockState => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<StockState>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return StockStateSchema.parse(after);
};
const refusal = (state: StockState, command: StockCommand) => {
  const decision = aggregate.decide(state, command, circumstances());
  return decision.accepted ? undefined : { code: decision.refusal.reason.code, pointer: decision.refusal.pointer };
};

const promise = (quantity: number) => ({ type: 'promise-lot', requestId: REQUEST_ID, quantity, until }) as const;
const send = (quantity: number) =>
  ({ type: 'send-lot', requestId: REQUEST_ID, deploymentId: DEPLOYMENT_ID, quantity }) as const;
const settle = (isDelivered: boolean) => ({ type: 'settle-lot', deploymentId: DEPLOYMENT_ID, isDelivered }) as const;
const free = { type: 'free-lot', requestId: REQUEST_ID } as const;
const kept = () => applied(aStockLine(), promise(60));
const sent = () => applied(kept(), send(60));
const ALL_FREE = { onHand: 100, reserved: 0, committed: 0, free: 100 };

describe('goods of a stock line for a partner’s request', () => {
  it('are kept back once, until the mission would be over', () => {
    expect(kept().reservations).toMatchObject([
      { reservationId: REQUEST_ID, purpose: { kind: 'received-request', id: REQUEST_ID }, quantity: 60, until },
    ]);
    expect(applied(kept(), promise(60))).toEqual(kept());
  });

  it.each([
    ['more than is free', aPromisedStockLine(), 51, 'stock-not-enough'],
    ['what has expired', aStockLine({ details: stockDetails({ expiresAt: NOW }) }), 1, 'stock-expired'],
  ] as const)('are not kept back of %s; no field of a command is to blame', (_, state, quantity, code) => {
    expect(refusal(state, promise(quantity))).toEqual({ code, pointer: undefined });
    expect(refusal(state, send(quantity))).toEqual({ code, pointer: undefined });
  });

  it('are kept back for no mission that is over', () => {
    expect(applied(aStockLine(), promise(60), until)).toEqual(aStockLine());
  });

  it.each([
    { type: 'release', reservationId: REQUEST_ID, reason: '另有安排' },
    { type: 'commit-reservation', reservationId: REQUEST_ID },
  ] as const)('are not taken from the partner by hand: $type', (command) => {
    expect(refusal(kept(), command)?.code).toBe('stock-kept-for-partner');
  });

  it.each([free, settle(true)])('leave a retired line alone: $type', (command) => {
    const retired = applied(aStockLine(), { type: 'retire', reason: '库区拆迁' });
    expect(applied(retired, command)).toEqual(retired);
  });

  it('are freed once', () => {
    expect(balanceOf(applied(kept(), free))).toEqual(ALL_FREE);
    expect(applied(aStockLine(), free)).toEqual(aStockLine());
  });

  it('are sent out of what was kept back, or of what is free where that has lapsed', () => {
    expect(balanceOf(sent())).toEqual({ onHand: 100, reserved: 0, committed: 60, free: 40 });
    expect(balanceOf(applied(kept(), send(60), until))).toEqual({ onHand: 100, reserved: 0, committed: 60, free: 40 });
  });

  it('are used up when they are delivered, and else free again; settled once', () => {
    expect(balanceOf(applied(sent(), settle(true)))).toEqual({ ...ALL_FREE, onHand: 40, free: 40 });
    expect(balanceOf(applied(sent(), settle(false)))).toEqual(ALL_FREE);
    expect(applied(aStockLine(), settle(true))).toEqual(aStockLine());
  });
});
