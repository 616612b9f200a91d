import type { AgreementState } from '../../shared/domain/agreement/agreement-state.ts';
import type { AgreementTerms } from '../../shared/domain/agreement/agreement-terms.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import type { Answer, ItemAnswer, NamedTeam } from '../../shared/domain/request/answer.ts';
import type { Placement } from '../../shared/domain/request/placement.ts';
import { request } from '../../shared/domain/request/request.ts';
import type { RequestCommand, Taking } from '../../shared/domain/request/request-commands.ts';
import { type RequestEvent, RequestEventSchema } from '../../shared/domain/request/request-events.ts';
import type { RequestItem } from '../../shared/domain/request/request-item.ts';
import {
  isEngaged,
  isOpen,
  type OpenRequest,
  type RequestState,
  RequestStateSchema,
  type RequestStatus,
} from '../../shared/domain/request/request-state.ts';
import type { Commitment } from '../../shared/domain/request/requisition.ts';
import type { AwaitingRequisition, RequisitionRecord } from '../../shared/domain/request/requisition-record.ts';
import { signedAgreement, someTerms } from './agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW } from './circumstances.ts';
import { anIncident } from './incident.ts';
import { aMedicalItem, aNamedTeam, anItem, IDS } from './received-request.ts';

export const HAIDONG: CityCode = '630200';
export const HAINAN: CityCode = '632500';
export const DEADLINE = '2026-07-15T02:00:00.000Z';

/** Who does what in Xining. */
export const asCoordinator = (now = NOW): Circumstances => circumstances({ role: 'coordinator', now });
export const asApprover = (now = NOW): Circumstances => circumstances({ role: 'approver', now });
export const asRepresentative = (now = NOW): Circumstances => circumstances({ role: 'representative', now });
export const asPartner = (city: CityCode = LANZHOU, now = NOW): Circumstances => ({
  ...circumstances({ now }),
  actor: { kind: 'city', city, messageId: aFreshId() },
});

/** Xining's agreement with a city, in force. */
export const agreementWith = (partner: CityCode, terms: Partial<AgreementTerms> = {}): AgreementState => ({
  ...signedAgreement(someTerms(terms)),
  id: aFreshId(),
  partner,
});

/** What a command brought about. Every event and every state is what its schema says. */
export interface Happened {
  readonly state: RequestState;
  readonly events: readonly RequestEvent[];
}

/** Decides and evolves. @throws Error when the command is refused. */
export const happened = (
  state: RequestState | undefined,
  command: RequestCommand,
  where: Circumstances = asCoordinator(),
): Happened => {
  const decision = request.decide(state, command, where);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const events = decision.events.map((event) => RequestEventSchema.parse(JSON.parse(JSON.stringify(event))));
  const after = events.reduce<RequestState | undefined>((sum, event) => request.evolve(sum, event), state);
  if (!after) throw new Error('nothing happened');
  return { state: RequestStateSchema.parse(JSON.parse(JSON.stringify(after))), events };
};

/** @returns the code a command is refused with, or `accepted`. */
export const outcomeOf = (
  state: RequestState | undefined,
  command: RequestCommand,
  where: Circumstances = asCoordinator(),
): string => {
  const decision = request.decide(state, command, where);
  return decision.accepted ? 'accepted' : decision.refusal.reason.code;
};

/** Applies commands one after the other. */
export const following = (
  state: RequestState | undefined,
  ...steps: readonly (readonly [RequestCommand, Circumstances?])[]
): RequestState => {
  const last = steps.reduce<RequestState | undefined>(
    (sum, [command, where]) => happened(sum, command, where).state,
    state,
  );
  if (!last) throw new Error('nothing happened');
  return last;
};

export const draft = (items: readonly RequestItem[] = [anItem(), aMedicalItem()]): RequestCommand => ({
  type: 'draft',
  requestId: IDS.request,
  incident: anIncident(),
  items: items.map(({ itemId: _, ...item }) => item),
});

export const drafted = (items?: Parameters<typeof draft>[0]): RequestState =>
  following(undefined, [draft(items), asCoordinator()]);

export const approved = (items?: Parameters<typeof draft>[0]): RequestState =>
  following(drafted(items), [{ type: 'approve' }, asApprover()]);

export const place = (...agreements: readonly AgreementState[]): RequestCommand => ({
  type: 'place',
  agreements: agreements.map((agreement) => ({ agreementId: agreement.id, agreement })),
});

/** Narrows to a request that is open. */
export const open = (state: RequestState): OpenRequest => {
  if (!isOpen(state)) throw new Error(`the request is ${state.status}`);
  return state;
};

/** A request of two water-rescue teams and a medical team, placed with these cities. */
export const placedWith = (...cities: readonly CityCode[]): OpenRequest =>
  open(following(approved(), [place(...cities.map((city) => agreementWith(city)))]));

/** A request of one item. */
export const placedItem = (item: Parameters<typeof anItem>[0], ...cities: readonly CityCode[]): OpenRequest =>
  open(following(approved([anItem(item)]), [place(...cities.map((city) => agreementWith(city)))]));

export const placementOf = (state: RequestState, city: CityCode = LANZHOU): Placement => {
  const found = isEngaged(state) ? state.placements.find((placement) => placement.city === city) : undefined;
  if (!found) throw new Error(`not placed with ${city}`);
  return found;
};

/** @returns the id of the request's first, second … item. */
export const itemAt = (state: RequestState, index = 0): string => {
  const item = state.items[index];
  if (!item) throw new Error(`there is no item ${index}`);
  return item.itemId;
};

