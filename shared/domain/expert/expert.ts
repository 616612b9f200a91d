import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { offDutyNotices } from '../roster/contact-read.ts';
import { decideExpert } from './decide-expert.ts';
import { evolveExpert } from './evolve-expert.ts';
import type { ExpertCommand } from './expert-commands.ts';
import { type ExpertEvent, ExpertEventSchema } from './expert-events.ts';
import { expertListings } from './expert-listings.ts';
import { expertRegistryEntry } from './expert-registry-entry.ts';
import { type ExpertState, ExpertStateSchema } from './expert-state.ts';
import { membershipDueAt } from './expert-term.ts';

const leftNotice = (reason: string, { details: { name }, openCallOuts }: ExpertState): NoticeDraft => {
  const count = openCallOuts.length;
  return count === 0
    ? routine(`专家“${name}”已出库：${reason}`, `The expert "${name}" has left the pool: ${reason}`)
    : urgent(
        `专家“${name}”已出库（${reason}），还有${count}次未结束的咨询，请另行安排。`,
        `The expert "${name}" has left the pool (${reason}) with call-outs still open (${count}); see to them.`,
      );
};

const notices = (event: ExpertEvent, expert: ExpertState): readonly NoticeDraft[] => {
  const { name } = expert.details;
  switch (event.type) {
    case 'expertTermEnding':
      return [
        routine(
          `专家“${name}”的聘期将于${event.until}届满，请办理续聘或出库。`,
          `The term of the expert "${name}" ends at ${event.until}; renew it or let them go.`,
        ),
      ];
    case 'expertLeft':
      return [leftNotice(event.reason, expert)];
    case 'expertContactRead':
      return offDutyNotices(event, name);
    default:
      return [];
  }
};

/** An expert of this city's pool. */
export const expert: Aggregate<ExpertState, ExpertCommand, ExpertEvent> = {
  kind: 'expert',
  stateSchema: ExpertStateSchema,
  eventSchema: ExpertEventSchema,
  decide: decideExpert,
  evolve: evolveExpert,
  dueAt: membershipDueAt,
  listings: expertListings,
  registryEntry: expertRegistryEntry,
  notices,
  isExercise: () => false,
};
