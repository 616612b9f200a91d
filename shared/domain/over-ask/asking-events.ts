import type { IncidentEvent } from '../incident/incident-events.ts';
import type { ReceivedRequestEvent } from '../received-request/received-request-events.ts';
import type { RequestEvent } from '../request/request-events.ts';

/** Events after which a request of this city, or one that it received, may ask for something else, or nothing any more. */
export const EVENTS_THAT_CHANGE_ASKS = [
  'requestApproved',
  'requestSentBack',
  'requestPlaced',
  'requestUpdated',
  'requestCancelled',
  'requestLapsed',
  'requestUnableToFill',
  'requestClosed',
  'offerTakenUp',
  'answerReceived',
  'requestReceived',
  'requestOpenedByOffer',
  'requisitionReceived',
  'replyDeadlinePassed',
  'answersDeclined',
  'receivedRequestConcluded',
] as const satisfies readonly (RequestEvent | ReceivedRequestEvent)['type'][];

/** Events after which incidents belong together that did not before. */
export const EVENTS_THAT_JOIN = [
  'incidentRelated',
  'relationReceived',
] as const satisfies readonly IncidentEvent['type'][];
