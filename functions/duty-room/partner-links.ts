import * as z from 'zod';
import { UNCONFIRMED_LIST } from '../../shared/data/outgoing-messages.ts';
import { QUARANTINED_FROM_LIST } from '../../shared/data/partner-links.ts';
import { PartnerLinkRowSchema } from '../../shared/data/rows.ts';
import type { Page } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import { AgreementCardSchema, agreementList } from '../../shared/domain/agreement/agreement-listings.ts';
import { CityCodeSchema } from '../../shared/domain/kernel/city-code.ts';
import {
  DAY_MS,
  type Instant,
  InstantSchema,
  MINUTE_MS,
  millisecondsBetween,
  plus,
} from '../../shared/domain/kernel/instant.ts';
import { LinkVerdictSchema, linkHealth } from '../../shared/domain/partner-link/link-health.ts';
import type { PartnerLink, PartnerLinks } from '../../shared/http/views/partner-link.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import type { DutyRoomCell } from './handler.ts';

/** Rows looked at of each list: a city that has more waiting than that has another trouble than its numbers. */
const LOOKED_AT = 500;
const QUARANTINED_FOR_MS = 7 * DAY_MS;
/** Agreements that are over, or were never begun. */
const OVER: readonly string[] = ['refused', 'lapsed', 'expired', 'terminated'];

const UnconfirmedCardSchema = z.object({ issuedAt: InstantSchema, pending: z.array(CityCodeSchema) });
const QuarantinedFromSchema = z.strictObject({ from: CityCodeSchema, verified: z.boolean() });

const cards = <S extends z.ZodType>({ items }: Page, schema: S): readonly z.output<S>[] =>
  items.map(({ card }) => schema.parse(card));

/** All that bears on links: four Queries side by side, each of what it shows. */
const readFacts = async ({ store }: DutyRoomCell, now: Instant) => {
  const list = (name: string) => ({ pk: keys.listing(name, '').pk, limit: LOOKED_AT });
  const [rows, agreements, unconfirmed, quarantined] = await Promise.all([
    store.query({ pk: keys.partnerLink('').pk }),
    store.query({ ...list(agreementList()), descending: true }),
    store.query(list(UNCONFIRMED_LIST)),
    store.query({ ...list(QUARANTINED_FROM_LIST), between: [plus(now, -QUARANTINED_FOR_MS), '~'], descending: true }),
  ]);
  return {
    rows: rows.items.map((item) => PartnerLinkRowSchema.parse(item)),
    agreements: cards(agreements, AgreementCardSchema).filter(({ status }) => !OVER.includes(status)),
    unconfirmed: cards(unconfirmed, UnconfirmedCardSchema),
    quarantined: cards(quarantined, QuarantinedFromSchema),
    more: [agreements, unconfirmed, quarantined].some(({ next }) => next !== undefined),
  };
};

type Facts = Awaited<ReturnType<typeof readFacts>>;

const linkWith = (city: string, facts: Facts, home: string, now: Instant): PartnerLink => {
  const { heardAt, confirmedAt } = facts.rows.find((row) => row.city === city) ?? {};
  const waiting = facts.unconfirmed.filter(({ pending }) => pending.includes(city));
  const since = waiting[0]?.issuedAt;
  const from = facts.quarantined.filter((each) => each.from === city);
  const proven = from.filter(({ verified }) => verified).length;
  return {
    city,
    name: cityName(city) ?? { zh: city, en: city },
    ...linkHealth({ heardAt, unconfirmed: waiting.length, unconfirmedSince: since }, cityRulesOf(home), now),
    usable: facts.agreements.some((card) => isWith(card, city) && card.standing === 'usable'),
    ...(heardAt === undefined ? {} : { heardAt }),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
    unconfirmed: {
      count: waiting.length,
      ...(since === undefined
        ? {}
        : { since, minutes: Math.max(0, Math.floor(millisecondsBetween(since, now) / MINUTE_MS)) }),
    },
    quarantined: { proven, unproven: from.length - proven },
  };
};

const isWith = ({ proposer, partner }: Facts['agreements'][number], city: string): boolean =>
  proposer === city || partner === city;

const trouble = ({ verdict }: PartnerLink): number => -LinkVerdictSchema.options.indexOf(verdict);

/** How the links with all partners stand with whom there is an agreement, those in trouble first. */
export const readPartnerLinks = async (cell: DutyRoomCell): Promise<PartnerLinks> => {
  const now = cell.clock.now();
  const facts = await readFacts(cell, now);
  const partners = new Set(facts.agreements.flatMap(({ proposer, partner }) => [proposer, partner]));
  partners.delete(cell.city);
  const items = [...partners]
    .map((city) => linkWith(city, facts, cell.city, now))
    .toSorted((a, b) => trouble(a) - trouble(b) || (a.city < b.city ? -1 : 1));
  return { asOf: now, items, more: facts.more };
};
