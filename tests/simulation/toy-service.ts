import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { type Item, TransactionCancelled } from '../../shared/data/store.ts';
import { DUE_PARTITION } from '../../shared/data/table.ts';
import { MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import type { Dispatch } from '../../shared/exchange/ports.ts';
import { route } from '../../shared/http/route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import type { DeployedFunction } from './host.ts';

/**
 * The least service that an exchange can be tried with: a note is written, goes to another city, is kept there once, and is confirmed.
 */
const noteRoute = route({
  operationId: 'sendNote',
  method: 'POST',
  path: '/v1/notes/{noteId}',
  tag: 'notes',
  summary: { zh: '便条', en: 'Note' },
  access: ['coordinator'],
  success: { status: 201, body: z.unknown() },
});

const RESEND_MS = 30 * MINUTE_MS;

const later = (cell: Cell): string => new Date(Date.parse(cell.clock.now()) + RESEND_MS).toISOString();

/** Only what the network looks at is filled in. */
const dispatchOf = (from: string, to: string, type: string, id: string): Dispatch => ({
  to: [to],
  envelope: { id, type, from, to: [to] } as unknown as Envelope,
});

const define = (name: string, rest: Partial<FunctionDefinition>): FunctionDefinition => ({
  name,
  purpose: { zh: name, en: name },
  routes: [],
  triggers: [],
  rights: [],
  memoryMegabytes: 128,
  timeoutSeconds: 10,
  ...rest,
});

/** Puts rows that must not be there yet; that they are is no error. */
const putOnce = async (cell: Cell, items: readonly Item[]): Promise<void> => {
  try {
    await cell.store.transact(
      items.map((item) => ({ kind: 'put', item, condition: { kind: 'absent' } })),
      cell.newId(),
    );
  } catch (error) {
    if (!(error instanceof TransactionCancelled && error.reasons.includes('condition'))) throw error;
  }
};

const sendNote: DeployedFunction = {
  definition: define('notes', { routes: [noteRoute] }),
  createHandler: (cell) => async (event) => {
    const { pathParameters, body } = event as { pathParameters: { noteId: string }; body: string };
    const { to } = JSON.parse(body) as { to: string };
    const id = pathParameters.noteId;
    await putOnce(cell, [
      { pk: `note#${id}`, sk: 'SENT', to, entity: 'sent', duePartition: DUE_PARTITION, dueAt: later(cell) },
    ]);
    return { statusCode: 201, body: JSON.stringify({ id }) };
  },
};

const outbox: DeployedFunction = {
  definition: define('outbox', {
    triggers: [
      {
        kind: 'table-stream',
        filter: { eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: ['sent', 'kept'] } } } },
      },
    ],
  }),
  createHandler: (cell) => async (event) => {
    const { Records } = event as { Records: readonly DynamoDBRecord[] };
    const dispatches = Records.map(({ dynamodb }) => {
      const { pk, to, entity } = dynamodb?.NewImage ?? {};
      const type = entity?.S === 'sent' ? 'Note' : 'Confirmation';
      return dispatchOf(cell.city, to?.S ?? '', type, (pk?.S ?? '').slice('note#'.length));
    });
    await cell.publisher.publish(dispatches);
    return { batchItemFailures: [] };
  },
};

const take = async (cell: Cell, { body }: SQSRecord): Promise<void> => {
  const { id, type, from } = (JSON.parse(body) as { detail: Dispatch }).detail.envelope;
  const pk = `note#${id}`;
  if (type === 'Confirmation') return cell.store.transact([{ kind: 'delete', key: { pk, sk: 'SENT' } }], cell.newId());
  if (await cell.store.get({ pk, sk: 'KEPT' }))
    return cell.publisher.publish([dispatchOf(cell.city, from, 'Confirmation', id)]);
  return putOnce(cell, [{ pk, sk: 'KEPT', entity: 'kept', to: from }]);
};

const inbox: DeployedFunction = {
  definition: define('inbox', { triggers: [{ kind: 'inbox-queue' }] }),
  createHandler: (cell) => async (event) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of (event as { Records: readonly SQSRecord[] }).Records)
      await take(cell, record).catch(() => batchItemFailures.push({ itemIdentifier: record.messageId }));
    return { batchItemFailures };
  },
};

const courier: DeployedFunction = {
  definition: define('courier', { triggers: [{ kind: 'courier-links' }] }),
  createHandler: (cell) => async (event) => {
    const { detail } = event as { detail: Dispatch };
    for (const to of detail.to) await cell.courier.deliver(to, detail);
  },
};

const clock: DeployedFunction = {
  definition: define('clock', { triggers: [{ kind: 'schedule', everyMinutes: 1 }] }),
  createHandler: (cell) => async () => {
    const { keys } = await cell.store.queryDue(cell.clock.now(), 100);
    for (const item of await cell.store.getMany(keys)) {
      await cell.publisher.publish([dispatchOf(cell.city, String(item.to), 'Note', item.pk.slice('note#'.length))]);
      const condition = { kind: 'equals', attribute: 'dueAt', value: String(item.dueAt) } as const;
      await cell.store.transact([{ kind: 'put', item: { ...item, dueAt: later(cell) }, condition }], cell.newId());
    }
  },
};

export const TOY_SERVICE: readonly DeployedFunction[] = [sendNote, outbox, inbox, courier, clock];
