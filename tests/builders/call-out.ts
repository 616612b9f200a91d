import { callOut } from '../../shared/domain/call-out/call-out.ts';
import type { CallOutCommand, CallOutCommandOf } from '../../shared/domain/call-out/call-out-commands.ts';
import type { CallOutDetails } from '../../shared/domain/call-out/call-out-details.ts';
import type { CallOutEvent } from '../../shared/domain/call-out/call-out-events.ts';
import { type CallOutState, CallOutStateSchema } from '../../shared/domain/call-out/call-out-state.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import { HOUR_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { circumstances, NOW } from './circumstances.ts';
import { anExpert, EXPERT_ID, someExpertDetails } from './expert.ts';
import { anIncident, INCIDENT_ID } from './incident.ts';

export const CALL_OUT_ID = '0190b000-0000-7000-8000-000000000801';
export const SECOND_EXPERT_ID = '0190b000-0000-7000-8000-000000000702';

/** @returns the moment so many hours after {@link NOW}. */
export const hours = (count: number): string => plus(NOW, count * HOUR_MS);

/** Advice by video from four to six hours from now; answers within two, opinions within twelve. */
export const someCallOutDetails = (overrides: Partial<CallOutDetails> = {}): CallOutDetails => ({
  incidentId: INCIDENT_ID,
  question: '南川河左岸滑坡体是否稳定，下游群众要不要撤离？',
  meeting: { mode: 'video', from: hours(4), until: hours(6), joinUrl: 'https://meeting.example.com/630100' },
  replyBy: hours(2),
  opinionBy: hours(12),
  parties: [],
  ...overrides,
});

export const secondExpert = () =>
  anExpert({ id: SECOND_EXPERT_ID, details: someExpertDetails({ name: '虚构专家乙', personId: 'second-expert' }) });

/** A call-out of two experts. */
export const anOpening = (overrides: Partial<CallOutCommandOf<'open'>> = {}): CallOutCommandOf<'open'> => ({
  type: 'open',
  id: CALL_OUT_ID,
  details: someCallOutDetails(),
  candidates: [
    { expertId: EXPERT_ID, expert: anExpert() },
    { expertId: SECOND_EXPERT_ID, expert: secondExpert() },
  ],
  incident: anIncident(),
  request: undefined,
  ...overrides,
});

/** Decides, evolves and reads back. @returns the state after it and the events. @throws Error when the command is refused. */
export const appliedTo = (
  state: CallOutState | undefined,
  command: CallOutCommand,
  where: Circumstances = circumstances({ role: 'coordinator' }),
): { readonly state: CallOutState; readonly events: readonly CallOutEvent[] } => {
  const decision = callOut.decide(state, command, where);
  if (!decision.accepted) throw new Error(`${command.type} was refused: ${decision.refusal.reason.code}`);
  const events = decision.events.map((event) => callOut.eventSchema.parse(event));
  const after = events.reduce<CallOutState | undefined>((sum, event) => callOut.evolve(sum, event), state);
  return { state: CallOutStateSchema.parse(after), events };
};

const who = { expertId: EXPERT_ID };

/** What brings the first expert's invitation where it can be, one after the other. */
export const COMMANDS = {
  accept: { type: 'answer', who, answer: { answer: 'accept' } },
  decline: { type: 'answer', who, answer: { answer: 'decline', reason: '出差' } },
  recuse: { type: 'answer', who, answer: { answer: 'recuse', reason: '曾为当事企业作设计' } },
  propose: {
    type: 'answer',
    who,
    answer: { answer: 'propose-time', time: { from: hours(20), until: hours(22) }, reason: '当天有课' },
  },
  acceptTime: { type: 'answer-proposal', expertId: EXPERT_ID, decision: { answer: 'accept' } },
  refuseTime: { type: 'answer-proposal', expertId: EXPERT_ID, decision: { answer: 'refuse', reason: '太晚' } },
  withdraw: { type: 'withdraw-invitation', expertId: EXPERT_ID, reason: '已有结论' },
  giveOpinion: {
    type: 'give-opinion',
    who,
    opinion: {
      text: '滑坡体处于蠕滑阶段，建议下游三百米内群众撤离。',
      attachments: [{ name: '监测曲线.pdf', url: 'https://files.example.com/1', sha256: 'a'.repeat(64) }],
    },
    digestFor: (expertId) => `digest-of-${expertId}`,
  },
  claimFee: { type: 'claim-fee', who, claim: { days: 1.5, expenses: 20_000 } },
  confirmFee: { type: 'confirm-fee', expertId: EXPERT_ID, confirmation: { amount: 200_000 } },
  appraise: { type: 'appraise', expertId: EXPERT_ID, appraisal: { grade: 5, words: '判断准确' } },
  invite: {
    type: 'invite',
    candidates: [{ expertId: EXPERT_ID, expert: anExpert() }],
    replyBy: hours(3),
  },
  urge: { type: 'urge' },
  close: { type: 'close' },
  cancel: { type: 'cancel', reason: '险情解除' },
  clock: { type: 'clock-ran-out' },
} as const satisfies Record<string, CallOutCommand>;
export type CommandName = keyof typeof COMMANDS;

/** A call-out of one expert after these commands, all of them given now. */
export const aCallOut = (...names: readonly CommandName[]): CallOutState => {
  const alone = anOpening({ candidates: [{ expertId: EXPERT_ID, expert: anExpert() }] });
  return names.reduce((state, name) => appliedTo(state, COMMANDS[name]).state, appliedTo(undefined, alone).state);
};
