import { type Executed, type ExecutingCell, type Execution, execute } from '../../shared/data/execute.ts';
import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { RequestCommand } from '../../shared/domain/request/request-commands.ts';
import type { RequestItem } from '../../shared/domain/request/request-item.ts';
import type { PartOf, PlacementPart } from '../../shared/domain/sourcing/placement-parts.ts';
import { taskDetailsOf } from '../../shared/domain/task/decide-sending.ts';
import type { TaskCommand } from '../../shared/domain/task/task-commands.ts';
import type { TaskDetails } from '../../shared/domain/task/task-details.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';

const CONVERSATIONS = conversationsOf(
  requestConversation,
  agreementConversation,
  teamConversation,
  deploymentConversation,
  agencyConversation,
  taskConversation,
  stockConversation,
);

/** Where a placement names what is placed: all of it by the plan's version. */
const pointer = '/planVersion';

const of = <T extends PlacementPart['type']>(parts: readonly PlacementPart[], type: T): readonly PartOf<T>[] =>
  parts.filter((part): part is PartOf<T> => part.type === type);

const readFor = (part: PlacementPart): readonly Reference[] => {
  if (part.type === 'partner') return [{ kind: 'agreement', id: part.agreementId }];
  if (part.type === 'stock')
    return [
      { kind: 'stock', id: part.stockId },
      { kind: 'deployment', id: part.deploymentId },
    ];
  return part.type === 'own'
    ? [
        { kind: 'team', id: part.teamId },
        { kind: 'deployment', id: part.deploymentId },
      ]
    : [
        { kind: 'agency', id: part.agencyId },
        { kind: 'task', id: part.taskId },
      ];
};

const sourceCommand = (parts: readonly PlacementPart[], others: LoadedSet): RequestCommand => ({
  type: 'source',
  agreements: of(parts, 'partner').map(({ agreementId }) => ({
    agreementId,
    agreement: others.state(agreementConversation, agreementId),
  })),
  teams: of(parts, 'own').map(({ itemId, teamId, deploymentId }) => ({
    ...{ itemId, teamId, deploymentId, pointer },
    team: others.state(teamConversation, teamId),
  })),
  lots: of(parts, 'stock').map(({ itemId, stockId, quantity, deploymentId }) => ({
    ...{ itemId, stockId, quantity, deploymentId, pointer },
    line: others.state(stockConversation, stockId),
  })),
});

/** One team of the item; when it is needed at once, or was before now, by the end of the mission. */
const oneTeam = (item: RequestItem, now: Instant): TaskDetails => ({
  ...taskDetailsOf(item),
  quantity: 1,
  neededBy: item.neededBy > now ? item.neededBy : item.neededUntil,
});

const sendCommand = (
  { itemId, agencyId, taskId }: PartOf<'agency'>,
  requestId: string,
  others: LoadedSet,
  now: Instant,
): TaskCommand => {
  const request = others.state(requestConversation, requestId);
  const item = request?.items.find((candidate) => candidate.itemId === itemId);
  return {
    type: 'send',
    id: taskId,
    origin: { kind: 'request-item', request, itemId, ...(item && { details: oneTeam(item, now) }) },
    addressees: [{ agency: others.state(agencyConversation, agencyId), pointer }],
  };
};

/**
 * Does parts of a plan in one transaction: partners are asked, own teams and goods sent, agencies tasked, or nothing of it.
 */
export const carryOut = (
  cell: ExecutingCell,
  requestId: string,
  parts: readonly PlacementPart[],
  who: Pick<Execution, 'actor' | 'idempotency' | 'answer'>,
): Promise<Executed> =>
  execute(cell, CONVERSATIONS, {
    ...who,
    target: { kind: 'request', id: requestId },
    alsoLoad: parts.flatMap(readFor),
    command: (others) => sourceCommand(parts, others),
    alongside: (others) =>
      of(parts, 'agency').map((part) => ({
        reference: { kind: 'task', id: part.taskId },
        command: sendCommand(part, requestId, others, cell.clock.now()),
      })),
  });
