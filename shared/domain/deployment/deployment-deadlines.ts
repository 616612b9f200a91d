import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline, WaitedFor } from '../deadline/open-deadline.ts';
import { type Wait, waiting } from '../deadline/waiting.ts';
import { type Instant, latest, MINUTE_MS, millisecondsBetween, plus } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { answerDue } from './deployment-questions.ts';
import {
  type DeploymentSide,
  type DeploymentState,
  isKept,
  openExtension,
  openRecall,
  returnDue,
} from './deployment-state.ts';
import { isConsignment, isLent, sentName } from './mission.ts';
import type { Progress } from './progress.ts';

/** What each wait is called; what was sent is named before it. */
const WHAT = {
  departure: { zh: '出发', en: 'Departure' },
  arrival: { zh: '到达', en: 'Arrival' },
  'check-in': { zh: '报平安', en: 'Check-in' },
  extension: { zh: '提出延期，或安排返程', en: 'Request for an extension, if it is to stay longer,' },
  'extension-answer': { zh: '延期请求的答复', en: 'Answer to the extension' },
  return: { zh: '返程', en: 'Departure for home' },
  'return-answer': { zh: '召回请求的答复', en: 'Answer to the recall' },
  'home-coming': { zh: '归建', en: 'Home-coming' },
  archive: { zh: '派遣办结归档', en: 'Closing of the deployment' },
} as const satisfies Record<string, Text>;

/** Who of the two moves: the end it is, by its duty room or, of its own team, by the team; the other end, by its city. */
const moverOf = ({ side, mission }: DeploymentState, mover: DeploymentSide): WaitedFor => {
  if (side !== mover && isLent(mission)) return { who: 'city', city: mission[mover] };
  return { who: 'duty-room' };
};

const travellerOf = (state: DeploymentState): WaitedFor => {
  const { side, mission } = state;
  return side === 'owner' && !isConsignment(mission)
    ? { who: 'team', teamId: mission.team.teamId }
    : moverOf(state, 'owner');
};

const whatOf = ({ mission }: DeploymentState, handOff: keyof typeof WHAT): Text => {
  const { zh, en } = WHAT[handOff];
  const name = sentName(mission);
  const { orderNumber } = mission;
  return { zh: `${name}（命令${orderNumber}）${zh}`, en: `${en} of ${name} (order ${orderNumber})` };
};

const waitFor = (
  state: DeploymentState,
  handOff: keyof typeof WHAT,
  times: Pick<Wait, 'since' | 'due'>,
  waitsFor = travellerOf(state),
): Wait => ({ handOff, ...times, waitsFor, what: whatOf(state, handOff) });

/** The next word of a team that is out, by the city's table or as often as the mission asks; any report that people make counts. */
const checkIn = (state: DeploymentState): readonly Wait[] => {
  const { mission, heardAt, progress } = state;
  if (isConsignment(mission)) return [];
  const since = latest(heardAt, progress.since) ?? heardAt;
  const asked = mission.checkInMinutes;
  return [
    {
      ...waitFor(state, 'check-in', { since }),
      ...(asked === undefined ? {} : { noLaterThan: plus(since, asked * MINUTE_MS) }),
    },
  ];
};

/** Whether the end of the mission has been found to have passed: then it is too late to ask for more time. */
const isOver = ({ overdue }: DeploymentState, due: Instant): boolean =>
  overdue.some((broken) => broken.promise === 'return' && broken.due === due);

/** Who wants a team longer asks before its time is over; the owner has nothing to ask. */
const extension = (state: DeploymentState, due: Instant): readonly Wait[] => {
  const asker = moverOf(state, 'requester');
  const mayBeAsked = isKept(state) && openExtension(state) === undefined && !isOver(state, due);
  return asker.who === 'duty-room' && mayBeAsked
    ? [waitFor(state, 'extension', { since: state.progress.since, due }, asker)]
    : [];
};

/** What was delivered stays. */
const leaving = (state: DeploymentState): readonly Wait[] =>
  isConsignment(state.mission)
    ? []
    : [waitFor(state, 'return', { since: state.progress.since, due: returnDue(state) })];

/** Where nobody has said when the team will be home: as long after it left as it was on its way there. */
const expectedHome = ({
  departedAt,
  arrivedAt,
  returnDepartedAt,
}: Extract<Progress, { status: 'returning' }>): Instant =>
  plus(returnDepartedAt, millisecondsBetween(departedAt, arrivedAt ?? returnDepartedAt));

/** The steps of a mission that are waited for, one after another. */
const ofJourney = (state: DeploymentState): readonly Wait[] => {
  const { progress, estimates } = state;
  const { since } = progress;
  switch (progress.status) {
    case 'mobilising':
      return isKept(state) ? [waitFor(state, 'departure', { since, due: estimates.departure })] : [];
    case 'departed':
    case 'en-route':
      return [
        ...(isKept(state) ? [waitFor(state, 'arrival', { since, due: estimates.arrival })] : leaving(state)),
        ...checkIn(state),
      ];
    case 'arrived':
    case 'working':
      return [...leaving(state), ...extension(state, returnDue(state)), ...checkIn(state)];
    case 'returning':
      return [
        waitFor(state, 'home-coming', { since, due: estimates.returnArrival ?? expectedHome(progress) }),
        ...checkIn(state),
      ];
    default:
      return [];
  }
};

const ofQuestions = (state: DeploymentState): readonly Wait[] => {
  const asked = [
    ['extension-answer', openExtension(state)?.question, 'owner'],
    ['return-answer', openRecall(state)?.question, 'requester'],
  ] as const;
  return asked.flatMap(([handOff, question, answerer]) =>
    question
      ? [
          {
            ...waitFor(state, handOff, { since: question.askedAt, due: answerDue(question) }, moverOf(state, answerer)),
            key: question.messageId,
          },
        ]
      : [],
  );
};

/** @returns what a deployment waits for, as either end sees it. */
export const deploymentDeadlines = (state: DeploymentState, rules: CityRules): readonly OpenDeadline[] => {
  if (state.phase === 'closed') return [];
  if (state.phase === 'ended')
    return waiting(rules, {
      handOff: 'archive',
      since: state.progress.since,
      waitsFor: { who: 'duty-room' },
      what: whatOf(state, 'archive'),
    });
  return waiting(rules, ...ofJourney(state), ...ofQuestions(state));
};
