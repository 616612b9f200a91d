import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { type LoadedSet, loadSet, type Reference } from '../../shared/data/loaded.ts';
import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { IncidentCardSchema, incidentOfWarningList } from '../../shared/domain/incident/incident-listings.ts';
import { isVerified } from '../../shared/domain/incident/incident-state.ts';
import { sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import type { WarningAct } from '../../shared/domain/warning/warning-act.ts';
import type { Warning } from '../../shared/domain/warning/warning-state.ts';
import { foreseenBy } from '../../shared/domain/warning/what-is-feared.ts';
import { conversationsOf, type SomeConversations } from '../../shared/exchange/conversation.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { requestAtHome } from '../../shared/exchange/conversations/request-at-home.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { WARNING_VOCABULARY } from '../../shared/reference/warning-vocabulary.ts';
import { IN_HAND, madeBy, type Refused } from './act-work.ts';

const NO_HAZARD: Refused = {
  code: 'warning-of-no-known-hazard',
  text: {
    zh: '该预警的灾种未知，不能据此起草请求。',
    en: 'The warning names no hazard that is known here; nothing can be drafted for it.',
  },
};

const NOWHERE = { seat: { latitude: 0, longitude: 0 } };

const FOUND = conversationsOf(incidentConversation, requestAtHome);

/** What was drafted by the same plan for the warnings whose place this one takes. */
const formerDrafts = ({ references, alert }: Warning, { what, targetId }: WarningAct): readonly Reference[] =>
  references
    .filter(({ sender }) => sender === alert.sender)
    .map(({ warningId }) => ({ kind: 'request', id: madeBy(warningId, what, targetId) }));

/** The incident that the former drafts are for; a draft that was placed serves this warning, too. */
const fromFormer = async (cell: ExecutingCell, drafts: readonly Reference[]): Promise<string | Refused | undefined> => {
  const loaded: LoadedSet = await loadSet(cell.store, FOUND, drafts);
  const requests = drafts.flatMap(({ id }) => loaded.state(requestAtHome, id) ?? []);
  const unplaced = ['drafted', 'approved', 'cancelled', 'closed'];
  if (requests.some(({ status }) => !unplaced.includes(status))) return IN_HAND;
  const incidents = requests.map(({ incident }): Reference => ({ kind: 'incident', id: incident.incidentId }));
  const found = await loadSet(cell.store, FOUND, incidents);
  return incidents.find(({ id }) => {
    const incident = found.state(incidentConversation, id);
    return incident !== undefined && isVerified(incident);
  })?.id;
};

/** The incident that people have linked the warning to, the one that happened first. */
const linked = async (cell: ExecutingCell, { id }: Warning): Promise<string | undefined> => {
  const { items } = await listCards(cell, incidentOfWarningList(id), { limit: 1 }, IncidentCardSchema);
  return items[0]?.incidentId;
};

/** Opens the incident that the warning lets fear, once for all that is drafted for it, and links the two. */
const open = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  warning: Warning,
): Promise<string | Refused> => {
  const seat = CITIES.find(({ code }) => code === cell.city) ?? NOWHERE;
  const foreseen = foreseenBy(warning, seat, WARNING_VOCABULARY, cell.clock.now());
  if (!foreseen) return NO_HAZARD;
  const target: Reference = { kind: 'incident', id: madeBy(warning.id, 'incident') };
  const link: IncidentCommand = {
    type: 'link',
    links: { cameras: [], planIds: [], warningIds: [warning.id] },
    plans: [],
    warnings: [{ isExercise: foreseen.exercise }],
  };
  const executed = await execute(cell, conversations, {
    target,
    actor: { kind: 'clock', city: cell.city },
    command: (): IncidentCommand => ({ type: 'open', id: target.id, ...foreseen }),
    alongside: () => [{ reference: target, command: link }],
  });
  if (executed.outcome !== 'refused' || executed.refusal.reason.code === 'incident-exists') return target.id;
  return { code: executed.refusal.reason.code, text: spoken(sentenceOf(executed.refusal)) };
};

/**
 * The incident that a request is drafted for: the one that the warning is linked to, or that of the draft of the warning whose place it takes,
 * or one that is opened.
 * @returns its id, or why there is none.
 */
export const incidentFor = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  warning: Warning,
  act: WarningAct,
): Promise<string | Refused> =>
  (await fromFormer(cell, formerDrafts(warning, act))) ??
  (await linked(cell, warning)) ??
  (await open(cell, conversations, warning));
