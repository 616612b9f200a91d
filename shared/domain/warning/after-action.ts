import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { type Instant, InstantSchema, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import type { WarningAct } from './warning-act.ts';
import { WarningColourSchema } from './warning-colour.ts';
import type { Warning } from './warning-state.ts';
import { headlineOf } from './what-is-feared.ts';

/** What was done to one thing: from when until when, or why it was not, or not undone. */
const done = {
  targetId: z.uuid(),
  name: z.string(),
  rule: z.string(),
  outcome: z.enum(['due', 'done', 'refused', 'undone']),
  from: InstantSchema.optional(),
  until: InstantSchema.optional(),
  /** Of the time that it lasted; until now, where it still does. */
  minutes: z.int().min(0).optional(),
  note: TextSchema.optional(),
};

/** A request that was placed under an agreement while a warning had it armed. */
const CarriedRequestSchema = z.strictObject({
  requestId: z.uuid(),
  side: z.enum(['made', 'received']),
  partner: CityCodeSchema,
  title: z.string(),
  status: z.string(),
  placedAt: InstantSchema,
  /** What was committed to, as requisitioned, CNY fen; none where nothing was. */
  committedCost: FenSchema,
  deployments: z.array(z.uuid()),
});
export type CarriedRequest = z.infer<typeof CarriedRequestSchema>;

/** A row of the table that the annex was made from, by which it can be verified in the ledger. */
const SourceSchema = z.strictObject({ kind: z.string(), id: z.uuid(), version: z.int(), head: z.string() });
export type AnnexSource = z.infer<typeof SourceSchema>;

/** What a warning set going, and what became of it. */
export const AfterActionSchema = z
  .strictObject({
    warningId: z.uuid(),
    identifier: z.string(),
    sender: z.string(),
    headline: z.string(),
    colour: WarningColourSchema.optional(),
    exercise: z.boolean(),
    status: z.enum(['in-force', 'expired', 'superseded', 'cancelled']),
    from: InstantSchema,
    until: InstantSchema.optional(),
    /** Whether it is over and everything is undone that it did. */
    settled: z.boolean(),
    agreements: z.array(z.strictObject({ ...done, requests: z.array(CarriedRequestSchema) })),
    standbys: z.array(z.strictObject(done)),
    notices: z.array(
      z.strictObject({ ...done, awarenessId: z.uuid().optional(), confirmedAt: InstantSchema.optional() }),
    ),
    drafts: z.array(z.strictObject({ ...done, requestId: z.uuid().optional(), requestStatus: z.string().optional() })),
    /** Of all requests that the agreements carried, CNY fen. */
    committedCost: FenSchema,
    /** Whether all requests of the time were looked at. */
    complete: z.boolean(),
    madeAt: InstantSchema,
    sources: z.array(SourceSchema),
  })
  .meta({ id: 'WarningAfterAction' });
export type AfterAction = z.infer<typeof AfterActionSchema>;

/** What was found of a warning's acts besides the warning. */
export interface FoundAfterwards {
  /** By agreement. */
  readonly requests: ReadonlyMap<string, readonly CarriedRequest[]>;
  /** When a notice was confirmed, by its id. */
  readonly confirmed: ReadonlyMap<string, Instant>;
  /** Status of drafts, by their ids. */
  readonly drafts: ReadonlyMap<string, string>;
  readonly complete: boolean;
  readonly sources: readonly AnnexSource[];
}

/** @returns from when until when an act held; `until` is missing while it does. */
export const heldOf = ({
  status,
  at,
  doneAt,
}: WarningAct): { readonly from: Instant; readonly until?: Instant } | undefined => {
  const from = doneAt ?? (status === 'done' ? at : undefined);
  if (from === undefined) return undefined;
  return status === 'undone' && at !== undefined ? { from, until: at } : { from };
};

const doneOf = (act: WarningAct, now: Instant) => {
  const { targetId, name = targetId, rule, status, refusal } = act;
  const held = heldOf(act);
  return {
    ...{ targetId, name, rule: rule.name, outcome: status, ...held },
    ...(held && { minutes: Math.max(0, Math.round(millisecondsBetween(held.from, held.until ?? now) / MINUTE_MS)) }),
    ...(refusal && { note: refusal.text }),
  };
};

/** @returns the annex: what a warning did by the city's rules, for how long, and what followed. */
export const afterActionOf = (warning: Warning, found: FoundAfterwards, now: Instant): AfterAction => {
  const { id: warningId, alert, assessment, status, at: from, acts = [] } = warning;
  const of = (what: WarningAct['what']): readonly WarningAct[] => acts.filter((act) => act.what === what);
  const { colour } = assessment;
  const carried = (id: string) => found.requests.get(id) ?? [];
  const agreements = of('arm-agreement').map((act) => ({
    ...doneOf(act, now),
    requests: [...carried(act.targetId)],
  }));
  return {
    ...{ warningId, identifier: alert.identifier, sender: alert.sender, headline: headlineOf(warning) },
    ...(colour === undefined ? {} : { colour }),
    ...{ exercise: alert.status !== 'Actual', status, from },
    ...('endedAt' in warning && { until: warning.endedAt }),
    settled: status !== 'in-force' && !acts.some((act) => act.status === 'done'),
    agreements,
    standbys: of('put-on-standby').map((act) => doneOf(act, now)),
    notices: of('tell-partner').map((act) => {
      const confirmedAt = act.madeId === undefined ? undefined : found.confirmed.get(act.madeId);
      return {
        ...doneOf(act, now),
        ...(act.madeId !== undefined && { awarenessId: act.madeId }),
        ...(confirmedAt !== undefined && { confirmedAt }),
      };
    }),
    drafts: of('draft-request').map((act) => {
      const requestStatus = act.madeId === undefined ? undefined : found.drafts.get(act.madeId);
      return {
        ...doneOf(act, now),
        ...(act.madeId !== undefined && { requestId: act.madeId }),
        ...(requestStatus !== undefined && { requestStatus }),
      };
    }),
    committedCost: agreements.flatMap(({ requests }) => requests).reduce((sum, one) => sum + one.committedCost, 0),
    ...{ complete: found.complete, madeAt: now, sources: [...found.sources] },
  };
};
