import type { ComponentType, ReactNode } from 'react';
import type * as z from 'zod';
import type { SpreadsheetKind } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import type { EntryCondition } from '../../../shared/reference/conditions.ts';
import type { FieldName } from '../parts/field-pointers.ts';
import type { Field, FieldSection } from './field.ts';

/** A route that answers with something; what it takes is forgotten. */
export type Answering<T> = RouteContract<z.ZodType, z.ZodType, z.ZodType, z.ZodType<T>>;

/** A page of a list. */
export interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string | undefined;
}

/** Where the entries of a kind are: what the navigation and links need of it. */
export interface RegistryArea<Row, View> {
  readonly kind: SpreadsheetKind;
  /** Of the list, after the hash: `teams`. */
  readonly path: string;
  /** What the API calls the id of an entry in paths: `teamId`. */
  readonly idName: string;
  /** Of the list. */
  readonly title: Text;
  /** What one of them is called. */
  readonly one: Text;
  readonly list: Answering<PageOf<Row>>;
  readonly read: Answering<View>;
  readonly register: Answering<object>;
  readonly change: Answering<object>;
}

/** What every entry shows, whatever its kind. */
export interface EntryStanding {
  readonly condition?: EntryCondition;
  readonly status?: string;
  readonly confirmedAt?: string | undefined;
  readonly stale?: boolean;
}

/** A condition of a list, which stands in the address. */
export interface Filter {
  /** As the API calls it. */
  readonly name: string;
  readonly label: Text;
  /** What can be chosen; left out: yes or nothing (`true`). */
  readonly choices?: readonly (readonly [value: string, name: Text])[];
  /** Asks for it otherwise. */
  readonly Input?: ComponentType<{
    readonly id: string;
    readonly value: string | undefined;
    readonly onChange: (value: string | undefined) => void;
  }>;
  /** Filters that the API does not take together with this one. */
  readonly instead?: readonly string[];
}

/** A column of the list. */
export interface EntryColumn<Row> {
  readonly title: Text;
  readonly cell: (row: Row) => ReactNode;
  readonly width?: string;
}

/** Something that can be done to an entry, over a route that takes the entry's id. */
export interface Act<View> {
  readonly contract: RouteContract;
  readonly label: Text;
  /** What will happen, in so many words. */
  readonly about?: Text;
  readonly fields?: readonly Field[];
  readonly danger?: boolean;
  /** What the form begins with. */
  readonly startsWith?: (view: View, now: Instant) => object;
  /** @returns what is sent, of what was entered; as it was entered, unless given. */
  readonly bodyOf?: (values: object, view: View) => object;
  /** Whether it can be done to an entry that is as it is; always, unless given. */
  readonly isOpen?: (view: View, now: Instant) => boolean;
}

/** How somebody can be reached. */
export interface ShownContact {
  readonly name?: string | undefined;
  readonly position?: string | undefined;
  readonly telephone: string;
  readonly email?: string | undefined;
}

/** The reading of personal data: an act of its own. */
export interface ContactReading<View> {
  readonly contract: RouteContract;
  /** The contact as it is masked. */
  readonly masked: (view: View) => readonly ShownContact[];
  /** The contacts in what the API answers. */
  readonly contactsIn: (answered: unknown) => readonly ShownContact[];
  /** Whether one may have to say that one is not on duty. */
  readonly asksForDuty?: boolean;
}

/** Something that a screen shows of an entry of one kind only. */
export interface EntryPanelProps<View> {
  readonly view: View;
  readonly etag: string | undefined;
}

/** A kind of registry entry: what is its own. Lists, screens, forms and acts are made of this. */
export interface RegistryKind<Row, View> extends RegistryArea<Row, View> {
  readonly idOf: (row: Row) => string;
  /** How people call it. */
  readonly nameOf: (view: View) => Text;
  readonly filters: readonly Filter[];
  readonly columns: readonly EntryColumn<Row>[];
  /** What is registered, as it is asked for and shown. */
  readonly sections: readonly FieldSection[];
  /** Asked for besides when an entry is registered. */
  readonly registering?: readonly FieldSection[];
  /** Asked for besides when an entry is changed. */
  readonly changing?: readonly FieldSection[];
  /** What a new entry begins with. */
  readonly blank?: object;
  /** @returns what is sent when it is registered, of what was entered. */
  readonly registeredBody?: (body: object) => object;
  /** Under what the body of a change has what is registered; the body is that itself, unless given. */
  readonly changeWithin?: FieldName;
  /** @returns what is sent when it is changed, of what was entered and of what there is. */
  readonly changedBody?: (body: object, view: View) => object;
  /** @returns what the form that changes an entry begins with; the entry as it is shown, unless given. */
  readonly changeFrom?: (view: View) => object;
  readonly isKept: (view: View) => boolean;
  readonly acts: readonly Act<View>[];
  readonly periodsOf?: (view: View) => readonly {
    readonly from: string;
    readonly until: string;
    readonly available: boolean;
    readonly reason: string;
  }[];
  readonly contact?: ContactReading<View>;
  /** Facts about how it stands now, above what is registered. */
  readonly standing?: (view: View) => readonly (readonly [what: Text, how: ReactNode])[];
  /** Panels of its own. */
  readonly Panels?: ComponentType<EntryPanelProps<View>>;
  /** Above the list. */
  readonly AboveList?: ComponentType;
}

/** Gathers what is a kind's own, its rows and views typed by its routes. */
export const registryKind = <Row, View>(kind: RegistryKind<Row, View>): RegistryKind<Row, View> => kind;
