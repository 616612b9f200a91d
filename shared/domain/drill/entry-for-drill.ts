import type { RegistryEntry } from '../registry/registry-entry.ts';
import { freeForDrill, type StockState } from '../stock/stock-state.ts';
import type { TeamState } from '../team/team-state.ts';

/** @returns a team's entry as a drill must see it: another drill's mission is one, too. */
export const teamForDrill = (entry: RegistryEntry, team: TeamState): RegistryEntry => {
  const drill = team.status === 'active' ? team.drillCommitment : undefined;
  return drill ? { ...entry, blocked: [{ from: drill.since, until: drill.until }, ...entry.blocked] } : entry;
};

/** @returns a stock line's entry as a drill must see it: what drills have is not free. */
export const stockForDrill = (entry: RegistryEntry, stock: StockState): RegistryEntry =>
  entry.supply ? { ...entry, supply: { ...entry.supply, free: Math.max(0, freeForDrill(stock)) } } : entry;
