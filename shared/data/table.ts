import type { Audience } from '../domain/notification/audience.ts';
import type { Key } from './store.ts';

/**
 * Names of the table's keys, index and row kinds: the one place where they are spelled.
 * docs/data-model.md numbers the access patterns that use them.
 */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAtEpochSeconds',
  dueIndex: { name: 'due', partitionKey: 'duePartition', sortKey: 'dueAt' },
} as const;

/** All rows with a clock share one partition of the due index: a city has thousands of clocks, not millions. */
export const DUE_PARTITION = 'due';

/** `entity` attribute of every row: what kind of row it is. Stream filters match on it. */
export const ENTITY = {
  state: 'state',
  event: 'event',
  outgoingMessage: 'outgoing-message',
  incomingMessage: 'incoming-message',
  receipt: 'receipt',
  parkedMessage: 'parked-message',
  position: 'position',
  putOff: 'put-off',
  listing: 'listing',
  idempotency: 'idempotency',
  quarantine: 'quarantine',
  /** When a partner was last heard of. */
  partnerLink: 'partner-link',
  notice: 'notice',
  /** A notice once more, for another of its audiences. */
  noticeCopy: 'notice-copy',
  /** What of a transaction those who follow changes are told. */
  feed: 'feed',
  noticeReading: 'notice-reading',
  /** A notice on its way to one place, and what became of it. */
  delivery: 'delivery',
  /** Who was told of an urgent notice that nobody reads, one after another. */
  noticeEscalation: 'notice-escalation',
  /** That the time of a delivery or an escalation has come. */
  notificationWake: 'notification-wake',
  /** When a robot was last used. */
  robotWindow: 'robot-window',
  indexedEntry: 'indexed-entry',
  posting: 'posting',
  /** By which an entry of a ledger is found. */
  ledgerIndex: 'ledger-index',
  figure: 'figure',
  figurePart: 'figure-part',
  /** A page of the figures being counted anew. */
  figureRebuild: 'figure-rebuild',
} as const;

const digits = (sequence: number): string => String(sequence).padStart(8, '0');

/** Where each kind of row lives. An aggregate's state, ledger, messages and receipts share one partition: its story is one Query. */
export const keys = {
  aggregate: (kind: string, id: string): string => `${kind}#${id}`,
  state: (kind: string, id: string): Key => ({ pk: keys.aggregate(kind, id), sk: 'STATE' }),
  event: (kind: string, id: string, sequence: number): Key => ({
    pk: keys.aggregate(kind, id),
    sk: `EVENT#${digits(sequence)}`,
  }),
  message: (kind: string, id: string, messageId: string): Key => ({
    pk: keys.aggregate(kind, id),
    sk: `MESSAGE#${messageId}`,
  }),
  receipt: (kind: string, id: string, messageId: string): Key => ({
    pk: keys.aggregate(kind, id),
    sk: `RECEIPT#${messageId}`,
  }),
  /** How far the conversation has come from a sender. */
  position: (conversation: string, from: string): Key => ({ pk: `conversation#${conversation}`, sk: from }),
  parked: (conversation: string, from: string, sequence: number): Key => ({
    pk: `parked#${conversation}#${from}`,
    sk: `SEQUENCE#${digits(sequence)}`,
  }),
  listing: (list: string, sort: string): Key => ({ pk: `list#${list}`, sk: sort }),
  idempotency: (personId: string, key: string): Key => ({ pk: `idempotency#${personId}#${key}`, sk: 'RESULT' }),
  /** Since when a message is put off because it came before what makes it acceptable, in another conversation. */
  putOff: (messageId: string): Key => ({ pk: `put-off#${messageId}`, sk: 'SINCE' }),
  /** Marks a message as quarantined, by digest, so that its repeats are not quarantined again. */
  quarantined: (digest: string): Key => ({ pk: `quarantined#${digest}`, sk: 'MARK' }),
  /** Ids of quarantine entries and notices are uuid v7, so that their order is that of time. */
  quarantine: (id: string): Key => ({ pk: 'quarantine', sk: id }),
  /** When a partner was last heard of; all partners in one partition. */
  partnerLink: (city: string): Key => ({ pk: 'partner-links', sk: city }),
  notice: (id: string, audience: Audience = 'duty-room'): Key => ({
    pk: audience === 'duty-room' ? 'notices' : `notices#${audience}`,
    sk: id,
  }),
  /** That somebody has read a notice, or (`UP-TO`) all up to one; {@link DUTY_ROOM_READER} is whoever of the duty room. */
  noticeReading: (reader: string, noticeId: string): Key => ({ pk: `notice-readings#${reader}`, sk: noticeId }),
  delivery: (noticeId: string, deliveryId: string): Key => ({ pk: `deliveries#${noticeId}`, sk: deliveryId }),
  /** After all ids of deliveries, in the same partition. */
  noticeEscalation: (noticeId: string): Key => ({ pk: `deliveries#${noticeId}`, sk: 'ESCALATION' }),
  notificationWake: ({ pk, sk }: Key, version: number): Key => ({ pk: `wakes#${pk}`, sk: `${sk}#${digits(version)}` }),
  robotWindow: (wayId: string): Key => ({ pk: `robot#${wayId}`, sk: 'SENT' }),
  /** What an audience that follows changes is told of a transaction, in the order of its moment. */
  feed: (audience: Audience, at: string, id: string): Key => ({ pk: `feed#${audience}`, sk: `${at}#${id}` }),
  /** What the lookup's index holds of an entry; `source` is `own`, or the agreement under which a partner shares it. */
  indexedEntry: (source: string, kind: string, id: string): Key => ({ pk: `index#${source}`, sk: `${kind}#${id}` }),
  /** That an entry of a ledger is in one of the lists by which entries are found, in order of time. */
  ledgerIndex: (
    list: string,
    entry?: { readonly at: string; readonly kind: string; readonly id: string; readonly sequence: number },
  ): Key => ({
    pk: `ledger#${list}`,
    sk: entry === undefined ? '' : `${entry.at}#${entry.kind}#${entry.id}#${digits(entry.sequence)}`,
  }),
  /** Figures of a month, of one sort of subject, real or of drills. */
  figure: ({
    realm,
    of,
    month,
    subject,
    kind,
  }: Readonly<Record<'realm' | 'of' | 'month' | 'subject' | 'kind', string>>): Key => ({
    pk: `figures#${realm}#${of}#${month}`,
    sk: `${subject}#${kind}`,
  }),
  /** What a part of an aggregate has added to the figures. */
  figurePart: (kind: string, id: string, part: string): Key => ({ pk: `figures-of#${kind}#${id}`, sk: part }),
  figureRebuild: (id: string, page: number): Key => ({ pk: `figures-rebuild#${id}`, sk: `PAGE#${digits(page)}` }),
  /** That an entry stands in one of the index's lists; an entry's place key is the same in all of them. */
  posting: (token: string, placeKey: string): Key => ({ pk: `posting#${token}`, sk: placeKey }),
} as const;

/** Sort-key ranges inside an aggregate's partition. */
export const RANGE = {
  events: ['EVENT#', 'EVENT$'],
  messages: ['MESSAGE#', 'MESSAGE$'],
  receipts: ['RECEIPT#', 'RECEIPT$'],
} as const satisfies Record<string, readonly [string, string]>;
