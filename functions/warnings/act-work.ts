import { v5 } from 'uuid';
import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { AgreementCommand } from '../../shared/domain/agreement/agreement-commands.ts';
import type { AwarenessCommand } from '../../shared/domain/awareness/awareness-commands.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { RequestCommand } from '../../shared/domain/request/request-commands.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import type { WarningAct } from '../../shared/domain/warning/warning-act.ts';
import type { Warning } from '../../shared/domain/warning/warning-state.ts';
import { tellingOf } from '../../shared/domain/warning/what-is-feared.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { requestAtHome } from '../../shared/exchange/conversations/request-at-home.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';

/** Why an act was not done, or why nothing was left to undo. */
export type Refused = { readonly code: string; readonly text: Text };

type Done = {
  readonly reference: Reference;
  readonly command: AgreementCommand | TeamCommand | AwarenessCommand | RequestCommand;
};

/** What an act comes to once what it is done to has been read: all in one transaction with the note that it is done, or not at all. */
export type Deed =
  | {
      readonly done: readonly Done[];
      readonly name?: string | undefined;
      readonly madeId?: string | undefined;
      readonly left?: Refused;
    }
  | { readonly refused: Refused };

/** How an act is done, or undone once it was done. */
export interface Work {
  readonly reads: readonly Reference[];
  readonly deed: (others: LoadedSet) => Deed;
}

/** Ids of what warnings make follow from the warning and the act, so that nothing is made twice. */
const NAMESPACE = '5f3c8f1e-52b7-5a0c-8a36-0f6f6b2d7c41';

/** @returns the id of what a warning makes by an act. */
export const madeBy = (warningId: string, what: string, targetId = ''): string =>
  v5(`${warningId} ${what} ${targetId}`, NAMESPACE);

const DRILL_MISMATCH: Refused = {
  code: 'drill-and-real-kept-apart',
  text: {
    zh: '演练不启动真实协议，真实预警不启动演练协议。',
    en: 'A drill arms no real agreement, nor the other way round.',
  },
};

export const IN_HAND: Refused = {
  code: 'request-in-hand',
  text: {
    zh: '请求已提出或已办结，由值班人员处理。',
    en: 'The request was placed, or is over; it is for people to see to.',
  },
};

const reasonFor = ({ alert }: Warning, { rule: { ruleId, name } }: WarningAct): string =>
  `预警 ${alert.identifier}，规则“${name}”（${ruleId}）`.slice(0, 500);

const arming = (warning: Warning, act: WarningAct): Work => {
  const reference: Reference = { kind: 'agreement', id: act.targetId };
  const order = { number: warning.id, reason: reasonFor(warning, act), order: { ruleId: act.rule.ruleId } };
  return {
    reads: [reference],
    deed: (others) => {
      const agreement = others.state(agreementConversation, act.targetId);
      if (agreement !== undefined && agreement.exercise !== (warning.alert.status !== 'Actual'))
        return { refused: DRILL_MISMATCH };
      const type = act.status === 'done' ? 'stand-down' : 'activate';
      return { done: [{ reference, command: { type, ...order } }], name: agreement?.terms.title };
    },
  };
};

const standby = (warning: Warning, act: WarningAct): Work => {
  const reference: Reference = { kind: 'team', id: act.targetId };
  const { id: warningId, expiresAt: until } = warning;
  const command: TeamCommand =
    act.status === 'done'
      ? { type: 'end-standby', warningId }
      : { type: 'put-on-standby', warningId, until, reason: reasonFor(warning, act) };
  return {
    reads: [reference],
    deed: (others) => ({
      done: [{ reference, command }],
      name: others.state(teamConversation, act.targetId)?.details.name,
    }),
  };
};

const telling = (warning: Warning, act: WarningAct): Work => {
  const { targetId: agreementId } = act;
  const id = act.madeId ?? madeBy(warning.id, act.what, agreementId);
  const reference: Reference = { kind: 'awareness', id };
  return {
    reads: [{ kind: 'agreement', id: agreementId }, reference],
    deed: (others) => {
      const agreement = others.state(agreementConversation, agreementId);
      const command: AwarenessCommand =
        act.status === 'done'
          ? { type: 'stand-down', reason: reasonFor(warning, act) }
          : { type: 'tell', id, details: tellingOf(warning, act), agreement };
      return { done: [{ reference, command }], name: agreement?.terms.title, madeId: id };
    },
  };
};

/** The draft that nobody has placed goes with the warning; what was placed is for people to see to. */
const withdrawing = (warning: Warning, act: WarningAct): Work => {
  const requestId = act.madeId ?? '';
  const reference: Reference = { kind: 'request', id: requestId };
  return {
    reads: [reference],
    deed: (others) => {
      const { status } = others.state(requestAtHome, requestId) ?? {};
      return status === 'drafted' || status === 'approved'
        ? { done: [{ reference, command: { type: 'cancel', reason: reasonFor(warning, act) } }] }
        : { done: [], left: IN_HAND };
    },
  };
};

const drafting = (warning: Warning, act: WarningAct, incidentId: string): Work => {
  const { targetId: planId } = act;
  const requestId = madeBy(warning.id, act.what, planId);
  const reference: Reference = { kind: 'request', id: requestId };
  return {
    reads: [{ kind: 'incident', id: incidentId }, { kind: 'plan', id: planId }, reference],
    deed: (others) => {
      const plan = others.state(planConversation, planId);
      const incident = others.state(incidentConversation, incidentId);
      const command: RequestCommand = { type: 'draft-from-plan', requestId, incident, plan };
      return { done: [{ reference, command }], name: plan?.details.title, madeId: requestId };
    },
  };
};

/**
 * @returns how an act is done, or undone where it was done.
 * @param incidentFor finds the incident that a request is drafted for, or opens it.
 */
export const workOf = async (
  warning: Warning,
  act: WarningAct,
  incidentFor: () => Promise<string | Refused>,
): Promise<Work> => {
  switch (act.what) {
    case 'arm-agreement':
      return arming(warning, act);
    case 'put-on-standby':
      return standby(warning, act);
    case 'tell-partner':
      return telling(warning, act);
    case 'draft-request': {
      if (act.status === 'done') return withdrawing(warning, act);
      const incident = await incidentFor();
      return typeof incident === 'string'
        ? drafting(warning, act, incident)
        : { reads: [], deed: () => ({ refused: incident }) };
    }
  }
};
