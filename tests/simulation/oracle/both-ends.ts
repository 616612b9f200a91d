import { type Fields, fieldsOf, objectsOf, textOf } from '../json.ts';
import { canonical, type Evidence, statesOf } from './evidence.ts';

/** The states of one kind at one city, by id. */
type States = ReadonlyMap<string, Fields>;

const statesBy = (all: readonly Evidence[], kind: string): ReadonlyMap<string, States> =>
  new Map(
    all.map((evidence) => [
      evidence.city,
      new Map(statesOf(evidence, kind).map(({ id, state }) => [textOf(id), fieldsOf(state)])),
    ]),
  );

const same = (one: unknown, other: unknown): boolean => canonical(one ?? null) === canonical(other ?? null);

/** What one end of an agreement may know alone: when it learnt of a thing, and failures of its own messages. */
const agreementAsAgreed = (state: Fields): Fields => {
  const { status, terms, termsVersion, signatures, keys, suspensions, declarations } = state;
  return { status, terms, termsVersion, signatures, keys, suspensions, declarations };
};

const agreements = (all: readonly Evidence[]): readonly string[] => {
  const states = statesBy(all, 'agreement');
  return [...states].flatMap(([city, own]) =>
    [...own].flatMap(([id, state]) => {
      const partner = textOf(state.proposer === city ? state.partner : state.proposer);
      const there = states.get(partner)?.get(id);
      if (there === undefined) return [`${partner} does not know agreement ${id} of ${city}`];
      return same(agreementAsAgreed(state), agreementAsAgreed(there))
        ? []
        : [`${city} and ${partner} do not agree on agreement ${id}: ${state.status} and ${there.status}`];
    }),
  );
};

/** Each end begins to count when it learns of the mission; from the first report on, the owner's times count for both. */
const progressAsAgreed = (progress: Fields): Fields =>
  progress.status === 'mobilising' ? { status: progress.status } : progress;

/** A deployment is the same at both ends, but for who leads the team, promises each end watches, failures and the archive. */
const missionAsAgreed = (state: Fields): Fields => {
  const { mission, agreedReturn, estimates, extension, recall, release } = state;
  const { teamLeader: _leader, ...order } = fieldsOf(mission);
  const progress = progressAsAgreed(fieldsOf(state.progress));
  return { order, progress, agreedReturn, estimates, extension, recall, release };
};

const deployments = (all: readonly Evidence[]): readonly string[] => {
  const states = statesBy(all, 'deployment');
  return [...states].flatMap(([city, own]) =>
    [...own].flatMap(([id, state]) => {
      const { owner, requester } = fieldsOf(state.mission);
      const other = textOf(owner === city ? requester : owner);
      const there = states.get(other)?.get(id);
      if (there === undefined) return [`${other} does not know deployment ${id} of ${city}`];
      const [here, beyond] = [missionAsAgreed(state), missionAsAgreed(there)];
      return Object.keys(here)
        .filter((part) => !same(here[part], beyond[part]))
        .map((part) => `${city} and ${other} do not agree on the ${part} of deployment ${id}`);
    }),
  );
};

const byRequisition = (records: unknown): ReadonlyMap<string, Fields> =>
  new Map(objectsOf(records).map((record) => [textOf(fieldsOf(record.requisition).requisitionId), record]));

/** What the end that was asked must say of a requisition, by what the end that asks says. */
const THERE: Readonly<Record<string, readonly (string | undefined)[]>> = {
  awaiting: ['pending'],
  committed: ['committed'],
  refused: ['refused'],
  'not-taken': [undefined],
  cancelled: ['pending', 'refused', undefined],
};

const requisitions = (request: Fields, city: string, received: Fields | undefined): readonly string[] => {
  const here = byRequisition(objectsOf(request.requisitions).filter((record) => record.city === city));
  const there = byRequisition(received?.requisitions);
  const unknown = [...there.keys()].filter((id) => !here.has(id)).map((id) => `requisition ${id} was never made`);
  const differing = [...here].flatMap(([id, record]) => {
    const beyond = there.get(id);
    const status = textOf(record.status);
    if (!THERE[status]?.includes(beyond && textOf(beyond.status)))
      return [`requisition ${id} is ${status} here and ${beyond?.status} there`];
    return status !== 'committed' || same(record.commitment, beyond?.commitment)
      ? []
      : [`the commitment to requisition ${id} differs`];
  });
  return [...unknown, ...differing];
};

