import { team } from '../../domain/team/team.ts';
import type { TeamCommand } from '../../domain/team/team-commands.ts';
import type { TeamEvent } from '../../domain/team/team-events.ts';
import type { TeamState } from '../../domain/team/team-state.ts';
import type { Conversation } from '../conversation.ts';

/** Teams are this city's own affair: partners hear of them in answers, commitments and deployments only. */
export const teamConversation: Conversation<TeamState, TeamCommand, TeamEvent> = {
  aggregate: team,
  outgoing: () => [],
  incoming: () => undefined,
};
