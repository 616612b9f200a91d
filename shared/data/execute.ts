import type { Actor } from '../domain/kernel/actor.ts';
import type { DomainEvent } from '../domain/kernel/aggregate.ts';
import type { Circumstances, Decision } from '../domain/kernel/decision.ts';
import { type Refusal, reason } from '../domain/kernel/refusal.ts';
import type { SomeConversations } from '../exchange/conversation.ts';
import type { Envelope } from '../exchange/envelope.ts';
import type { Cell } from '../lambda/cell.ts';
import { cityRulesOf } from '../reference/city-rules.ts';
import { type Assembled, agreementsRelied, assemble } from './assemble.ts';
import type { Change, Setting } from './change.ts';
import { decideAll } from './decide-all.ts';
import { feedWrites } from './feed.ts';
import { type IdempotencyRequest, type IdempotentAnswer, idempotencyWrite, storedAnswer } from './idempotency.ts';
import { type LoadedSet, loadSet, nameOf, type Reference } from './loaded.ts';
import { sealMessages } from './outgoing-messages.ts';
import { receptionWrites } from './reception.ts';
import type { StateRow } from './rows.ts';
import { MAXIMUM_TRANSACTION_WRITES, TransactionCancelled, type Write } from './store.ts';
import { keys } from './table.ts';

/** The side effects that executing a command needs. */
export type ExecutingCell = Pick<Cell, 'city' | 'dutyRoom' | 'store' | 'clock' | 'newId' | 'signer' | 'pause' | 'log'>;

/** A command on one aggregate, with what it needs to be decided and answered. */
export interface Execution {
  readonly target: Reference;
  readonly actor: Actor;
  /** The command; made from the aggregates in `alsoLoad` where it needs to see them. */
  readonly command: (others: LoadedSet) => unknown;
  /** Aggregates read in the same round trip as the target: those the command looks at, and those its consequences will change. */
  readonly alsoLoad?: readonly Reference[];
  /** Commands on further aggregates, decided after the target's; all of it is done in one transaction, or nothing. */
  readonly alongside?: (others: LoadedSet) => readonly { readonly reference: Reference; readonly command: unknown }[];
  /** Refuse with `stale` unless the target is at this version. */
  readonly ifMatch?: number;
  readonly idempotency?: IdempotencyRequest;
  /** What brought the command about besides its actor: an import, whose file said so. */
  readonly cause?: Reference;
  /** The partner's message this command stands for; it is kept, and receipted, in the same transaction. */
  readonly received?: Envelope;
  /** Rows besides those of aggregates that are written in the same transaction. */
  readonly besides?: readonly Write[];
  /** The answer to keep with the idempotency key. */
  readonly answer?: (done: Done) => IdempotentAnswer;
}

/** What the target is after its command. */
export interface Done {
  readonly state: unknown;
  readonly row: StateRow;
  readonly events: readonly DomainEvent[];
}

export type Executed =
  | ({ readonly outcome: 'done' } & Done)
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The same POST had been executed before: this is what it was answered. */
  | { readonly outcome: 'repeated'; readonly answer: IdempotentAnswer };

/** Why a command is refused whatever its aggregate thinks of it. */
export const EXECUTION_REFUSALS = {
  stale: reason('stale-version', 'stale', {
    zh: '该记录已被他人更新（当前版本{current}），请刷新后重试。',
    en: 'Somebody has changed this since you read it (it is now at version {current}); read it again.',
  }),
  contended: reason('concurrent-change', 'conflict', {
    zh: '多人正在同时更改该记录，请稍后重试。',
    en: 'Several people are changing this at the same moment; try again.',
  }),
  agreementNoLongerUsable: reason('agreement-not-in-force', 'conflict', {
    zh: '协议{agreement}已不可用，不能据此发送消息。',
    en: 'The agreement {agreement} is no longer usable; nothing can be sent under it.',
  }),
} as const;

/**
 * Others were quicker every time. Nothing is wrong with the command: the queue brings the partner's message again, the clock looks
 * again in a minute. A refusal would be for good, and be signed and sent to the partner.
 */
export class Contended extends Error {
  constructor({ kind, id }: Reference) {
    super(`${kind} ${id} was changed by others each time`);
    this.name = 'Contended';
  }
}

/** How often a command is decided anew when somebody else was quicker, before it gives up. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 8;

/**
 * Executes a command: reads, decides, follows its consequences, and writes all of it in one transaction. Two round trips,
 * more only when somebody else was quicker or a consequence concerns an aggregate not named in `alsoLoad`.
 * @throws Contended when a partner's message or the clock was beaten every time.
 */
export const execute = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  execution: Execution,
): Promise<Executed> => {
  for (let attempt = 1; ; attempt += 1) {
    const result = await attemptOnce(cell, conversations, execution);
    if (result.outcome !== 'beaten') return result;
    if (attempt === ATTEMPTS) return contended(execution);
    await cell.pause(FIRST_PAUSE_MS * 2 ** attempt);
  }
};

/** A person is told, and tries again or not. */
const contended = ({ actor, target }: Execution): Executed => {
  if (actor.kind !== 'person') throw new Contended(target);
  return { outcome: 'refused', refusal: { reason: EXECUTION_REFUSALS.contended, parameters: {} } };
};

