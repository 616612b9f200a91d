import type * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { CityRules } from '../deadline/city-rules.ts';
import type { DeadlineActed } from '../deadline/deadline-acted.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import type { RungPerson } from '../deadline/told.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import type { CityCode } from './city-code.ts';
import type { Circumstances, Decision } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Text } from './text.ts';

/** A row by which an aggregate is found in a list: lists are queried in order of `sort`, which must be unique within the list. */
export interface Listing {
  /** e.g. `team`, `team/hazard/flood`. */
  readonly list: string;
  readonly sort: string;
  /** What the list shows of it; no personal data. */
  readonly card: Readonly<Record<string, unknown>>;
}

/** What an event puts into lists (instead of what stood in the same place), and takes out of them. */
export interface ListedChange {
  readonly put: readonly Listing[];
  readonly removed: readonly Pick<Listing, 'list' | 'sort'>[];
}

/** Something people must be told of, unasked. */
export interface NoticeDraft {
  readonly urgency: 'routine' | 'urgent';
  readonly text: Text;
  /** Whom besides the duty room, or (`only`) instead of it. */
  readonly to?: readonly Addressee[];
  readonly only?: true;
}

/** Somebody who is told: a signed-in person, whoever acts for an agency, or whoever has a role in the city. */
export type Addressee =
  | { readonly who: 'person'; readonly personId: string }
  | { readonly who: 'agency'; readonly agencyId: string }
  | { readonly who: 'role'; readonly role: 'coordinator' | 'duty-officer' | 'approver' | 'representative' };

/** A command on another aggregate that an event brings with it, in the same transaction or not at all. */
export interface Consequence {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly command: { readonly type: string };
}

/** The kinds of aggregate a cell keeps. */
export const AGGREGATE_KINDS = [
  'team',
  'depot',
  'stock',
  'agreement',
  'incident',
  'partner-incident',
  'work-order',
  'over-ask',
  'request',
  'received-request',
  'deployment',
  'offer',
  'question',
  'expert',
  'call-out',
  'agency',
  'task',
  'roster',
  'plan',
  'listing-share',
  'equipment',
  'vehicle',
  'package',
  'import-job',
  'warning',
  'warning-rule',
  'drill',
  'situation-report',
  'awareness',
  'notification-settings',
] as const;
export type AggregateKind = (typeof AGGREGATE_KINDS)[number];

/** What every event has; the ledger adds who, when and the hash. */
export interface DomainEvent {
  readonly type: string;
}

/**
 * A consistency boundary: one state, decided on by commands, changed only by events. Pure: the same state, command and
 * circumstances always give the same decision. (Methods, not function properties, so that a list of aggregates of different
 * types can be typed.)
 */
export interface Aggregate<S, C, E extends DomainEvent> {
  readonly kind: AggregateKind;
  readonly stateSchema: z.ZodType<S>;
  readonly eventSchema: z.ZodType<E>;
  decide(state: S | undefined, command: C, circumstances: Circumstances): Decision<E>;
  evolve(state: S | undefined, event: E): S;
  /** The hand-offs that somebody waits for now, and until when; they follow from the state alone. */
  deadlines?(state: S, rules: CityRules): readonly OpenDeadline[];
  /** What an act of the clock about one of them brings about besides telling people; in the same transaction. */
  performAct?(state: S, act: DeadlineActed, clock: ClockRanOut, circumstances: Circumstances): readonly E[];
  /** The next moment at which the clock must look at it, if any, besides {@link Aggregate.deadlines}; the clock then sends the command {@link ClockRanOut}. */
  dueAt(state: S): Instant | undefined;
  listings(state: S): readonly Listing[];
  /** Rows of lists that an event adds to or takes out of, where a list is too long to follow from the state; `state` is the one after it. */
  listed?(event: E, state: S): ListedChange;
  /** Where rows stand that events added, for whoever removes all of it. */
  listedPlaces?(state: S): readonly Pick<Listing, 'list' | 'sort'>[];
  /** What it is looked up, shared and chosen by; `undefined` for what can no longer be had. Kinds without it are not looked up. */
  registryEntry?(state: S, city: CityCode): RegistryEntry | undefined;
  /** What an event brings about elsewhere; `state` is the state after it. */
  consequences?(event: E, state: S): readonly Consequence[];
  /** What the duty room is told of an event; `state` is the state after it. Of a drill, it is marked when it is written. */
  notices?(event: E, state: S): readonly NoticeDraft[];
  /** Drills carry the flag on every message and notice, so that nobody mistakes one for the real thing. */
  isExercise(state: S): boolean;
  /** What it came of: the incident, or the request; of a drill, it is removed with that. */
  cameOf?(state: S): string | undefined;
  /** The agreement on whose authority it stands, for the ledger. */
  authority?(state: S): string | undefined;
  /** Aggregates whose ledgers are chapters of this one's story: a request's deployments. */
  related?(state: S): readonly { readonly kind: AggregateKind; readonly id: string }[];
  /** Top-level attributes that transactions of other aggregates check; e.g. an agreement's `standing`. */
  guards?(state: S): Readonly<Record<string, string | number>>;
}

/** The command that the clock sends to every aggregate whose {@link Aggregate.dueAt} or next act about a deadline has come. */
export interface ClockRanOut {
  readonly type: 'clock-ran-out';
  /** Whom the duty roster has rung now, in order; read when an escalation is due. */
  readonly ring?: readonly RungPerson[];
  /** The agreements in force; read when a request is to be widened. */
  readonly withinReach?: readonly WithinReach[];
}

/**
 * What the clock does about a message of the aggregate's that partners have not confirmed: it is waited for by the message's row and not by
 * the state, so that the aggregate is not asked; its ledger says so.
 */
export interface MessageUnconfirmed {
  readonly type: 'message-unconfirmed';
  readonly acts: readonly DeadlineActed[];
  readonly deadline: OpenDeadline;
}

/** An agreement in force, and where its partner's seat is if that is known. */
export interface WithinReach {
  readonly agreement: AgreementState;
  /** WGS-84 degrees. */
  readonly seat?: { readonly latitude: number; readonly longitude: number };
}

/** The command by which an aggregate learns that a partner refused one of its messages, or that it could not be delivered. */
export interface MessageFailed {
  readonly type: 'message-failed';
  readonly messageId: string;
  readonly city: string;
  readonly code: string;
  readonly reason: Text;
}
