import type { AggregateKind } from '../domain/kernel/aggregate.ts';
import type { MessageType } from './message-schemas.ts';

/**
 * On what authority a message may travel: an agreement that is usable now; one that both cities have, whatever has become of
 * it since (what was begun must be brought to its end); or none yet.
 */
export type Authority = 'usable-agreement' | 'known-agreement' | 'none';

interface MessageContract {
  /** The aggregate at the sender that the message comes from. */
  readonly sender: AggregateKind | 'exchange';
  /** The aggregate at the receiver that the message is a command for; `exchange` concerns the exchange itself. */
  readonly target: AggregateKind | 'exchange';
  readonly authority: Authority;
  /** How long the message makes sense, hours; afterwards it is refused and no longer sent. */
  readonly validHours: number;
}

const FORTNIGHT_HOURS = 14 * 24;

const about = (
  target: MessageContract['target'],
  authority: Authority,
  sender: MessageContract['sender'] = target,
): MessageContract => ({
  sender,
  target,
  authority,
  validHours: FORTNIGHT_HOURS,
});

/** What each message is about and what it needs; the inbox, the outbox and the tests all go by this table. */
export const MESSAGE_CONTRACTS: { readonly [T in MessageType]: MessageContract } = {
  RequestResource: about('received-request', 'usable-agreement', 'request'),
  ResponseToRequestResource: about('request', 'known-agreement', 'received-request'),
  RequisitionResource: about('received-request', 'usable-agreement', 'request'),
  CommitResource: about('request', 'known-agreement', 'received-request'),
  RequestInformation: about('question', 'usable-agreement'),
  ResponseToRequestInformation: about('question', 'known-agreement'),
  OfferUnsolicitedResource: about('offer', 'usable-agreement'),
  ReleaseResource: about('deployment', 'known-agreement'),
  RequestReturn: about('deployment', 'known-agreement'),
  ResponseToRequestReturn: about('deployment', 'known-agreement'),
  RequestQuote: about('question', 'usable-agreement'),
  ResponseToRequestQuote: about('question', 'known-agreement'),
  RequestResourceDeploymentStatus: about('deployment', 'known-agreement'),
  ReportResourceDeploymentStatus: about('deployment', 'known-agreement'),
  RequestExtendedDeploymentDuration: about('deployment', 'known-agreement'),
  ResponseToRequestExtendedDeploymentDuration: about('deployment', 'known-agreement'),
  AgreementProposed: about('agreement', 'none'),
  AgreementCountersigned: about('agreement', 'known-agreement'),
  AgreementRefused: about('agreement', 'known-agreement'),
  AgreementAmendmentProposed: about('agreement', 'known-agreement'),
  AgreementAmendmentSigned: about('agreement', 'known-agreement'),
  AgreementAmendmentRefused: about('agreement', 'known-agreement'),
  AgreementSuspended: about('agreement', 'known-agreement'),
  AgreementResumed: about('agreement', 'known-agreement'),
  AgreementTerminated: about('agreement', 'known-agreement'),
  AgreementActivated: about('agreement', 'known-agreement'),
  AgreementStoodDown: about('agreement', 'known-agreement'),
  AnswerDeclined: about('received-request', 'known-agreement', 'request'),
  OfferDeclined: about('offer', 'known-agreement'),
  ListingsRequested: about('listing-share', 'known-agreement'),
  ListingsShared: about('listing-share', 'known-agreement'),
  /** The sender sees to it that the agreement is usable; what it says may overtake the declaration that made it so, and harms nobody. */
  AwarenessNotified: about('awareness', 'known-agreement'),
  AwarenessStoodDown: about('awareness', 'known-agreement'),
  IncidentShared: about('partner-incident', 'known-agreement', 'incident'),
  IncidentUpdated: about('partner-incident', 'known-agreement', 'incident'),
  /** The first is sent, and let in, under an agreement that is usable; corrections must come through whatever has become of it. */
  SituationReported: about('situation-report', 'known-agreement'),
  DrillAnnounced: about('drill', 'usable-agreement'),
  DrillNews: about('drill', 'known-agreement'),
  KeyRotated: about('agreement', 'known-agreement'),
  Receipt: about('exchange', 'none'),
  Refusal: about('exchange', 'none'),
};

/**
 * @returns on what authority this very message may travel. To take something back needs no agreement that is usable now: a
 * request that cannot be renewed must still be cancelled.
 */
export const authorityOf = (type: MessageType, body: object): Authority => {
  const { authority } = MESSAGE_CONTRACTS[type];
  const { MessageRecall: recall } = body as { readonly MessageRecall?: { readonly RecallType?: unknown } };
  return authority === 'usable-agreement' && recall?.RecallType === 'Cancel' ? 'known-agreement' : authority;
};

/** @returns whether this is the name of a message the service understands. */
export const isMessageType = (type: string): type is MessageType => Object.hasOwn(MESSAGE_CONTRACTS, type);