/** @returns the request's two items. */
export const itemsOf = ({ items: [water, medical] }: RequestState): readonly [RequestItem, RequestItem] => {
  if (!water || !medical) throw new Error('two items were asked for');
  return [water, medical];
};

export const aTeam = (number: number, level: NamedTeam['level'] = 2): NamedTeam =>
  aNamedTeam({ teamId: `0190d000-0000-7000-8000-${String(number).padStart(12, '0')}`, name: `第${number}队`, level });

type Acceptance = Extract<ItemAnswer, { response: 'accept' }>;

export const accepts = (itemId: string, teams: NamedTeam[], overrides: Partial<Acceptance> = {}): ItemAnswer => ({
  response: 'accept',
  itemId,
  teams,
  estimatedDeparture: '2026-07-15T03:00:00.000Z',
  estimatedArrival: '2026-07-15T08:00:00.000Z',
  costs: { personnel: 1_000_000, travel: 200_000 },
  ...overrides,
});

export const declines = (itemId: string): ItemAnswer => ({ response: 'decline', itemId, reason: '队伍已派往他处' });

export const answering = (
  state: RequestState,
  items: readonly ItemAnswer[],
  { from = LANZHOU, answer = {} }: { from?: CityCode; answer?: Partial<Answer> } = {},
): RequestCommand => ({
  type: 'receive-answer',
  from,
  answering: placementOf(state, from).messageId,
  answer: { messageId: aFreshId(), answeredAt: NOW, items: [...items], automatic: false, ...answer },
});

/** The request after a partner answered these items. */
export const answered = (state: RequestState, items: readonly ItemAnswer[], from: CityCode = LANZHOU): OpenRequest =>
  open(following(state, [answering(state, items, { from }), asPartner(from)]));

export const taking = (state: RequestState, teams: readonly NamedTeam[], overrides: Partial<Taking> = {}): Taking => ({
  city: LANZHOU,
  itemId: itemAt(state),
  teamIds: teams.map(({ teamId }) => teamId),
  costs: { personnel: 500_000 },
  funding: { fundCode: 'XN-2026-07' },
  reason: '最快到达',
  evenIfMoreThanNeeded: false,
  evenIfOverCeiling: false,
  ...overrides,
});

export const requisition = (...takings: readonly Taking[]): RequestCommand => ({ type: 'requisition', takings });

export const recordAt = (state: RequestState, index = 0): RequisitionRecord => {
  const record = isEngaged(state) ? state.requisitions[index] : undefined;
  if (!record) throw new Error(`there is no requisition ${index}`);
  return record;
};

export const awaitingAt = (state: RequestState, index = 0): AwaitingRequisition => {
  const record = recordAt(state, index);
  if (record.status !== 'awaiting') throw new Error(`the requisition is ${record.status}`);
  return record;
};

export const commitmentOf = (
  { requisition: { requisitionId, teams } }: RequisitionRecord,
  committed: readonly NamedTeam[] = teams,
): Extract<Commitment, { outcome: 'committed' }> => ({
  outcome: 'committed',
  requisitionId,
  messageId: aFreshId(),
  orderNumber: 'LZ-2026-0001',
  teams: committed.map((team) => ({ deploymentId: aFreshId(), team })),
  estimatedDeparture: '2026-07-15T03:00:00.000Z',
  estimatedArrival: '2026-07-15T08:00:00.000Z',
  signedBy: { id: 'representative@620100', name: '授权代表', signedAt: NOW },
});

export const refusalOf = ({ requisition: { requisitionId } }: RequisitionRecord): Commitment => ({
  outcome: 'refused',
  requisitionId,
  messageId: aFreshId(),
  reason: '队伍已派往他处',
});

export const committing = (commitment: Commitment, from: CityCode = LANZHOU): RequestCommand => ({
  type: 'receive-commitment',
  from,
  commitment,
});

/** A request whose first item has two teams requisitioned from Lanzhou. */
export const requisitioned = (state: RequestState = placedWith(LANZHOU)): OpenRequest => {
  const teams = [aTeam(1), aTeam(2)];
  const withAnswer = answered(state, [accepts(itemAt(state), teams), declines(itemAt(state, 1))]);
  return open(following(withAnswer, [requisition(taking(withAnswer, teams)), asRepresentative()]));
};

/** The same, committed: two teams are out. */
export const committed = (): OpenRequest => {
  const state = requisitioned();
  return open(following(state, [committing(commitmentOf(recordAt(state))), asPartner()]));
};

export const deploymentIds = (state: RequestState): readonly string[] => {
  const record = recordAt(state);
  return record.status === 'committed' ? record.commitment.teams.map(({ deploymentId }) => deploymentId) : [];
};

/** The same, and everybody is home. */
export const allHome = (): OpenRequest => {
  const state = committed();
  return open(
    following(
      state,
      ...deploymentIds(state).map(
        (deploymentId) => [{ type: 'deployment-ended', deploymentId, at: NOW } as const] as const,
      ),
    ),
  );
};

/** A request in each of the statuses it can have. */
export const requestIn: { readonly [S in RequestStatus]: () => RequestState } = {
  drafted: () => drafted(),
  approved: () => approved(),
  placed: () => placedWith(LANZHOU),
  lapsed: () => following(placedWith(LANZHOU), [{ type: 'clock-ran-out' }, asCoordinator(DEADLINE)]),
  'unable-to-fill': () => {
    const state = placedWith(LANZHOU);
    return following(state, [answering(state, [declines(itemAt(state)), declines(itemAt(state, 1))]), asPartner()]);
  },
  cancelled: () => following(placedWith(LANZHOU), [{ type: 'cancel', reason: '险情解除' }]),
  closed: () => following(allHome(), [{ type: 'close' }]),
};
