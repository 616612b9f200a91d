import { loadSet } from '../../shared/data/loaded.ts';
import { conditionOf } from '../../shared/domain/team/team-availability.ts';
import { levelRange, TeamCardSchema, teamList } from '../../shared/domain/team/team-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import type { TeamQuery } from '../../shared/http/routes/teams.ts';
import type { TeamListEntry } from '../../shared/http/views/team.ts';
import { freshness, upkeepView } from '../../shared/http/views/upkeep.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** A page of the registry: one Query for its entries and one BatchGetItem for their condition, which changes by the hour. */
export const listTeams = async (
  cell: Pick<Cell, 'store' | 'clock' | 'staleAfterDays'>,
  { kind, hazard, level, available, from = cell.clock.now(), until = from, ...page }: TeamQuery,
): Promise<{ items: TeamListEntry[]; nextCursor?: string }> => {
  const list = teamList({ kind, hazard, free: available === 'true' });
  const range = level === undefined ? {} : { between: levelRange(level) };
  const { items, ...next } = await listCards(cell, list, page, TeamCardSchema, range);
  const teams = await loadSet(
    cell.store,
    conversationsOf(teamConversation),
    items.map(({ teamId }) => ({ kind: 'team', id: teamId })),
  );
  const at = freshness(cell);
  const entries = items.flatMap((card): TeamListEntry[] => {
    const team = teams.state(teamConversation, card.teamId);
    return team
      ? [{ ...card, condition: conditionOf(team, { from, until }), ...upkeepView(team, at, team.status === 'active') }]
      : [];
  });
  const wanted = entries.filter(({ condition }) => available === undefined || condition === 'available');
  return { items: wanted, ...next };
};
