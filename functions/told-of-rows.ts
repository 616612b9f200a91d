import { ENTITY, keys } from '../shared/data/table.ts';
import { DEADLINE_ACTED } from '../shared/domain/deadline/deadline-acted.ts';
import { FIGURED_KINDS } from '../shared/domain/figures/figures-of.ts';
import { EVENTS_THAT_BRING_WORK } from '../shared/domain/import-job/import-job-events.ts';
import type { AggregateKind } from '../shared/domain/kernel/aggregate.ts';
import { EVENTS_THAT_CHANGE_ASKS, EVENTS_THAT_JOIN } from '../shared/domain/over-ask/asking-events.ts';
import { RegistryEntryKindSchema } from '../shared/domain/registry/registry-entry.ts';
import type { FunctionDefinition, RowFilter } from './catalog-types.ts';
import { DECIDES } from './rights.ts';

/** @returns what the partitions of aggregates of these kinds begin with. */
const ledgersOf = (...kinds: readonly AggregateKind[]) => kinds.map((kind) => ({ prefix: keys.aggregate(kind, '') }));

type Names = readonly string[];

/** New rows of these entities. */
const rows = (...entities: Names): RowFilter => ({
  eventName: ['INSERT'],
  dynamodb: { NewImage: { entity: { S: entities } } },
});

/** New ledger entries: of aggregates of these kinds, or of all; of these types, or of all. */
const entries = ({
  kinds,
  types,
}: {
  readonly kinds?: readonly AggregateKind[];
  readonly types?: Names;
}): RowFilter => ({
  eventName: ['INSERT'],
  dynamodb: {
    ...(kinds === undefined ? {} : { Keys: { pk: { S: ledgersOf(...kinds) } } }),
    NewImage: {
      entity: { S: [ENTITY.event] },
      ...(types === undefined ? {} : { entry: { M: { type: { S: types } } } }),
    },
  },
});

const toldOf = (
  filters: readonly RowFilter[],
  definition: Omit<FunctionDefinition, 'routes' | 'triggers'>,
): FunctionDefinition => ({
  ...definition,
  routes: [],
  triggers: filters.map((filter) => ({ kind: 'row-queue', filter })),
});

/** Functions that follow the table's new rows at their own pace, each by a queue of its own. */
export const TOLD_OF_ROWS: readonly FunctionDefinition[] = [
  toldOf([entries({ kinds: [...RegistryEntryKindSchema.options, 'listing-share'] })], {
    name: 'listing-share',
    purpose: { zh: '名录共享', en: 'Keeps what cities share of their registries current' },
    rights: DECIDES,
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
  }),
  toldOf([entries({ kinds: RegistryEntryKindSchema.options })], {
    name: 'registry-index',
    purpose: { zh: '登记条目索引', en: 'Keeps the index of the registry that lookups read' },
    rights: ['table:read', 'table:write'],
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
  }),
  toldOf([rows(ENTITY.event)], {
    name: 'ledger-index',
    purpose: { zh: '台账检索', en: 'Keeps the lists by which entries of all ledgers are found' },
    rights: ['table:read', 'table:write'],
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  }),
  toldOf([entries({ kinds: ['import-job'], types: EVENTS_THAT_BRING_WORK })], {
    name: 'imports-worker',
    purpose: { zh: '表格导入（处理）', en: 'Reads, checks and applies spreadsheets, piece after piece' },
    rights: [...DECIDES, 'files:read', 'files:write'],
    memoryMegabytes: 1769,
    timeoutSeconds: 300,
  }),
  toldOf(
    [
      entries({ kinds: ['request', 'received-request'], types: EVENTS_THAT_CHANGE_ASKS }),
      entries({ kinds: ['incident'], types: EVENTS_THAT_JOIN }),
    ],
    {
      name: 'over-asks',
      purpose: { zh: '请求比对', en: 'Sets requests beside one another, so that nobody sends the same twice' },
      rights: DECIDES,
      memoryMegabytes: 512,
      timeoutSeconds: 60,
    },
  ),
  toldOf([rows(ENTITY.notice, ENTITY.delivery, ENTITY.notificationWake)], {
    name: 'notifier',
    purpose: { zh: '通知送达', en: 'Brings notices to people, by whatever way they want' },
    rights: ['table:read', 'table:write', 'secrets:read'],
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  }),
  toldOf([entries({ kinds: FIGURED_KINDS }), entries({ types: [DEADLINE_ACTED] }), rows(ENTITY.figureRebuild)], {
    name: 'figures-worker',
    purpose: { zh: '统计（计算）', en: 'Keeps the figures as things happen' },
    rights: ['table:read', 'table:write'],
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
  }),
];
