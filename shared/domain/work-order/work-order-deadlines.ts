import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline, WaitedFor } from '../deadline/open-deadline.ts';
import { type Wait, waiting } from '../deadline/waiting.ts';
import { type Instant, latest } from '../kernel/instant.ts';
import type { WorkOrderState } from './work-order-state.ts';

const DUTY_ROOM: WaitedFor = { who: 'duty-room' };

const wait = (
  { number }: WorkOrderState,
  about: Pick<Wait, 'handOff' | 'since'> & { readonly key?: string; readonly due?: Instant | undefined },
  zh: string,
  en: string,
): Wait => ({ ...about, waitsFor: DUTY_ROOM, what: { zh: `${zh}工单${number}`, en: `${en} work order ${number}` } });

const waitOf = (order: WorkOrderState): Wait | undefined => {
  switch (order.status) {
    case 'entered':
      return wait(order, { handOff: 'work-order', key: 'accept', since: order.receivedAt }, '受理', 'Acceptance of');
    case 'taken-in': {
      const since = latest(order.acceptance.at, order.reopening?.at) ?? order.acceptance.at;
      return wait(order, { handOff: 'work-order', key: 'handle', since }, '办理', 'Handling of');
    }
    case 'in-hand': {
      const since = order.handlings.at(-1)?.at ?? order.acceptance.at;
      return wait(order, { handOff: 'feedback', since, due: order.answerBy }, '反馈', 'Feedback on');
    }
    case 'fed-back':
      return wait(order, { handOff: 'follow-up', since: order.feedback.at }, '回访', 'Follow-up of');
    case 'followed-up':
      return wait(order, { handOff: 'archive', since: order.followUp.at }, '归档', 'Archiving of');
    default:
      return undefined;
  }
};

/** @returns what an order waits for, one step of the seven after the other; the hotline's own time for the answer comes before the table's. */
export const workOrderDeadlines = (order: WorkOrderState, rules: CityRules): readonly OpenDeadline[] => {
  const waited = waitOf(order);
  return waited ? waiting(rules, waited) : [];
};
