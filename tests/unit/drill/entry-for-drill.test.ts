import { expect, it } from 'vitest';
import { stockForDrill, teamForDrill } from '../../../shared/domain/drill/entry-for-drill.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { stockEntry } from '../../../shared/domain/stock/stock-entry.ts';
import { teamRegistryEntry } from '../../../shared/domain/team/team-registry-entry.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import { aReservation, aStockLine } from '../../builders/stock.ts';
import { aTeam } from '../../builders/team.ts';

const ID = '0190b000-0000-7000-8000-00000000dd02';
const until = plus(NOW, HOUR_MS);

it('a drill sees that another drill has a team, which nobody else sees', () => {
  const team = aTeam({ drillCommitment: { deploymentId: ID, requestId: ID, since: NOW, until } });
  const entry = teamRegistryEntry(team, LANZHOU);
  if (!entry) throw new Error('the team is in service');
  expect(entry.blocked).toEqual([]);
  expect(teamForDrill(entry, team).blocked).toEqual([{ from: NOW, until }]);
  expect(teamForDrill(entry, aTeam()).blocked).toEqual([]);
});

it('a drill sees what is left of goods when other drills have had theirs', () => {
  const stock = aStockLine({ reservations: [aReservation({ quantity: 30, exercise: true })] });
  const entry = stockEntry(stock, LANZHOU);
  if (!entry) throw new Error('the line is kept');
  expect(entry.supply?.free).toBe(100);
  expect(stockForDrill(entry, stock).supply?.free).toBe(70);
  expect(stockForDrill(entry, aStockLine({ onHand: 10, reservations: stock.reservations })).supply?.free).toBe(0);
});
