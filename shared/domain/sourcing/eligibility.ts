import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { agreementRefusal } from '../request/decide-placement.ts';
import type { RequestItem, SupplyItem, TeamItem } from '../request/request-item.ts';
import { isEngaged, type RequestState } from '../request/request-state.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import type { Feared } from '../warning/feared.ts';
import type { Candidate, Source } from './candidate.ts';
import { arrivalMinutes } from './estimate.ts';
import { type Awareness, forbidding } from './giver-risk.ts';
import { SOURCING_REASONS as REASONS } from './sourcing-reasons.ts';

/** What candidates are judged by, besides the item. */
export interface Setting {
  readonly request: RequestState;
  /** This city. */
  readonly city: CityCode;
  readonly now: Instant;
  readonly awareness: Awareness;
  /** What is warned of where. */
  readonly feared?: Feared;
}

const blockedReason = ({ blocked }: RegistryEntry, from: Instant, until: Instant): Refusal | undefined => {
  const period = blocked.find((each) => each.from <= until && from < each.until);
  return period && { reason: REASONS.busy, parameters: { from: period.from, until: period.until } };
};

const validityReason = (
  { validFrom, validUntil }: RegistryEntry,
  now: Instant,
  arrival: Instant,
): Refusal | undefined => {
  if (validFrom !== undefined && now < validFrom) return { reason: REASONS.notYetValid, parameters: { at: validFrom } };
  return validUntil !== undefined && validUntil <= arrival
    ? { reason: REASONS.noLongerValid, parameters: { at: validUntil } }
    : undefined;
};

const reachReason = (entry: RegistryEntry, { reportingPoint }: RequestItem, city: CityCode): Refusal | undefined => {
  const { reachKilometres: reach, serviceCities = [], position } = entry;
  if (reach === undefined || serviceCities.includes(city)) return undefined;
  const kilometres = Math.round(distanceKm(position, reportingPoint));
  return kilometres > reach
    ? { reason: REASONS.outOfReach, parameters: { kilometres, reach: Math.round(reach) } }
    : undefined;
};

const levelReason = (entry: RegistryEntry, item: TeamItem): Refusal | undefined => {
  const level = entry.capabilities.find(({ kind }) => kind === item.kind)?.level;
  return level === undefined || level > item.level
    ? { reason: REASONS.levelTooLow, parameters: { level: level ?? '–', asked: item.level } }
    : undefined;
};

const goodsReason = ({ supply: held }: RegistryEntry, { supply: { code: asked, unit: askedUnit } }: SupplyItem) => {
  const { code, unit, free } = held ?? { code: '–', unit: '–', free: 0 };
  if (code !== asked || unit !== askedUnit)
    return { reason: REASONS.otherGoods, parameters: { code, unit, asked, askedUnit } };
  return free < 1 ? { reason: REASONS.nothingFree, parameters: {} } : undefined;
};

/** @returns why the entry itself cannot go, whoever asks; the first that is found. */
const entryReason = (entry: RegistryEntry, item: RequestItem, { now, city }: Setting): Refusal | undefined => {
  const unfit = item.kind === 'supplies' ? goodsReason(entry, item) : levelReason(entry, item);
  if (unfit) return unfit;
  const arrival = plus(now, arrivalMinutes(entry, item.reportingPoint) * MINUTE_MS);
  if (arrival >= item.neededUntil) return { reason: REASONS.tooLate, parameters: { arrival, until: item.neededUntil } };
  return (
    reachReason(entry, item, city) ?? validityReason(entry, now, arrival) ?? blockedReason(entry, now, item.neededUntil)
  );
};

/** What becomes of a partner's team: the agreement to ask under, or why the partner is not asked. */
const partnerSource = (
  { entry, agreements }: Candidate,
  { request, city, now, awareness }: Setting,
): Source | Refusal => {
  const partner = entry.city;
  if (entry.kind === 'agency') return { reason: REASONS.agencyOfPartner, parameters: { city: partner } };
  const isAsked =
    isEngaged(request) &&
    request.placements.some((placement) => placement.city === partner && placement.status !== 'refused-by-exchange');
  if (isAsked) return { reason: REASONS.alreadyAsked, parameters: { city: partner } };
  const trouble = forbidding(awareness.get(partner) ?? [], request.incident.hazard);
  if (trouble) return { reason: REASONS.giverNeedsItself, parameters: { city: partner, ...trouble } };
  return underAgreement(request, agreements, partner, { city, now });
};

const underAgreement = (
  request: RequestState,
  agreements: readonly AgreementState[],
  partner: CityCode,
  circumstances: Pick<Setting, 'city' | 'now'>,
): Source | Refusal => {
  let refusal: Refusal = { reason: REASONS.noAgreement, parameters: { city: partner } };
  for (const agreement of agreements) {
    if (partnerOf(agreement, circumstances.city) !== partner) continue;
    const excluded = agreementRefusal(request, agreement, circumstances);
    if (!excluded) return { type: 'partner', city: partner, agreementId: agreement.id };
    refusal = excluded;
  }
  return refusal;
};

const isTasked = (request: RequestState, { itemId }: RequestItem, { id }: RegistryEntry): boolean =>
  isEngaged(request) && request.ownHelp.tasks.some((task) => task.itemId === itemId && task.agencyIds.includes(id));

const sourceOf = (candidate: Candidate, item: RequestItem, setting: Setting): Source | Refusal => {
  const { entry } = candidate;
  if (entry.city !== setting.city) return partnerSource(candidate, setting);
  if (entry.kind === 'team') return { type: 'own' };
  if (entry.kind === 'stock') return { type: 'stock' };
  return isTasked(setting.request, item, entry)
    ? { reason: REASONS.alreadyTasked, parameters: {} }
    : { type: 'agency' };
};

/** @returns by what the candidate could be had for the item, or the reason why it cannot. */
export const eligibility = (candidate: Candidate, item: RequestItem, setting: Setting): Source | Refusal =>
  entryReason(candidate.entry, item, setting) ?? sourceOf(candidate, item, setting);
