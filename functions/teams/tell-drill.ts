import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import type { DeploymentCommand } from '../../shared/domain/deployment/deployment-commands.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';

/**
 * Tells a drill, and through it the city that is helped in it, that a real mission has its team. Apart from the commitment, which must
 * not fail for anything that a drill does. Costs a GetItem where there is nothing to tell.
 */
export const tellDrill = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  teamId: string,
): Promise<void> => {
  const team = (await load(cell.store, teamConversation, teamId))?.state;
  const drill = team?.status === 'active' ? team.drillCommitment : undefined;
  if (drill?.calledAwayAt === undefined) return;
  const actor = { kind: 'clock', city: cell.city } as const;
  const { deploymentId } = drill;
  const called = await execute(cell, conversations, {
    target: { kind: 'deployment', id: deploymentId },
    actor,
    command: (): DeploymentCommand => ({ type: 'call-away' }),
  });
  if (called.outcome === 'refused')
    cell.log.warn('a drill was not told', { deploymentId, code: called.refusal.reason.code });
  // Where the deployment had ended, or its data is removed, nothing else sets the team free.
  await execute(cell, conversations, {
    target: { kind: 'team', id: teamId },
    actor,
    command: (): TeamCommand => ({ type: 'release-commitment', deploymentId }),
  });
};
