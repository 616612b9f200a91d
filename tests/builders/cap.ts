import fc from 'fast-check';
import type { CapAlert } from '../../shared/domain/cap/cap-alert.ts';
import {
  CapCategorySchema,
  CapCertaintySchema,
  CapMessageTypeSchema,
  CapResponseTypeSchema,
  CapScopeSchema,
  CapSeveritySchema,
  CapStatusSchema,
  CapUrgencySchema,
} from '../../shared/domain/cap/cap-codes.ts';
import type { CapInfo } from '../../shared/domain/cap/cap-info.ts';
import { capMoment } from '../../shared/domain/cap/cap-text.ts';
import { isXmlText } from '../../shared/domain/kernel/words.ts';

/** A square around Xining's seat. */
export const AROUND_XINING = '36.5,101.6 36.5,101.9 36.7,101.9 36.7,101.6 36.5,101.6';

/** @returns what a red rainstorm warning says, changed as wanted. */
export const rainstormInfo = (overrides: Partial<CapInfo> = {}): CapInfo => ({
  language: 'zh-CN',
  category: ['Met'],
  event: '暴雨',
  responseType: ['Prepare', 'Avoid'],
  urgency: 'Immediate',
  severity: 'Extreme',
  certainty: 'Observed',
  eventCode: [{ valueName: 'GB/T 35561', value: '11B03' }],
  effective: '2026-07-15T08:00:00+08:00',
  expires: '2026-07-15T14:00:00+08:00',
  senderName: '西宁市气象台（演示）',
  headline: '西宁市气象台发布暴雨红色预警信号（演示）',
  description: '未来三小时城区降雨量将达一百毫米以上（演示）。',
  area: [
    {
      areaDesc: '西宁市',
      polygon: [AROUND_XINING],
      geocode: [{ valueName: 'GB/T 2260', value: '630100' }],
    },
  ],
  ...overrides,
});

/** @returns a red rainstorm warning, changed as wanted. */
export const rainstorm = (overrides: Partial<CapAlert> = {}): CapAlert => ({
  identifier: '63010041600000_20260715080000_1',
  sender: '63010041600000',
  sent: '2026-07-15T08:00:00+08:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
  info: [rainstormInfo()],
  ...overrides,
});

/** @returns the alert in a reference. */
export const naming = ({ sender, identifier, sent }: CapAlert): string => [sender, identifier, sent].join(',');

const text = fc.string({ unit: 'binary', maxLength: 30 }).filter(isXmlText);
const words = text.filter((one) => one.trim() !== '');
const name = fc.stringMatching(/^[\w.:@-]{1,20}$/);
const moment = fc
  .tuple(
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.integer({ min: -56, max: 56 }),
  )
  .map(([date, quarters]) => capMoment(date.toISOString(), quarters * 15));
const coded = <T>({ options }: { readonly options: readonly T[] }) => fc.constantFrom(...options);
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
const point = fc
  .tuple(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -18000, max: 18000 }))
  .map(([latitude, longitude]) => `${latitude / 100},${longitude / 100}`);
const polygon = fc.array(point, { minLength: 3, maxLength: 6 }).map((points) => [...points, points[0]].join(' '));
const circle = fc.tuple(point, fc.integer({ min: 0, max: 2000 })).map(([centre, radius]) => `${centre} ${radius}`);
const namedValue = fc.record({ valueName: words, value: text });

const area = fc.record(
  {
    areaDesc: words,
    polygon: several(polygon),
    circle: several(circle),
    geocode: several(namedValue),
    altitude: fc.constantFrom('0', '-3.5', '1200'),
  },
  { requiredKeys: ['areaDesc'] },
);

const resource = fc.record(
  {
    resourceDesc: words,
    mimeType: words,
    size: fc.nat().map(String),
    uri: fc.webUrl(),
    derefUri: fc.base64String(),
    digest: text,
  },
  { requiredKeys: ['resourceDesc', 'mimeType'] },
);

const info = fc.record(
  {
    language: fc.constantFrom('zh-CN', 'en', 'bo-CN'),
    category: several(coded(CapCategorySchema)),
    event: words,
    responseType: several(coded(CapResponseTypeSchema)),
    urgency: coded(CapUrgencySchema),
    severity: coded(CapSeveritySchema),
    certainty: coded(CapCertaintySchema),
    audience: text,
    eventCode: several(namedValue),
    effective: moment,
    onset: moment,
    expires: moment,
    senderName: text,
    headline: text,
    description: text,
    instruction: text,
    web: fc.webUrl(),
    contact: text,
    parameter: several(namedValue),
    resource: several(resource),
    area: several(area),
  },
  { requiredKeys: ['category', 'event', 'urgency', 'severity', 'certainty'] },
);

/** Alerts of every shape that CAP allows. */
export const anyAlert: fc.Arbitrary<CapAlert> = fc.record(
  {
    identifier: name,
    sender: name,
    sent: moment,
    status: coded(CapStatusSchema),
    msgType: coded(CapMessageTypeSchema),
    source: text,
    scope: coded(CapScopeSchema),
    restriction: words,
    addresses: words,
    code: several(text),
    note: text,
    references: several(fc.tuple(name, name, moment).map((triple) => triple.join(','))).map((all) => all.join(' ')),
    incidents: text,
    info: several(info),
  },
  {
    requiredKeys: [
      'identifier',
      'sender',
      'sent',
      'status',
      'msgType',
      'scope',
      'restriction',
      'addresses',
      'references',
    ],
  },
);
