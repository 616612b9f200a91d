import { loadMany, type Reference } from '../../shared/data/loaded.ts';
import type { DeploymentState } from '../../shared/domain/deployment/deployment-state.ts';
import { actualTimes } from '../../shared/domain/deployment/progress.ts';
import { type DrillFacts, NO_FACTS } from '../../shared/domain/drill/drill-facts.ts';
import type { BegunDrill } from '../../shared/domain/drill/drill-state.ts';
import { earliest } from '../../shared/domain/kernel/instant.ts';
import { heldFor } from '../../shared/domain/request/bookkeeping.ts';
import type { RequestItem } from '../../shared/domain/request/request-item.ts';
import { isEngaged, type RequestState } from '../../shared/domain/request/request-state.ts';
import type { TaskState } from '../../shared/domain/task/task-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { thingsOf } from './drill-things.ts';
import { readLedger } from './read-ledger.ts';

/** Things of a drill that are looked at. */
const MOST_THINGS = 500;

type Part = Partial<DrillFacts>;

/** A partner has answered when its first answer came; an agency or partner that never was asked counts for nothing. */
const ofRequest = (request: RequestState): Part => {
  if (!isEngaged(request) || request.status === 'cancelled') return {};
  const filled = ({ itemId, quantity }: RequestItem): number => Math.min(quantity, heldFor(request, itemId));
  return {
    replies: request.placements
      .filter(({ status }) => status !== 'refused-by-exchange')
      .map(({ placedAt: askedAt, answers }) => ({
        askedAt,
        answeredAt: earliest(...answers.map(({ answeredAt }) => answeredAt)),
      })),
    asked: request.items.reduce((sum, { quantity }) => sum + quantity, 0),
    filled: request.items.reduce((sum, item) => sum + filled(item), 0),
  };
};

/** Called off before it set out, nothing was to arrive. */
const ofDeployment = ({ mission, progress }: DeploymentState): Part =>
  progress.status === 'cancelled'
    ? {}
    : { arrivals: [{ promised: mission.estimatedArrival, arrived: actualTimes(progress).arrival }] };

const ofTask = ({ offers }: TaskState): Part => ({
  taskReplies: offers.flatMap(({ offeredAt: askedAt, outcome }) => {
    if (outcome.kind === 'taken' || outcome.kind === 'withdrawn') return [];
    const isAnswer = outcome.kind === 'accepted' || outcome.kind === 'declined' || outcome.kind === 'counter-proposed';
    return [{ askedAt, answeredAt: isAnswer ? outcome.at : undefined }];
  }),
});

const sum = (one: DrillFacts, more: Part): DrillFacts => ({
  replies: [...one.replies, ...(more.replies ?? [])],
  asked: one.asked + (more.asked ?? 0),
  filled: one.filled + (more.filled ?? 0),
  arrivals: [...one.arrivals, ...(more.arrivals ?? [])],
  taskReplies: [...one.taskReplies, ...(more.taskReplies ?? [])],
  reminders: one.reminders + (more.reminders ?? 0),
  escalations: one.escalations + (more.escalations ?? 0),
});

/** What the clock had to do about a thing because nobody had moved in time. */
const missedOf = async (cell: Pick<Cell, 'store'>, thing: Reference): Promise<Part> => {
  const acts = (await readLedger(cell, thing)).flatMap(({ type, data }) =>
    type === 'deadlineActed' ? [data.act] : [],
  );
  return {
    reminders: acts.filter((act) => act === 'remind').length,
    escalations: acts.filter((act) => act === 'escalate').length,
  };
};

/** @returns what has happened in a drill so far: costs two reads for each thing that belongs to it. */
export const gatherFacts = async (cell: Pick<Cell, 'store'>, drill: BegunDrill): Promise<DrillFacts> => {
  const things = await thingsOf(cell, drill, MOST_THINGS);
  const told = things.filter(({ kind }) => kind === 'request' || kind === 'deployment' || kind === 'task');
  const conversations = conversationsOf(requestConversation, deploymentConversation, taskConversation);
  const loaded = await loadMany(cell.store, conversations, told);
  let facts = NO_FACTS;
  for (const { id } of told) {
    const request = loaded.state(requestConversation, id);
    const deployment = loaded.state(deploymentConversation, id);
    const task = loaded.state(taskConversation, id);
    if (request) facts = sum(facts, ofRequest(request));
    if (deployment) facts = sum(facts, ofDeployment(deployment));
    if (task) facts = sum(facts, ofTask(task));
  }
  for (const thing of [...things, { kind: 'drill', id: drill.id } as const])
    facts = sum(facts, await missedOf(cell, thing));
  return facts;
};
