import { receiveMessage, type Verdict } from '../../functions/exchange-inbox/receive-message.ts';
import { dispatchOf } from '../../shared/data/dispatch.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { Dispatch } from '../../shared/exchange/ports.ts';
import { aFreshId, NOW } from './circumstances.ts';
import { createTestCell } from './test-cell.ts';

/** Cells of these cities with their real inboxes, and a network that delivers when it is told to. */
export const createLinkedCells = (cities: readonly CityCode[], now: Instant = NOW) => {
  const cells = new Map(cities.map((city) => [city, createTestCell({ city, now, newId: aFreshId })]));
  const underWay: Dispatch[] = [];
  for (const { store } of cells.values())
    store.onChange(({ before, after }) => {
      const dispatch = before === undefined && after !== undefined ? dispatchOf(after) : undefined;
      if (dispatch) underWay.push(dispatch);
    });
  const cellOf = (city: CityCode) => {
    const cell = cells.get(city);
    if (!cell) throw new Error(`${city} has no cell`);
    return cell;
  };
  return {
    cellOf,
    underWay,
    /** Delivers all messages, and what is answered to them. @returns what became of each, by type. */
    deliverAll: async (): Promise<readonly (readonly [type: string, verdict: Verdict])[]> => {
      const verdicts: (readonly [string, Verdict])[] = [];
      for (let next = underWay.shift(); next; next = underWay.shift())
        for (const city of next.to) {
          const detail: unknown = JSON.parse(JSON.stringify(next));
          verdicts.push([next.envelope.type, await receiveMessage(cellOf(city).cell, CONVERSATIONS, detail)]);
        }
      return verdicts;
    },
    setTime: (instant: Instant) => {
      for (const cell of cells.values()) cell.setTime(instant);
    },
  };
};