const attemptOnce = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  execution: Execution,
): Promise<Executed | { outcome: 'beaten' }> => {
  const loaded = await loadSet(cell.store, conversations, [execution.target, ...(execution.alsoLoad ?? [])]);
  const before = loaded.get(execution.target);
  const setting = await settingOf(cell, execution.actor, execution.cause);
  const changes =
    before && execution.ifMatch !== undefined && execution.ifMatch !== before.row.version
      ? stale(before.row.version)
      : await decideAll(cell, conversations, execution, loaded, setting);
  if (!changes.accepted) return refusedOrRepeated(cell, execution, changes.refusal);
  const plan = await planOf(cell, execution, changes.events, setting);
  try {
    await cell.store.transact(plan.writes, setting.circumstances.newId());
    return { outcome: 'done', ...plan.done };
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    return afterCancellation(cell, execution, plan, error);
  }
};

const stale = (current: number): Decision<never> => ({
  accepted: false,
  refusal: { reason: EXECUTION_REFUSALS.stale, parameters: { current } },
});

/** @returns the circumstances of something that is done in a cell now. */
export const settingOf = async (cell: ExecutingCell, actor: Actor, cause?: Reference): Promise<Setting> => {
  const now = cell.clock.now();
  const circumstances: Circumstances = {
    now,
    city: cell.city,
    actor,
    newId: cell.newId,
    rules: cityRulesOf(cell.city),
  };
  return {
    circumstances,
    outgoing: { city: cell.city, dutyRoom: cell.dutyRoom, sentAt: now, publicKey: await cell.signer.publicKey() },
    ...(cause === undefined ? {} : { cause }),
  };
};

/** What a command comes to, before it is written. */
export interface Plan {
  readonly writes: readonly Write[];
  readonly done: Done;
  readonly relied: readonly string[];
}

/** @returns the writes of a decision, and what the target is after them. */
export const planOf = async (
  cell: ExecutingCell,
  execution: Execution,
  changes: readonly Change[],
  setting: Setting,
): Promise<Plan> => {
  const assembled: Assembled[] = [];
  const changed: { readonly change: Change; readonly version: number }[] = [];
  for (const change of changes) {
    const isTarget = nameOf(change.reference) === nameOf(execution.target);
    // A consequence that came to nothing leaves its row alone; the target is written even then, to hold its place in the conversation.
    if (!isTarget && change.steps.length === 0) continue;
    const messages = await sealMessages(change, setting, cell.signer);
    const part = assemble(change, setting, messages, isTarget ? execution.received : undefined);
    assembled.push(part);
    changed.push({ change, version: part.row.version });
  }
  const [target] = assembled;
  const [change] = changes;
  if (!target || !change) throw new Error('a decision always holds the change of its target');
  const done: Done = { state: change.state, row: target.row, events: change.steps.map(({ event }) => event) };
  const relied = agreementsRelied(changes);
  const assembledWrites = assembled.flatMap((part) => part.writes);
  const feed = feedWrites(changed, assembledWrites, setting);
  const writes: Write[] = [
    ...assembledWrites,
    ...relied.map(
      (id): Write => ({
        kind: 'check',
        key: keys.state('agreement', id),
        condition: { kind: 'equals', attribute: 'standing', value: 'usable' },
      }),
    ),
    ...(execution.besides ?? []),
    ...(execution.received ? await receptionWrites(execution.received, target.row, setting, cell) : []),
    ...(execution.idempotency && execution.answer
      ? [idempotencyWrite(execution.idempotency, execution.answer(done), setting.circumstances.now)]
      : []),
  ];
  return { writes: [...writes, ...fittingFeed(cell, execution, writes, feed)], done, relied };
};

/** A command is not to fail for those who follow it: where a transaction is full they are not told, the duty room last. */
const fittingFeed = (
  { log }: ExecutingCell,
  { target }: Execution,
  writes: readonly Write[],
  feed: readonly Write[],
): readonly Write[] => {
  const room = Math.max(0, MAXIMUM_TRANSACTION_WRITES - writes.length);
  if (feed.length > room) log.warn('a transaction is too full to tell of it', { target: nameOf(target) });
  return feed.slice(0, room);
};

const refusedOrRepeated = async (cell: ExecutingCell, execution: Execution, refusal: Refusal): Promise<Executed> => {
  const answer = execution.idempotency && (await storedAnswer(cell.store, execution.idempotency));
  return answer ? { outcome: 'repeated', answer } : { outcome: 'refused', refusal };
};

const afterCancellation = async (
  cell: ExecutingCell,
  execution: Execution,
  plan: Plan,
  error: TransactionCancelled,
): Promise<Executed | { outcome: 'beaten' }> => {
  const answer = execution.idempotency && (await storedAnswer(cell.store, execution.idempotency));
  if (answer) return { outcome: 'repeated', answer };
  const failed = plan.writes.filter((_, index) => error.reasons[index] === 'condition');
  const agreement = plan.relied.find((id) =>
    failed.some((write) => write.kind === 'check' && write.key.pk === keys.state('agreement', id).pk),
  );
  if (agreement)
    return {
      outcome: 'refused',
      refusal: { reason: EXECUTION_REFUSALS.agreementNoLongerUsable, parameters: { agreement } },
    };
  cell.log.debug('beaten by another change', { target: nameOf(execution.target), reasons: error.message });
  return { outcome: 'beaten' };
};
