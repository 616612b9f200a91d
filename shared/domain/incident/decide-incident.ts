import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { done } from '../request/deciding.ts';
import { decideLink, decideReceiveRelation, decideRelate, ordersFull } from './decide-relations.ts';
import { decideMessageFailed, decideShare, withNews } from './decide-sharing.ts';
import {
  decideChange,
  decideClose,
  decideDismiss,
  decideEndResponse,
  decideLevel,
  decideOpen,
  decideReportFromOrder,
  decideVerify,
  type IncidentDecision,
  wrongStatus,
} from './decide-standing.ts';
import type { IncidentCommand, IncidentCommandOf } from './incident-commands.ts';
import { INCIDENT_REFUSALS as REFUSALS } from './incident-refusals.ts';
import { type IncidentState, isGoingOn, MOST_WORK_ORDERS } from './incident-state.ts';

const decideTakeCommand = (
  incident: IncidentState,
  { commander }: IncidentCommandOf<'take-command'>,
  circumstances: Circumstances,
): IncidentDecision => {
  if (!isGoingOn(incident)) return wrongStatus(incident);
  const last = incident.command.at(-1);
  const { name, position, organisation } = commander;
  if (last?.name === name && last.position === position && last.organisation === organisation)
    return refuse(REFUSALS.sameCommander, { name }, '/name');
  const { by, at: since } = done(circumstances);
  return accept({ type: 'commandTaken', ...commander, since, by });
};

/** A work order that is attached already is attached. */
const decideAttachOrder = (
  incident: IncidentState,
  { workOrderId, number }: IncidentCommandOf<'attach-order'>,
): IncidentDecision => {
  if (!isGoingOn(incident)) return wrongStatus(incident);
  if (incident.workOrders.some((order) => order.workOrderId === workOrderId)) return accept();
  if (incident.workOrders.length >= MOST_WORK_ORDERS) return ordersFull(MOST_WORK_ORDERS);
  return accept({ type: 'workOrderAttached', workOrderId, number });
};

/** Also of one that is over: it is dismissed reports whose orders go elsewhere. */
const decideDetachOrder = (
  { workOrders }: IncidentState,
  { workOrderId }: IncidentCommandOf<'detach-order'>,
): IncidentDecision => {
  const attached = workOrders.find((order) => order.workOrderId === workOrderId);
  return attached ? accept({ type: 'workOrderDetached', ...attached }) : accept();
};

type LaterCommand = Exclude<IncidentCommand, { readonly type: 'open' | 'report-from-order' | 'receive-relation' }>;

const decideLater = (
  incident: IncidentState,
  command: LaterCommand,
  circumstances: Circumstances,
): IncidentDecision => {
  switch (command.type) {
    case 'verify':
      return decideVerify(incident, command, circumstances);
    case 'dismiss':
      return decideDismiss(incident, command, circumstances);
    case 'change':
      return decideChange(incident, command, circumstances);
    case 'set-level':
      return decideLevel(incident, command, circumstances);
    case 'end-response':
      return decideEndResponse(incident, command, circumstances);
    case 'close':
      return decideClose(incident, command, circumstances);
    case 'take-command':
      return decideTakeCommand(incident, command, circumstances);
    case 'link':
      return decideLink(incident, command);
    case 'relate':
      return decideRelate(incident, command, circumstances);
    case 'share':
      return decideShare(incident, command, circumstances);
    case 'attach-order':
      return decideAttachOrder(incident, command);
    case 'detach-order':
      return decideDetachOrder(incident, command);
    case 'receive-opinion':
      return accept({ ...command, type: 'opinionReceived' });
    case 'message-failed':
      return decideMessageFailed(command, circumstances);
    case 'clock-ran-out':
      return accept();
  }
};

/** @returns what a command on an incident comes to. */
export const decideIncident = (
  incident: IncidentState | undefined,
  command: IncidentCommand,
  circumstances: Circumstances,
): IncidentDecision => {
  if (command.type === 'receive-relation') return decideReceiveRelation(incident, command);
  if (command.type === 'open') return incident ? refuse(REFUSALS.exists) : decideOpen(command, circumstances);
  if (command.type === 'report-from-order')
    return incident ? refuse(REFUSALS.exists) : decideReportFromOrder(command, circumstances);
  if (!incident) return refuse(REFUSALS.unknown);
  return withNews(incident, decideLater(incident, command, circumstances), circumstances);
};