const answersHere = (placement: Fields): readonly Fields[] =>
  objectsOf(placement.answers).map(({ answer }) => fieldsOf(answer));

const answersThere = (received: Fields): readonly Fields[] =>
  objectsOf(received.answers).flatMap(({ items }) => objectsOf(items));

/** Answers by item, but for items of which something was requisitioned: then the requisition counts, and the answer is used up. */
const standing = (answers: readonly Fields[], records: readonly Fields[]): Fields => {
  const taken = records.map(({ requisition }) => fieldsOf(requisition).itemId);
  const open = answers.filter(({ itemId }) => !taken.includes(itemId));
  return Object.fromEntries(open.map((answer) => [textOf(answer.itemId), answer]));
};

const OVER = ['cancelled', 'closed'];
const GOING_ON = ['received', 'answered', 'requisitioned', 'committed'];
/** Requisitions that the partner never took up. */
const FAILED = ['not-taken', 'cancelled'];
const WITH_PARTNER = ['awaiting', 'answered', 'lapsed'];

/** A commitment may have crossed the cancellation: then the request goes on there until its teams are home. */
const hasTeamsOut = ({ requisitions: records }: Fields): boolean =>
  objectsOf(records).some(({ deployments: begun }) => objectsOf(begun).some(({ endedAt }) => endedAt === undefined));

/** An offer was taken up that its giver had withdrawn: the message that would have brought the request was refused. */
const wasRefusedWithOffer = (request: Fields, { firstMessageId }: Fields): boolean =>
  objectsOf(request.requisitions).some(
    ({ status, requisition }) => status === 'not-taken' && fieldsOf(requisition).messageId === firstMessageId,
  );

const placement = (request: Fields, placed: Fields, received: Fields | undefined): readonly string[] => {
  const status = textOf(request.status);
  if (placed.status === 'refused-by-exchange') return [];
  const isOver = OVER.includes(status);
  // Refused after the request was over: then it makes no difference any more.
  if (received === undefined)
    return isOver || wasRefusedWithOffer(request, placed) ? [] : ['the partner does not have it'];
  const isOverThere = !GOING_ON.includes(textOf(received.status));
  const ours = objectsOf(request.requisitions).filter(
    (record) => record.city === placed.city && !FAILED.includes(textOf(record.status)),
  );
  const theirs = objectsOf(received.requisitions);
  const differ = !same(standing(answersHere(placed), ours), standing(answersThere(received), theirs));
  return [
    ...(isOver && !isOverThere && !hasTeamsOut(received) ? [`it is ${status} here and ${received.status} there`] : []),
    ...(!isOver && received.status === 'cancelled' ? [`it is ${status} here and cancelled there`] : []),
    ...(!isOver && WITH_PARTNER.includes(textOf(placed.status)) && differ ? ['the answers differ'] : []),
  ];
};

const requests = (all: readonly Evidence[]): readonly string[] => {
  const received = statesBy(all, 'received-request');
  return [...statesBy(all, 'request')].flatMap(([city, own]) =>
    [...own].flatMap(([id, request]) =>
      objectsOf(request.placements).flatMap((placed) => {
        const partner = textOf(placed.city);
        const there = received.get(partner)?.get(id);
        const faults = [...placement(request, placed, there), ...requisitions(request, partner, there)];
        return faults.map((fault) => `request ${id} of ${city} with ${partner}: ${fault}`);
      }),
    ),
  );
};

/** Offers and questions: the same content, in the same status, at both ends. */
const talk = (all: readonly Evidence[], kind: string, ends: readonly [string, string]): readonly string[] => {
  const states = statesBy(all, kind);
  return [...states].flatMap(([city, own]) =>
    [...own].flatMap(([id, state]) => {
      const other = textOf(ends.map((end) => state[end]).find((end) => end !== city));
      const there = states.get(other)?.get(id);
      return same([state[kind], state.status], [there?.[kind], there?.status]) || state.status === 'undelivered'
        ? []
        : [`${city} and ${other} do not agree on ${kind} ${id}: ${state.status} and ${there?.status}`];
    }),
  );
};

/** Both ends of everything that cities have between them say the same of it. */
export const disagreements = (all: readonly Evidence[]): readonly string[] => [
  ...agreements(all),
  ...requests(all),
  ...deployments(all),
  ...talk(all, 'offer', ['provider', 'receiver']),
  ...talk(all, 'question', ['asker', 'asked']),
];
