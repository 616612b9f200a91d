import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { type Wait, waiting } from '../deadline/waiting.ts';
import { latest } from '../kernel/instant.ts';
import { named } from '../kernel/named.ts';
import { itemsToPlace, itemsToRequisition, owedAnswers } from './open-items.ts';
import { isOpen, type OpenRequest, type RequestState } from './request-state.ts';
import { workOrderStepOf } from './work-order-step.ts';

type StateOf<S extends RequestState['status']> = Extract<RequestState, { status: S }>;

const DUTY_ROOM = { who: 'duty-room' } as const;

const ofDraft = ({ incident: { title }, sentBack, revisedAt, draftedAt }: StateOf<'drafted'>): Wait =>
  sentBack
    ? {
        handOff: 'approval',
        key: 'revision',
        since: sentBack.at,
        waitsFor: DUTY_ROOM,
        what: { zh: `修改被退回的“${title}”请求`, en: `Revision of the request for "${title}", which was sent back` },
      }
    : {
        handOff: 'approval',
        since: revisedAt ?? draftedAt,
        waitsFor: { who: 'approver' },
        what: { zh: `审批“${title}”的请求`, en: `Approval of the request for "${title}"` },
      };

const placing = (state: RequestState, since: string): Wait => ({
  handOff: 'placement',
  since,
  waitsFor: DUTY_ROOM,
  what: {
    zh: `落实“${state.incident.title}”的请求：派本市队伍，或向伙伴提出`,
    en: `Placement of the request for "${state.incident.title}" with own teams or partners`,
  },
});

const ofAnswers = (state: OpenRequest): readonly Wait[] =>
  owedAnswers(state).map(({ city, placedAt, replyBy }) => ({
    handOff: 'answer',
    key: city,
    since: placedAt,
    due: replyBy,
    waitsFor: { who: 'city', city },
    what: {
      zh: `${named('city', city)}答复“${state.incident.title}”的请求`,
      en: `Answer of ${named('city', city)} to the request for "${state.incident.title}"`,
    },
  }));

const ofRequisitions = (state: OpenRequest): readonly Wait[] =>
  itemsToRequisition(state).map(({ itemId, since }) => ({
    handOff: 'requisition',
    key: itemId,
    since,
    waitsFor: { who: 'representative' },
    what: {
      zh: `征调为“${state.incident.title}”答复的力量`,
      en: `Requisition of what was promised for "${state.incident.title}"`,
    },
  }));

const ofCommitments = ({ requisitions, incident: { title } }: OpenRequest): readonly Wait[] =>
  requisitions.flatMap((record): readonly Wait[] =>
    record.status === 'awaiting'
      ? [
          {
            handOff: 'commitment',
            key: record.requisition.requisitionId,
            since: record.requisition.signedBy.signedAt,
            due: record.commitBy,
            waitsFor: { who: 'city', city: record.city },
            what: {
              zh: `${named('city', record.city)}承诺“${title}”的征调`,
              en: `Commitment of ${named('city', record.city)} to what was requisitioned for "${title}"`,
            },
          },
        ]
      : [],
  );

/** When everybody is home: how the help was, then the archive. */
const ofEnd = ({ incident: { title }, endedDeployments, followUp, approval }: OpenRequest): Wait =>
  followUp
    ? {
        handOff: 'archive',
        since: followUp.at,
        waitsFor: DUTY_ROOM,
        what: { zh: `归档“${title}”的请求`, en: `Archiving of the request for "${title}"` },
      }
    : {
        handOff: 'follow-up',
        since: latest(approval.at, ...Object.values(endedDeployments)) ?? approval.at,
        waitsFor: DUTY_ROOM,
        what: { zh: `回访“${title}”的请求`, en: `Follow-up of the request for "${title}"` },
      };

const ofOpen = (state: OpenRequest): readonly Wait[] => {
  const step = workOrderStepOf(state);
  if (step === 'feedback' || step === 'follow-up') return [ofEnd(state)];
  const unplaced = itemsToPlace(state);
  return [
    ...ofAnswers(state),
    ...ofRequisitions(state),
    ...ofCommitments(state),
    ...(unplaced === undefined ? [] : [placing(state, unplaced.since)]),
  ];
};

/** @returns what a request waits for: of its approver, its partners, this city's representative and duty room. */
export const requestDeadlines = (state: RequestState, rules: CityRules): readonly OpenDeadline[] => {
  if (state.status === 'drafted') return waiting(rules, ofDraft(state));
  if (state.status === 'approved') return waiting(rules, placing(state, state.approval.at));
  return isOpen(state) ? waiting(rules, ...ofOpen(state)) : [];
};
