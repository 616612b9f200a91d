import { DAY_MS, HOUR_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import type { DraftItem, OfferMission, RequestItem } from '../../../shared/domain/request/request-item.ts';
import type { Position } from '../../../shared/domain/vocabulary/position.ts';
import type { ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';

/** What somebody is wanted for, while it is written: what is not yet entered is missing. */
export interface Errand {
  readonly mission?: string | undefined;
  readonly neededBy?: Instant | undefined;
  readonly neededUntil?: Instant | undefined;
  readonly reportingPoint?: Partial<Position>;
  readonly siteConditions?: string | undefined;
  readonly logistics?: {
    readonly meals?: boolean;
    readonly lodging?: boolean;
    readonly fuel?: boolean;
    readonly notes?: string | undefined;
  };
  readonly costCeiling?: number | undefined;
}

/** An item while it is written. Named as in the body, so that what the API says of a field finds it. */
export interface ItemValues extends Errand {
  readonly itemId?: string;
  readonly kind?: ResourceKind | undefined;
  readonly level?: number | undefined;
  readonly quantity?: number | undefined;
  readonly supply?: { readonly code?: string | undefined; readonly unit?: string | undefined };
  readonly checkInMinutes?: number | null | undefined;
}

/** The form of a request. */
export interface DraftValues {
  readonly items: readonly ItemValues[];
}

/** Help that is asked for is mostly wanted within hours and needed for days. */
const USUALLY_WANTED_MS = 6 * HOUR_MS;
const USUALLY_NEEDED_MS = 3 * DAY_MS;

/** What one came from looking for. */
export interface LookedFor {
  readonly kind?: ResourceKind | undefined;
  readonly level?: number | undefined;
  /** Code of GB/T 38565-2020. */
  readonly supply?: string | undefined;
}

/**
 * @param now the moment it is begun.
 * @param point where they are to report, as far as it is known: where the incident is.
 * @returns an item to begin with.
 */
export const freshItem = (now: Instant, point: Position | undefined, lookedFor: LookedFor = {}): ItemValues => ({
  ...(lookedFor.kind === undefined ? {} : { kind: lookedFor.kind }),
  ...(lookedFor.supply === undefined ? {} : { supply: { code: lookedFor.supply } }),
  level: lookedFor.level ?? 2,
  quantity: 1,
  ...freshErrand(now, point),
});

/** @returns what somebody is wanted for, to begin with; see {@link freshItem}. */
export const freshErrand = (now: Instant, point: Position | undefined): Errand => ({
  neededBy: plus(now, USUALLY_WANTED_MS),
  neededUntil: plus(now, USUALLY_NEEDED_MS),
  reportingPoint: point ?? { crs: 'WGS-84' },
  logistics: { meals: true, lodging: true, fuel: true },
});

/** @returns an item that there is, for rewriting. */
export const writtenItem = (item: RequestItem): ItemValues => item;

const present = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as T;

/**
 * @returns the item as the API takes it: what does not belong to its kind, or was left empty, is left out. What is missing is for the
 * API to say.
 */
export const draftItem = (values: ItemValues): DraftItem => {
  const { supply, level, checkInMinutes, ...rest } = values;
  const own = values.kind === 'supplies' ? { supply } : present({ level, checkInMinutes });
  return { ...errandTyped(rest), ...own } as DraftItem;
};

/** @returns what somebody is wanted for, as the API takes it; see {@link draftItem}. */
export const errandTyped = <V extends Partial<Errand>>(values: V): OfferMission & Omit<V, keyof Errand> => {
  const { reportingPoint = {}, siteConditions = '', logistics = {}, ...rest } = values;
  const { meals = false, lodging = false, fuel = false, notes } = logistics;
  return {
    ...present(rest),
    reportingPoint: { crs: 'WGS-84', ...present(reportingPoint) },
    siteConditions,
    logistics: { meals, lodging, fuel, ...present({ notes }) },
  } as unknown as OfferMission & Omit<V, keyof Errand>;
};
