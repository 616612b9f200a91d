import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { type Wait, waiting } from '../deadline/waiting.ts';
import { named } from '../kernel/named.ts';
import { answerableItems } from './received-request-items.ts';
import { isOpen, type ReceivedRequestState } from './received-request-state.ts';

/** Who asks, and for what. */
const aboutOf = ({ placed: { requestedBy, incident } }: ReceivedRequestState) => ({
  from: named('city', requestedBy.city),
  title: incident.title,
});

/** Late answers still count: what has lapsed is waited for until the requester, or this city, is done with it. */
const ofAnswer = (state: ReceivedRequestState): readonly Wait[] => {
  const isAnswerable = isOpen(state) || state.status === 'lapsed';
  if (!isAnswerable || answerableItems(state).length === 0) return [];
  const { from, title } = aboutOf(state);
  return [
    {
      handOff: 'answer',
      since: state.receivedAt,
      due: state.replyBy,
      waitsFor: { who: 'duty-room' },
      what: { zh: `答复${from}“${title}”的请求`, en: `Answer to the request of ${from} for "${title}"` },
    },
  ];
};

const ofCommitments = (state: ReceivedRequestState): readonly Wait[] => {
  const { from, title } = aboutOf(state);
  return state.requisitions.flatMap((received): readonly Wait[] =>
    received.status === 'pending'
      ? [
          {
            handOff: 'commitment',
            key: received.requisition.requisitionId,
            since: received.receivedAt,
            due: received.commitBy,
            waitsFor: { who: 'representative' },
            what: {
              zh: `承诺或谢绝${from}“${title}”的征调`,
              en: `Commitment, or refusal, of what ${from} requisitions for "${title}"`,
            },
          },
        ]
      : [],
  );
};

/** @returns what a partner's request waits for of this city: its answer, its commitments, and that it is put away. */
export const receivedRequestDeadlines = (state: ReceivedRequestState, rules: CityRules): readonly OpenDeadline[] => {
  if (isOpen(state) || state.status === 'lapsed') return waiting(rules, ...ofAnswer(state), ...ofCommitments(state));
  if (state.status === 'archived') return [];
  const { from, title } = aboutOf(state);
  return waiting(rules, {
    handOff: 'archive',
    since: state.ending.at,
    waitsFor: { who: 'duty-room' },
    what: { zh: `归档${from}“${title}”的请求`, en: `Archiving of the request of ${from} for "${title}"` },
  });
};
