import type { AgencyState } from '../../shared/domain/agency/agency-state.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import { HOUR_MS, MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { task as aggregate } from '../../shared/domain/task/task.ts';
import type { Addressee, TaskCommand } from '../../shared/domain/task/task-commands.ts';
import type { ProgressReport, TaskDetails } from '../../shared/domain/task/task-details.ts';
import type { TaskEvent } from '../../shared/domain/task/task-events.ts';
import { type TaskState, TaskStateSchema, type TaskStatus } from '../../shared/domain/task/task-state.ts';
import { AGENCY_ID, agencyDetails, anAgency, OTHER_AGENCY_ID } from './agency.ts';
import { circumstances, NOW } from './circumstances.ts';
import { anIncident } from './incident.ts';
import { drafted } from './request.ts';

export const TASK_ID = '0190b000-0000-7000-8000-000000000801';
export const LINK_ID = '0190b000-0000-7000-8000-000000000811';

/** When the agencies of the builders must have answered, and when the work must be done. */
export const REPLY_BY = plus(NOW, 60 * MINUTE_MS);
export const NEEDED_BY = plus(NOW, 6 * HOUR_MS);

export const taskDetails = (overrides: Partial<TaskDetails> = {}): TaskDetails => ({
  mission: '到南川河地下车库排水',
  kind: 'mine-rescue',
  quantity: 20,
  unit: '人',
  neededBy: NEEDED_BY,
  position: { latitude: 36.6, longitude: 101.77, crs: 'CGCS2000', place: '西宁市南川西路' },
  ...overrides,
});

export const otherAgency = (): AgencyState =>
  anAgency({ id: OTHER_AGENCY_ID, details: agencyDetails({ name: '西宁虚构排水公司' }) });

export const addressed = (...agencies: readonly (AgencyState | undefined)[]): Addressee[] =>
  agencies.map((agency, index) => ({ agency, pointer: `/agencies/${index}` }));

export const send = (...agencies: readonly AgencyState[]): TaskCommand => ({
  type: 'send',
  id: TASK_ID,
  origin: { kind: 'incident', incident: anIncident(), details: taskDetails() },
  addressees: addressed(...agencies),
});

export const asDesk = (now = NOW): Circumstances => circumstances({ role: 'coordinator', now });

/** @returns the task after a command, and the events. @throws Error when it is refused. */
export const stepOf = (
  state: TaskState | undefined,
  command: TaskCommand,
  now = NOW,
): { readonly state: TaskState; readonly events: readonly TaskEvent[] } => {
  const decision = aggregate.decide(state, command, asDesk(now));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<TaskState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return { state: TaskStateSchema.parse(after), events: decision.events };
};

/** @returns the task after commands, one after another. */
export const following = (state: TaskState | undefined, ...commands: readonly TaskCommand[]): TaskState => {
  const last = commands.reduce<TaskState | undefined>((sum, command) => stepOf(sum, command).state, state);
  if (!last) throw new Error('no command, no task');
  return last;
};

export const AS = { agencyId: AGENCY_ID };
export const AS_OTHER = { agencyId: OTHER_AGENCY_ID };

export const someReport = (): ProgressReport => ({
  words: '已架设两台排水泵',
  people: 20,
  photos: [{ url: 'https://photos.example/1.jpg', sha256: 'a'.repeat(64) }],
});

const reason = '距离太远';
export const counterProposal = { quantity: 10, neededBy: plus(NEEDED_BY, HOUR_MS), words: '只有十人在岗' };

/** A task in each status, put to two agencies. */
export const taskIn: { readonly [S in TaskStatus]: () => TaskState } = {
  sent: () => following(undefined, send(anAgency(), otherAgency())),
  unanswered: () =>
    following(taskIn.sent(), { type: 'decline', as: AS, reason }, { type: 'decline', as: AS_OTHER, reason }),
  'under-way': () => following(taskIn.sent(), { type: 'accept', as: AS }),
  done: () => following(taskIn['under-way'](), { type: 'finish', as: AS, words: '已排干' }),
  'fed-back': () =>
    following(taskIn.done(), { type: 'give-feedback', as: AS, feedback: { words: '无伤亡', photos: [] } }),
  'followed-up': () => following(taskIn['fed-back'](), { type: 'follow-up', satisfaction: 5, words: '居民满意' }),
  archived: () => following(taskIn['followed-up'](), { type: 'archive' }),
  'handed-over': () => following(taskIn.unanswered(), { type: 'hand-over', request: drafted(), reason }),
  cancelled: () => following(taskIn.sent(), { type: 'cancel', reason }),
};

/** One command of each type but `send`, by which a task could be changed; made for the agency that has it in {@link taskIn}. */
export const someCommands: { readonly [T in Exclude<TaskCommand['type'], 'send' | 'clock-ran-out'>]: TaskCommand } = {
  offer: { type: 'offer', addressees: addressed(anAgency({ id: '0190b000-0000-7000-8000-000000000703' })) },
  transfer: {
    type: 'transfer',
    addressee: { agency: anAgency({ id: '0190b000-0000-7000-8000-000000000703' }), pointer: '/agencyId' },
    reason,
  },
  'hand-over': { type: 'hand-over', request: drafted(), reason },
  accept: { type: 'accept', as: AS },
  decline: { type: 'decline', as: AS, reason },
  'counter-propose': { type: 'counter-propose', as: AS, proposal: counterProposal },
  'accept-counter-proposal': { type: 'accept-counter-proposal', agencyId: AGENCY_ID },
  'refuse-counter-proposal': { type: 'refuse-counter-proposal', agencyId: AGENCY_ID, reason },
  'report-progress': { type: 'report-progress', as: AS, report: someReport() },
  finish: { type: 'finish', as: AS, words: '已排干' },
  'give-feedback': { type: 'give-feedback', as: AS, feedback: { words: '无伤亡', photos: [] } },
  'follow-up': { type: 'follow-up', satisfaction: 4, words: '满意' },
  archive: { type: 'archive' },
  reopen: { type: 'reopen', reason: '仍有积水', neededBy: plus(NEEDED_BY, HOUR_MS) },
  cancel: { type: 'cancel', reason },
  urge: { type: 'urge', words: '请尽快' },
  supervise: { type: 'supervise', reason: '群众反映强烈' },
  'issue-link': {
    type: 'issue-link',
    linkId: LINK_ID,
    agencyId: AGENCY_ID,
    secretDigest: 'digest-of-secret',
    expiresAt: plus(NOW, 24 * HOUR_MS),
  },
  'bind-link': { type: 'bind-link', linkId: LINK_ID, phoneDigest: 'digest-of-phone' },
  'revoke-link': { type: 'revoke-link', linkId: LINK_ID },
};
