import { ENTITY, keys } from '../shared/data/table.ts';
import { DEADLINE_ACTED } from '../shared/domain/deadline/deadline-acted.ts';
import { FIGURED_KINDS } from '../shared/domain/figures/figures-of.ts';
import { EVENTS_THAT_BRING_WORK } from '../shared/domain/import-job/import-job-events.ts';
import type { AggregateKind } from '../shared/domain/kernel/aggregate.ts';
import { EVENTS_THAT_CHANGE_ASKS, EVENTS_THAT_JOIN } from '../shared/domain/over-ask/asking-events.ts';
import { RegistryEntryKindSchema } from '../shared/domain/registry/registry-entry.ts';
import type { FunctionDefinition } from './catalog-types.ts';
import { DECIDES } from './rights.ts';

/** @returns what the partitions of aggregates of these kinds begin with. */
const ledgersOf = (...kinds: readonly AggregateKind[]) => kinds.map((kind) => ({ prefix: keys.aggregate(kind, '') }));

/** Functions that follow the table's new rows at their own pace, each by a queue of its own. */
export const TOLD_OF_ROWS: readonly FunctionDefinition[] = [
  {
    name: 'listing-share',
    purpose: { zh: '名录共享', en: 'Keeps what cities share of their registries current' },
    routes: [],
    triggers: [
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: {
            Keys: {
              pk: {
                S: ledgersOf(...RegistryEntryKindSchema.options, 'listing-share'),
              },
            },
            NewImage: { entity: { S: [ENTITY.event] } },
          },
        },
      },
    ],
    rights: DECIDES,
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
  },
  {
    name: 'registry-index',
    purpose: { zh: '登记条目索引', en: 'Keeps the index of the registry that lookups read' },
    routes: [],
    triggers: [
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: {
            Keys: { pk: { S: ledgersOf(...RegistryEntryKindSchema.options) } },
            NewImage: { entity: { S: [ENTITY.event] } },
          },
        },
      },
    ],
    rights: ['table:read', 'table:write'],
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
  },
  {
    name: 'imports-worker',
    purpose: { zh: '表格导入（处理）', en: 'Reads, checks and applies spreadsheets, piece after piece' },
    routes: [],
    triggers: [
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: {
            NewImage: {
              entity: { S: [ENTITY.event] },
              entry: { M: { kind: { S: ['import-job'] }, type: { S: [...EVENTS_THAT_BRING_WORK] } } },
            },
          },
        },
      },
    ],
    rights: [...DECIDES, 'files:read', 'files:write'],
    memoryMegabytes: 1769,
    timeoutSeconds: 300,
  },
  {
    name: 'over-asks',
    purpose: { zh: '请求比对', en: 'Sets requests beside one another, so that nobody sends the same twice' },
    routes: [],
    triggers: [
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: {
            Keys: { pk: { S: ledgersOf('request', 'received-request') } },
            NewImage: { entity: { S: [ENTITY.event] }, entry: { M: { type: { S: [...EVENTS_THAT_CHANGE_ASKS] } } } },
          },
        },
      },
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: {
            Keys: { pk: { S: ledgersOf('incident') } },
            NewImage: { entity: { S: [ENTITY.event] }, entry: { M: { type: { S: [...EVENTS_THAT_JOIN] } } } },
          },
        },
      },
    ],
    rights: DECIDES,
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  },
  {
    name: 'notifier',
    purpose: { zh: '通知送达', en: 'Brings notices to people, by whatever way they want' },
    routes: [],
    triggers: [
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: { NewImage: { entity: { S: [ENTITY.notice, ENTITY.delivery, ENTITY.notificationWake] } } },
        },
      },
    ],
    rights: ['table:read', 'table:write', 'secrets:read'],
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  },
  {
    name: 'figures-worker',
    purpose: { zh: '统计（计算）', en: 'Keeps the figures as things happen' },
    routes: [],
    triggers: [
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: { Keys: { pk: { S: ledgersOf(...FIGURED_KINDS) } }, NewImage: { entity: { S: [ENTITY.event] } } },
        },
      },
      {
        kind: 'row-queue',
        filter: {
          eventName: ['INSERT'],
          dynamodb: {
            NewImage: { entity: { S: [ENTITY.event] }, entry: { M: { type: { S: [DEADLINE_ACTED] } } } },
          },
        },
      },
      {
        kind: 'row-queue',
        filter: { eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: [ENTITY.figureRebuild] } } } },
      },
    ],
    rights: ['table:read', 'table:write'],
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
  },
];
