import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { InjectDeed, InjectDeedOf } from '../../shared/domain/drill/drill-inject.ts';
import type { BegunDrill } from '../../shared/domain/drill/drill-state.ts';
import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import type { RequestCommand } from '../../shared/domain/request/request-commands.ts';
import type { TaskCommand } from '../../shared/domain/task/task-commands.ts';
import { actsOf } from '../../shared/domain/warning/warning-act.ts';
import type { WarningCommand } from '../../shared/domain/warning/warning-commands.ts';
import { alertOfDraft } from '../../shared/domain/warning/warning-draft.ts';
import { USUAL_REACH } from '../../shared/domain/work-order/likeness.ts';
import type { WorkOrderCommand } from '../../shared/domain/work-order/work-order-commands.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { rulesInUse, takenOf } from '../warnings/warnings-cell.ts';
import { findAlike } from '../work-orders/find-alike.ts';
import { workOrderIdOf } from '../work-orders/work-orders-cell.ts';
import { agencyNamed, planTitled } from './named-entries.ts';

type Command = IncidentCommand | RequestCommand | TaskCommand | WarningCommand | WorkOrderCommand;

/** What an inject does to something else, in the transaction that notes it: a command that people give as well. */
export interface InjectWork {
  readonly on: Reference;
  readonly reads: readonly Reference[];
  readonly command: (others: LoadedSet) => Command;
}

type Give<T extends InjectDeed['does']> = (
  cell: ExecutingCell,
  drill: BegunDrill,
  deed: InjectDeedOf<T>,
  key: string,
) => Promise<InjectWork | undefined>;

/** The incident that an inject opened; the script sees to it that there is one. */
const incidentReference = ({ incidents }: BegunDrill, key: string): Reference => ({
  kind: 'incident',
  id: incidents[key] ?? key,
});

const openIncident: Give<'open-incident'> = async (cell, drill, { incident, responseLevel }, key) => {
  const on = incidentReference(drill, key);
  const details = { ...incident, occurredAt: cell.clock.now() };
  return { on, reads: [], command: () => ({ type: 'open', id: on.id, details, responseLevel, exercise: true }) };
};

const setLevel: Give<'set-level'> = async (_cell, drill, { incident, responseLevel, reason }) => ({
  on: incidentReference(drill, incident),
  reads: [],
  command: () => ({ type: 'set-level', responseLevel, reason }),
});

const warn: Give<'warn'> = async (cell, _drill, { warning, forMinutes }) => {
  const { city, dutyRoom } = cell;
  const now = cell.clock.now();
  const draft = { ...warning, expiresAt: plus(now, forMinutes * MINUTE_MS) };
  const alert = alertOfDraft(draft, { status: 'Exercise' }, { city, senderName: dutyRoom.name, now });
  const { assessment: read, ...taken } = takenOf(alert);
  const assessment = { ...read, colour: draft.colour, hazards: [draft.hazard] };
  const acts = actsOf(await rulesInUse(cell), alert, assessment, city);
  return {
    on: { kind: 'warning', id: taken.id },
    reads: [],
    command: () => ({ type: 'issue', ...taken, assessment, acts }),
  };
};

const draftRequest: Give<'draft-request'> = async (cell, drill, { incident: key, items }) => {
  const incident = incidentReference(drill, key);
  const requestId = cell.newId();
  const now = cell.clock.now();
  return {
    on: { kind: 'request', id: requestId },
    reads: [incident],
    command: (others) => {
      const state = others.state(incidentConversation, incident.id);
      return {
        ...{ type: 'draft', requestId, incident: state },
        items: items.map(({ neededByMinutes, neededUntilMinutes, reportingPoint, ...item }) => ({
          ...item,
          neededBy: plus(now, neededByMinutes * MINUTE_MS),
          neededUntil: plus(now, neededUntilMinutes * MINUTE_MS),
          reportingPoint: reportingPoint ?? state?.details.position ?? NOWHERE,
        })),
      };
    },
  };
};

/** Stands for the place of an incident that is not there: the request is refused for that. */
const NOWHERE = { latitude: 0, longitude: 0, crs: 'WGS-84', place: '-' } as const;

const draftFromPlan: Give<'draft-request-from-plan'> = async (cell, drill, { incident: key, plan: title }) => {
  const incident = incidentReference(drill, key);
  const requestId = cell.newId();
  const planId = await planTitled(cell, title);
  return {
    on: { kind: 'request', id: requestId },
    reads: [incident, ...(planId === undefined ? [] : [{ kind: 'plan', id: planId } as const])],
    command: (others) => ({
      ...{ type: 'draft-from-plan', requestId },
      incident: others.state(incidentConversation, incident.id),
      plan: planId === undefined ? undefined : others.state(planConversation, planId),
    }),
  };
};

const sendTask: Give<'send-task'> = async (cell, drill, { incident: key, agencies, task, neededWithinMinutes }) => {
  const incident = incidentReference(drill, key);
  const id = cell.newId();
  const ids = await Promise.all(agencies.map((name) => agencyNamed(cell, name)));
  const neededBy = plus(cell.clock.now(), neededWithinMinutes * MINUTE_MS);
  return {
    on: { kind: 'task', id },
    reads: [incident, ...ids.flatMap((agencyId) => (agencyId ? [{ kind: 'agency', id: agencyId } as const] : []))],
    command: (others) => {
      const state = others.state(incidentConversation, incident.id);
      const details = { ...task, neededBy, position: state?.details.position ?? NOWHERE };
      return {
        ...{ type: 'send', id, origin: { kind: 'incident', incident: state, details } },
        addressees: ids.map((agencyId, index) => ({
          agency: agencyId === undefined ? undefined : others.state(agencyConversation, agencyId),
          pointer: `/agencies/${index}`,
        })),
      };
    },
  };
};

const enterWorkOrder: Give<'enter-work-order'> = async (cell, { id: drillId }, { order }, key) => {
  const number = `演练-${drillId.slice(-12)}-${key}`;
  const entry = { ...order, number, occurredAt: cell.clock.now(), exercise: true };
  const id = workOrderIdOf(cell.city, number);
  const alike = await findAlike(cell, { id, ...entry }, USUAL_REACH);
  const likes = alike.map(({ reasons: _, ...like }) => like);
  return { on: { kind: 'work-order', id }, reads: [], command: () => ({ type: 'enter', id, entry, likes }) };
};

const said = async (): Promise<undefined> => undefined;

const GIVE: { readonly [T in InjectDeed['does']]: Give<T> } = {
  'open-incident': openIncident,
  'set-level': setLevel,
  warn,
  tell: said,
  'partner-outage': said,
  'draft-request': draftRequest,
  'draft-request-from-plan': draftFromPlan,
  'enter-work-order': enterWorkOrder,
  'send-task': sendTask,
};

/** @returns how an inject is given; `undefined` where the drill itself says all there is to say. */
export const injectWork = <T extends InjectDeed['does']>(
  cell: ExecutingCell,
  drill: BegunDrill,
  { key, deed }: { readonly key: string; readonly deed: InjectDeedOf<T> & { readonly does: T } },
): Promise<InjectWork | undefined> => {
  const give: Give<T> = GIVE[deed.does];
  return give(cell, drill, deed, key);
};
