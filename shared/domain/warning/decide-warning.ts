import { instantOf } from '../cap/cap-text.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { DAY_MS, type Instant, plus } from '../kernel/instant.ts';
import { sameContent } from '../request/same-content.ts';
import { ownSender } from './own-sender.ts';
import { actsDue, isSameAct, type WarningAct } from './warning-act.ts';
import type { AnswerWarning, EndWarning, IssueWarning, ReceiveWarning, WarningCommand } from './warning-commands.ts';
import type { WarningEvent } from './warning-events.ts';
import { warns } from './warning-realm.ts';
import { WARNING_REFUSALS as REFUSALS } from './warning-refusals.ts';
import { type Acknowledgement, isWarning, MOST_ANSWERS, type Warning, type WarningState } from './warning-state.ts';

type WarningDecision = Decision<WarningEvent>;

/** How long an alert that does not say it is in force, milliseconds from when it was sent. */
const UNSAID_VALIDITY_MS = DAY_MS;

const expiryOf = ({ sent, info = [] }: ReceiveWarning['alert']): Instant =>
  info.reduce<Instant | undefined>((latest, { expires }) => {
    const at = expires === undefined ? undefined : instantOf(expires);
    return at !== undefined && (latest === undefined || at > latest) ? at : latest;
  }, undefined) ?? plus(instantOf(sent), UNSAID_VALIDITY_MS);

const takenOf = ({ id, alert, assessment, references, acts = [] }: ReceiveWarning | IssueWarning, at: Instant) => ({
  ...{ id, alert, assessment, references: [...references], at, expiresAt: expiryOf(alert) },
  ...(acts.length === 0 ? {} : { acts: [...acts] }),
});

const receive = (
  warning: WarningState | undefined,
  command: ReceiveWarning,
  { now, city }: Circumstances,
): WarningDecision => {
  const { alert, document, signed } = command;
  if (warning && warning.status !== 'unseen')
    return sameContent(warning.alert, alert) ? accept() : refuse(REFUSALS.differs);
  if (alert.sender === ownSender(city)) return refuse(REFUSALS.claimsThisCity, {}, '/sender');
  if (warns(alert) && alert.info === undefined) return refuse(REFUSALS.saysNothing, {}, '/info');
  const came = document === undefined ? {} : { document };
  return accept({ type: 'warningReceived', ...takenOf(command, now), ...came, signed });
};

const issue = (warning: WarningState | undefined, command: IssueWarning, { now }: Circumstances): WarningDecision => {
  if (warning) return refuse(REFUSALS.differs);
  const { former } = command;
  if (former) {
    if (former.origin !== 'issued') return refuse(REFUSALS.notOwn);
    if (former.status !== 'in-force') return refuse(REFUSALS.notInForce, { status: former.status });
  }
  const taken = takenOf(command, now);
  if (taken.expiresAt <= now) return refuse(REFUSALS.endsBeforeItBegins, {}, '/expiresAt');
  return accept({ type: 'warningIssued', ...taken, signed: false });
};

const end = (warning: WarningState | undefined, command: EndWarning, at: Instant): WarningDecision => {
  const { id, by, realm } = command;
  const as = command.type === 'supersede' ? 'superseded' : 'cancelled';
  if (!warning) return accept({ type: 'unseenWarningEnded', id, as, realm, by, at });
  if (warning.status !== 'in-force' || warning.alert.status !== realm) return accept();
  return accept({ type: as === 'superseded' ? 'warningSuperseded' : 'warningCancelled', by, at });
};

/** The same word of the same person or alert counts once. */
const isKnown = ({ acknowledgements }: Warning, given: Acknowledgement): boolean =>
  acknowledgements.some((known) =>
    given.by === 'person'
      ? known.by === 'person' && known.personId === given.personId
      : known.by === 'sender' && known.sender === given.sender,
  );

const acknowledged = (warning: Warning, acknowledgement: Acknowledgement): WarningDecision => {
  if (isKnown(warning, acknowledgement)) return accept();
  return warning.acknowledgements.length >= MOST_ANSWERS
    ? refuse(REFUSALS.answeredByTooMany, { most: MOST_ANSWERS })
    : accept({ type: 'warningAcknowledged', acknowledgement });
};

const answered = (warning: Warning, { type, sender, warningId, note }: AnswerWarning, at: Instant): WarningDecision => {
  const said = { sender, warningId, ...(note === undefined ? {} : { note }), at };
  if (type === 'acknowledge-as-sender') return acknowledged(warning, { by: 'sender', ...said });
  if (warning.rejections.length >= MOST_ANSWERS) return refuse(REFUSALS.answeredByTooMany, { most: MOST_ANSWERS });
  return accept({ type: 'warningRejected', rejection: said });
};

const noteAct = (
  warning: Warning,
  { act: named, name, madeId, refusal }: Extract<WarningCommand, { readonly type: 'note-act' }>,
  at: Instant,
): WarningDecision => {
  const due = actsDue(warning).find((act) => isSameAct(act, named));
  if (!due) return refuse(REFUSALS.nothingToDo);
  const { refusal: _, ...act } = due;
  const status = due.status === 'done' ? 'undone' : refusal ? 'refused' : 'done';
  const noted: WarningAct = {
    ...{ ...act, status, at },
    ...(status === 'done' && { doneAt: at }),
    ...(name !== undefined && { name }),
    ...(madeId !== undefined && { madeId }),
    ...(refusal && { refusal }),
  };
  return accept({ type: 'warningActed', act: noted });
};

const acknowledge = (warning: Warning, note: string | undefined, { actor, now }: Circumstances): WarningDecision =>
  actor.kind === 'person'
    ? acknowledged(warning, {
        by: 'person',
        personId: actor.id,
        name: actor.name,
        ...(note === undefined ? {} : { note }),
        at: now,
      })
    : refuse(REFUSALS.unknown);

/** @returns what a command on a warning comes to. */
export const decideWarning = (
  warning: WarningState | undefined,
  command: WarningCommand,
  circumstances: Circumstances,
): WarningDecision => {
  const { now } = circumstances;
  switch (command.type) {
    case 'receive':
      return receive(warning, command, circumstances);
    case 'issue':
      return issue(warning, command, circumstances);
    case 'supersede':
    case 'cancel':
      return end(warning, command, now);
  }
  if (!isWarning(warning))
    return command.type === 'clock-ran-out' ? accept() : refuse(REFUSALS.unknown, {}, '/references');
  switch (command.type) {
    case 'clock-ran-out':
      return warning.status === 'in-force' && warning.expiresAt <= now
        ? accept({ type: 'warningExpired', at: now })
        : accept();
    case 'note-act':
      return noteAct(warning, command, now);
    case 'acknowledge':
      return acknowledge(warning, command.note, circumstances);
    case 'acknowledge-as-sender':
    case 'reject':
      return answered(warning, command, now);
  }
};
