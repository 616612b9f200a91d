import { confirmedBy } from '../registry/upkeep.ts';
import type { ExpertEvent } from './expert-events.ts';
import type { ExpertState, PoolExpert } from './expert-state.ts';

type EventOf<T extends ExpertEvent['type']> = Extract<ExpertEvent, { readonly type: T }>;
/** What happens to those who have left, too. */
type LastingEvent = EventOf<
  'expertRenewed' | 'expertContactRead' | 'expertCalledOut' | 'expertCallOutEnded' | 'expertAppraised'
>;
const LASTING: Readonly<Record<LastingEvent['type'], true>> = {
  expertRenewed: true,
  expertContactRead: true,
  expertCalledOut: true,
  expertCallOutEnded: true,
  expertAppraised: true,
};

const appointed = ({ type: _, reason, at, ...entry }: EventOf<'expertAppointed'>): PoolExpert => ({
  status: 'in-pool',
  ...entry,
  periods: [],
  membership: [{ step: 'appointed', at, reason }],
  appraisals: [],
  openCallOuts: [],
  termNotice: 'none',
  ...confirmedBy({ at }),
});

/** What stays of an expert whatever becomes of the membership. */
const lasting = (expert: ExpertState) => {
  const { id, details, contact, term, periods, membership, appraisals, openCallOuts, confirmedAt } = expert;
  const kept = { id, details, contact, term, periods, membership, appraisals, openCallOuts };
  return { ...kept, ...confirmedBy({ at: confirmedAt }) };
};

const renewed = (expert: ExpertState, { term, reason, at }: EventOf<'expertRenewed'>): PoolExpert => ({
  ...lasting(expert),
  status: 'in-pool',
  term,
  membership: [...expert.membership, { step: 'renewed', at, reason }],
  termNotice: 'none',
  ...confirmedBy({ at }),
});

const withLasting = (expert: ExpertState, event: LastingEvent): ExpertState => {
  switch (event.type) {
    case 'expertRenewed':
      return renewed(expert, event);
    case 'expertContactRead':
      return expert;
    case 'expertCalledOut':
      return { ...expert, openCallOuts: [...expert.openCallOuts, event.callOutId] };
    case 'expertCallOutEnded':
      return { ...expert, openCallOuts: expert.openCallOuts.filter((id) => id !== event.callOutId) };
    case 'expertAppraised':
      return { ...expert, appraisals: [...expert.appraisals, event.appraisal] };
  }
};

const inPoolAfter = (
  expert: PoolExpert,
  event: Exclude<ExpertEvent, LastingEvent | EventOf<'expertAppointed'>>,
): ExpertState => {
  switch (event.type) {
    case 'expertChanged':
      return { ...expert, ...confirmedBy(event), details: event.details };
    case 'expertContactChanged':
      return { ...expert, ...confirmedBy(event), contact: event.contact };
    case 'expertAvailabilitySet':
      return { ...expert, ...confirmedBy(event), periods: event.periods };
    case 'expertConfirmed':
      return { ...expert, ...confirmedBy(event) };
    case 'expertLeavingArranged':
      return { ...expert, leaving: { at: event.at, reason: event.reason } };
    case 'expertTermEnding':
      return { ...expert, termNotice: 'expiring' };
    case 'expertLeft': {
      const { at, reason } = event;
      return {
        ...lasting(expert),
        status: 'left',
        membership: [...expert.membership, { step: 'left', at, reason }],
      };
    }
  }
};

const isLasting = (event: ExpertEvent): event is LastingEvent => Object.hasOwn(LASTING, event.type);

/** @returns the expert after an event. */
export const evolveExpert = (expert: ExpertState | undefined, event: ExpertEvent): ExpertState => {
  if (event.type === 'expertAppointed') return appointed(event);
  if (expert && isLasting(event)) return withLasting(expert, event);
  if (expert?.status !== 'in-pool' || isLasting(event))
    throw new Error(`${event.type} happens to experts in the pool only`);
  return inPoolAfter(expert, event);
};
