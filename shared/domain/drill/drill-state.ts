import * as z from 'zod';
import { AGGREGATE_KINDS } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { type Instant, InstantSchema, MINUTE_MS, plus } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { TextSchema } from '../kernel/text.ts';
import { DrillReportSchema } from './drill-report.ts';
import { DrillScriptSchema } from './drill-script.ts';

const at = InstantSchema;
const by = PersonReferenceSchema;
const reference = z.strictObject({ kind: z.enum(AGGREGATE_KINDS), id: z.uuid() });

/** Partners that a drill may have. */
export const MOST_PARTICIPANTS = 12;

/** A partner city that takes part, and the agreement under which it is told: a live one, or one made for exercises. */
export const DrillParticipantSchema = z
  .strictObject({ city: CityCodeSchema, agreementId: z.uuid() })
  .meta({ id: 'DrillParticipant' });

/** What became of an inject. */
export const InjectOutcomeSchema = z
  .strictObject({
    key: z.string(),
    at,
    /** What it made or changed. */
    made: reference.optional(),
    /** Why it could not be given. */
    failure: z.strictObject({ code: z.string(), text: TextSchema }).optional(),
    /** What the duty room did about it. */
    handled: z.strictObject({ note: z.string(), by, at }).optional(),
  })
  .meta({ id: 'DrillInjectOutcome' });

/** Something of a drill that is removed: what it was, and the head of its ledger, which the drill keeps. */
export const RemovedThingSchema = reference.extend({ length: z.int().min(0), head: z.string() });
export type RemovedThing = z.infer<typeof RemovedThingSchema>;

/** How far the removal of a drill's data has come. */
export const DrillRemovalSchema = z
  .strictObject({
    by,
    orderedAt: at,
    /** What is being removed now. */
    batch: z.array(RemovedThingSchema),
    /** What has been removed, by kind. */
    counts: z.record(z.string(), z.int().min(0)),
    /** SHA-256 over the heads of all the ledgers, in order of their removal, base64url. */
    digest: z.string(),
    doneAt: at.optional(),
  })
  .meta({ id: 'DrillRemoval' });
export type DrillRemoval = z.infer<typeof DrillRemovalSchema>;

const common = { id: z.uuid(), failures: z.array(MessageFailureSchema) };

const hosted = {
  ...common,
  script: DrillScriptSchema,
  participants: z.array(DrillParticipantSchema).max(MOST_PARTICIPANTS),
  /** Incidents that injects open, by the inject's key. */
  incidents: z.record(z.string(), z.uuid()),
  /** Incidents of exercises that were there before, whose data belongs to this drill as well. */
  adopted: z.array(z.uuid()),
  plannedBy: by,
  plannedAt: at,
};
const begun = {
  ...hosted,
  startedAt: at,
  /** How long it has stood still, milliseconds; moments of the script are so much later. */
  pausedMs: z.int().min(0),
  outcomes: z.array(InjectOutcomeSchema),
};
const removal = DrillRemovalSchema.optional();

const invited = {
  ...common,
  host: CityCodeSchema,
  agreementId: z.uuid(),
  title: z.string(),
  scenario: z.string(),
  lastsMinutes: z.int().positive(),
  /** The host's incidents, of which whatever this city does in the drill comes. */
  incidentIds: z.array(z.uuid()),
  announcedAt: at,
};

/** A drill: at its host from plan to end, or at a partner that takes part in it. */
export const DrillStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('planned'), ...hosted }),
  z.strictObject({ status: z.literal('running'), ...begun }),
  z.strictObject({ status: z.literal('paused'), ...begun, pausedAt: at, reason: z.string() }),
  z.strictObject({
    status: z.literal('ended'),
    ...begun,
    endedAt: at,
    /** Why it was broken off, if it was. */
    aborted: z.string().optional(),
    report: DrillReportSchema,
    removal,
  }),
  /** Never started. */
  z.strictObject({ status: z.literal('called-off'), ...hosted, endedAt: at, reason: z.string(), removal }),
  z.strictObject({ status: z.literal('invited'), ...invited, isRunning: z.boolean() }),
  z.strictObject({ status: z.literal('attended'), ...invited, endedAt: at, removal }),
]);
export type DrillState = z.infer<typeof DrillStateSchema>;
export type DrillStateOf<S extends DrillState['status']> = Extract<DrillState, { readonly status: S }>;
export type HostedDrill = Exclude<DrillState, { readonly status: 'invited' | 'attended' }>;
export type BegunDrill = DrillStateOf<'running' | 'paused' | 'ended'>;
export type OverDrill = DrillStateOf<'ended' | 'called-off' | 'attended'>;

/** Every status of a drill, with what people read. */
export const DRILL_STATUSES = {
  planned: { zh: '已计划', en: 'planned' },
  running: { zh: '进行中', en: 'running' },
  paused: { zh: '已暂停', en: 'paused' },
  ended: { zh: '已结束', en: 'ended' },
  'called-off': { zh: '未开始即取消', en: 'called off' },
  invited: { zh: '应邀参加', en: 'invited' },
  attended: { zh: '已参加', en: 'attended' },
} as const satisfies Record<DrillState['status'], { zh: string; en: string }>;
export const DrillStatusSchema = z
  .enum(Object.keys(DRILL_STATUSES) as [DrillState['status'], ...DrillState['status'][]])
  .meta({ id: 'DrillStatus' });

/** @returns whether this city has written the drill. */
export const isHosted = (state: DrillState): state is HostedDrill =>
  state.status !== 'invited' && state.status !== 'attended';
export const isBegun = (state: DrillState): state is BegunDrill =>
  state.status === 'running' || state.status === 'paused' || state.status === 'ended';
export const isOver = (state: DrillState): state is OverDrill =>
  state.status === 'ended' || state.status === 'called-off' || state.status === 'attended';

/** @returns the moment of so many minutes into a drill. */
export const momentOf = ({ startedAt, pausedMs }: BegunDrill, minutes: number): Instant =>
  plus(startedAt, minutes * MINUTE_MS + pausedMs);

/** @returns when it ends by itself. */
export const endsAt = (state: BegunDrill): Instant => momentOf(state, state.script.lastsMinutes);

/** @returns the injects that have been neither given nor found impossible, in order of their moments. */
export const pendingInjects = (state: BegunDrill) =>
  state.script.injects
    .filter(({ key }) => !state.outcomes.some((outcome) => outcome.key === key))
    .toSorted((one, other) => one.atMinutes - other.atMinutes);

/** @returns what all that belongs to the drill comes of: incidents, and whatever else an inject made. */
export const rootsOf = (state: DrillState): readonly string[] => {
  if (!isHosted(state)) return state.incidentIds;
  const made = isBegun(state) ? state.outcomes.flatMap((outcome) => outcome.made?.id ?? []) : [];
  return [...new Set([...Object.values(state.incidents), ...state.adopted, ...made])];
};
