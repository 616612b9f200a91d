import type { AgencyKeeper } from '../agency/agency-commands.ts';
import { AGENCY_REFUSALS } from '../agency/agency-refusals.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { FilePlan, PlanCommand, RevisePlan } from './plan-commands.ts';
import type { PlanEvent } from './plan-events.ts';
import { PLAN_REFUSALS as REFUSALS } from './plan-refusals.ts';
import type { PlanState } from './plan-state.ts';

type PlanDecision = Decision<PlanEvent>;

const file = ({ id, details, agency }: FilePlan, at: Instant): PlanDecision => {
  if (agency && !agency.state) return refuse(AGENCY_REFUSALS.unknown, {}, '/agencyId');
  if (agency?.state?.status === 'retired')
    return refuse(AGENCY_REFUSALS.retired, { agency: agency.state.details.name }, '/agencyId');
  return accept({ type: 'planFiled', id, details, at });
};

/** @returns whether a plan is kept by those for whom somebody acts. */
export const isKeptBy = ({ details }: PlanState, by: AgencyKeeper): boolean =>
  by.for === 'city' || (by.agencyId !== undefined && details.agencyId === by.agencyId);

const revise = ({ by, details, reason }: RevisePlan, at: Instant): PlanDecision =>
  by.for === 'agency' && details.agencyId !== by.agencyId
    ? refuse(REFUSALS.agencyStays, {}, '/agencyId')
    : accept({ type: 'planRevised', details, reason, at });

/** @returns what a command on a plan comes to. */
export const decidePlan = (plan: PlanState | undefined, command: PlanCommand, { now }: Circumstances): PlanDecision => {
  if (command.type === 'file') return plan ? refuse(REFUSALS.exists) : file(command, now);
  if (!plan) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return accept();
  if (plan.status === 'retired') return refuse(REFUSALS.retired, { plan: plan.details.title });
  if (command.type === 'retire') return accept({ type: 'planRetired', reason: command.reason, at: now });
  if (!isKeptBy(plan, command.by)) return refuse(REFUSALS.notTheirs);
  return command.type === 'confirm' ? accept({ type: 'planConfirmed', at: now }) : revise(command, now);
};
