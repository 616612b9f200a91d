import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { Addressee, TaskCommand, TaskOrigin } from '../../shared/domain/task/task-commands.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import type { SendTaskBody } from '../../shared/http/routes/tasks.ts';

/** @returns the agencies to be read with a command that names them. */
export const agencyReferences = (ids: readonly string[]): Reference[] => ids.map((id) => ({ kind: 'agency', id }));

/** @returns the agencies that a body names in `/agencies`, as they were read. */
export const addressees = (ids: readonly string[], others: LoadedSet): Addressee[] =>
  ids.map((id, index) => ({ agency: others.state(agencyConversation, id), pointer: `/agencies/${index}` }));

/** @returns everything that a task is made from, to be read with the command. */
export const readFor = (body: SendTaskBody): readonly Reference[] => [
  body.source === 'incident' ? { kind: 'incident', id: body.incidentId } : { kind: 'request', id: body.requestId },
  ...agencyReferences(body.agencies),
];

const originOf = (body: SendTaskBody, others: LoadedSet): TaskOrigin =>
  body.source === 'incident'
    ? {
        kind: 'incident',
        incident: others.state(incidentConversation, body.incidentId),
        details: body.details,
      }
    : {
        kind: 'request-item',
        request: others.state(requestConversation, body.requestId),
        itemId: body.itemId,
        details: body.details,
      };

/** @returns the command that makes a task. */
export const sendCommand = (body: SendTaskBody, others: LoadedSet, id: string): TaskCommand => ({
  type: 'send',
  id,
  origin: originOf(body, others),
  addressees: addressees(body.agencies, others),
  replyBy: body.replyBy,
});
