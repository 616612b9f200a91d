import type { AgencyState } from '../agency/agency-state.ts';
import type { CallOutState } from '../call-out/call-out-state.ts';
import type { DeploymentState } from '../deployment/deployment-state.ts';
import { leaderOf } from '../deployment/mission.ts';
import type { AggregateKind } from '../kernel/aggregate.ts';
import type { RosterState } from '../roster/roster-state.ts';
import { concerns, offerTo, type TaskState } from '../task/task-state.ts';
import type { Audience } from './audience.ts';

/** What somebody outside the duty room may see of an aggregate, whatever its form: two that differ mean that it changed for them. */
export type OwnParts = ReadonlyMap<Audience, unknown>;

type PartsOf<S> = (state: S) => readonly (readonly [Audience, unknown])[];

/** An agency sees what it was asked and, while the task is its own, how it goes; nothing of other agencies. */
const taskParts: PartsOf<TaskState> = (task) => {
  const partOf = (agencyId: string): unknown => {
    const { offers: _offers, links, urgings, supervision, progress: _progress, status: _status, ...rest } = task;
    const { details, incident, exercise } = rest;
    const isHolder = 'holder' in rest && rest.holder.agencyId === agencyId;
    return {
      ...{ details, incident, exercise, offer: offerTo(task, agencyId), supervised: supervision !== undefined },
      urgings: concerns(task, agencyId) ? urgings : [],
      links: links.filter((link) => link.agencyId === agencyId),
      course: isHolder ? { ...rest, progress: task.progress } : undefined,
    };
  };
  const agencies = new Set(task.offers.map(({ agencyId }) => agencyId));
  return [...agencies].map((agencyId) => [`agency/${agencyId}`, partOf(agencyId)] as const);
};

/** An expert sees the own invitation and what the call-out is about, nothing of the other experts. */
const callOutParts: PartsOf<CallOutState> = ({ invitations, details, incident, status }) =>
  invitations.map((invitation) => [
    `person/${invitation.expert.personId}` as const,
    { invitation, details, incident, status },
  ]);

/** A leader sees the whole of the own team's deployments. */
const deploymentParts: PartsOf<DeploymentState> = (deployment) => {
  const leader = leaderOf(deployment.mission);
  return leader === undefined ? [] : [[`person/${leader}`, deployment]];
};

/** People of an agency keep its roster. */
const rosterParts: PartsOf<RosterState> = (roster) =>
  roster.kind === 'agency' ? [[`agency/${roster.id}`, roster]] : [];

const parts = <S>(of: PartsOf<S>): PartsOf<unknown> => of as PartsOf<unknown>;

/**
 * The one place that says what people outside the duty room follow: kinds without a line are the duty room's alone. Warnings are
 * for everybody, as their route is.
 */
const PARTS: { readonly [K in AggregateKind]?: PartsOf<unknown> } = {
  task: parts(taskParts),
  'call-out': parts(callOutParts),
  deployment: parts(deploymentParts),
  roster: parts(rosterParts),
  agency: parts((agency: AgencyState) => [[`agency/${agency.id}`, agency]]),
  warning: (warning) => [['anybody', warning]],
};

/** Kinds that are somebody's own and not the city's business: the duty room does not follow them. */
const PRIVATE: readonly AggregateKind[] = ['notification-settings'];

/** @returns whether only those see it whose own it is. */
export const isPrivate = (kind: AggregateKind): boolean => PRIVATE.includes(kind);

/** @returns what people outside the duty room may see of an aggregate; nothing of one that is not there yet. */
export const ownPartsOf = (kind: AggregateKind, state: unknown): OwnParts =>
  new Map(state === undefined ? [] : PARTS[kind]?.(state));
