import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { stock as aggregate } from '../../../shared/domain/stock/stock.ts';
import type { StockCommand } from '../../../shared/domain/stock/stock-commands.ts';
import { balanceOf, type StockState, StockStateSchema } from '../../../shared/domain/stock/stock-state.ts';
import { sumOfQuantities } from '../../../shared/domain/vocabulary/supplies.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { aDepot } from '../../builders/depot.ts';
import { aStockLine, INCIDENT, stockDetails } from '../../builders/stock.ts';

/** What somebody does; which of the promises there are is meant, `pick` says. */
type Deed = (stock: StockState, pick: number) => StockCommand;

const reason = '演练';
const quantity = fc.integer({ min: 1, max: 60_000 }).map((thousandths) => thousandths / 1000);
const promise = { purpose: INCIDENT, purposeKnown: true };
const chosen = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];
const reservationId = ({ reservations }: StockState, pick: number) => chosen(reservations, pick)?.reservationId ?? '';
const commitmentId = ({ commitments }: StockState, pick: number) => chosen(commitments, pick)?.commitmentId ?? '';

const deed: fc.Arbitrary<Deed> = fc
  .tuple(quantity, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 9 }))
  .map(
    ([amount, hours, which]): Deed =>
      (stock, pick) => {
        const until = plus(NOW, hours * HOUR_MS);
        const deeds: readonly StockCommand[] = [
          { type: 'reserve', ...promise, quantity: amount, until },
          { type: 'commit', ...promise, quantity: amount },
          { type: 'commit-reservation', reservationId: reservationId(stock, pick), quantity: amount },
          { type: 'release', reservationId: reservationId(stock, pick), reason },
          { type: 'return', commitmentId: commitmentId(stock, pick), returned: amount, reason },
          { type: 'receive', quantity: amount, reason },
          { type: 'issue', quantity: amount, reason },
          { type: 'write-off', quantity: amount, reason },
          { type: 'count', counted: amount, reason },
          { type: 'change', details: stockDetails(), depot: aDepot(), counted: amount },
        ];
        return deeds[which] ?? { type: 'clock-ran-out' };
      },
  );

const steps = fc.array(fc.tuple(deed, fc.nat(20), fc.integer({ min: 0, max: 3 })), { maxLength: 60 });

it('promises never exceed what is on hand, whatever is done in whatever order', () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(steps, (history) => {
      let line: StockState = aStockLine({ onHand: 40 });
      let hours = 0;
      for (const [act, pick, later] of history) {
        hours += later / 4;
        const command = act(line, pick);
        const decision = aggregate.decide(line, command, circumstances({ now: plus(NOW, hours * HOUR_MS) }));
        if (!decision.accepted) continue;
        accepted.add(command.type);
        for (const event of decision.events) {
          line = StockStateSchema.parse(aggregate.evolve(line, aggregate.eventSchema.parse(event)));
          const { onHand, reserved, committed, free } = balanceOf(line);
          expect(Math.min(onHand, reserved, committed, free)).toBeGreaterThanOrEqual(0);
          expect(sumOfQuantities([reserved, committed, free])).toBe(onHand);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect([...accepted].sort()).toEqual([
    'change',
    'commit',
    'commit-reservation',
    'count',
    'issue',
    'receive',
    'release',
    'reserve',
    'return',
    'write-off',
  ]);
});
