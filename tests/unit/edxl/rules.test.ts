import { describe, expect, it } from 'vitest';
import type { EdxlMessageType } from '../../../shared/exchange/edxl/messages.ts';
import { parseEdxl } from '../../../shared/exchange/edxl/parse-edxl.ts';
import { EDXL_RULES, type EdxlRule } from '../../../shared/exchange/edxl/rules.ts';
import { fullEdxl, minimalEdxl } from '../../builders/edxl.ts';
import { type Place, withContent, without } from './change.ts';

interface Case {
  readonly type: EdxlMessageType;
  readonly body: unknown;
  readonly pointer: string;
}

const item: Place = ['ResourceInformation', 0];
const response: Place = [...item, 'ResponseInformation'];
const resource: Place = [...item, 'Resource'];

const replaced = (type: EdxlMessageType, place: Place, content: unknown, pointer: string): Case => ({
  type,
  body: withContent(fullEdxl(type), place, content),
  pointer,
});

const removed = (type: EdxlMessageType, place: Place, pointer: string): Case => ({
  type,
  body: without(fullEdxl(type), ...place),
  pointer,
});

const answer = { PrecedingResourceInfoElementID: 'item-1' };

/** A value in `depth` arrays within one another. */
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}"core"${']'.repeat(depth)}`);

/** At least one message that breaks each rule and nothing else. */
const broken: { readonly [R in EdxlRule]: readonly Case[] } = {
  'incident-is-named': [replaced('RequestResource', ['IncidentInformation', 0], {}, '/IncidentInformation/0')],
  'funding-is-named': [replaced('RequisitionResource', ['Funding', 0], {}, '/Funding/0')],
  'contact-is-named': [
    replaced(
      'RequestReturn',
      ['ContactInformation', 0],
      { ContactLocation: { LocationDescription: 'gate' } },
      '/ContactInformation/0',
    ),
    replaced(
      'RequestReturn',
      [...resource, 'ResponsibleParty'],
      {},
      '/ResourceInformation/0/Resource/ResponsibleParty',
    ),
  ],
  'resource-is-named': [
    replaced('RequestResource', resource, { Description: 'a pump' }, '/ResourceInformation/0/Resource'),
    replaced('ReleaseResource', resource, {}, '/ResourceInformation/0/Resource'),
  ],
  'owner-is-named': [
    replaced(
      'CommitResource',
      [...resource, 'OwnershipInformation'],
      { HomeUnit: 'station 3' },
      '/ResourceInformation/0/Resource/OwnershipInformation',
    ),
  ],
  'location-is-given': [
    replaced(
      'RequestResource',
      [...item, 'ScheduleInformation', 0, 'Location'],
      {},
      '/ResourceInformation/0/ScheduleInformation/0/Location',
    ),
    replaced(
      'RequestResource',
      ['ContactInformation', 0, 'ContactLocation'],
      {},
      '/ContactInformation/0/ContactLocation',
    ),
  ],
  'provisional-needs-reason': [
    replaced(
      'ResponseToRequestReturn',
      response,
      { ...answer, ResponseType: 'Provisional' },
      '/ResourceInformation/0/ResponseInformation',
    ),
  ],
  'acceptance-needs-resource': [
    removed('CommitResource', resource, '/ResourceInformation/0/Resource'),
    removed('ResponseToRequestQuote', resource, '/ResourceInformation/0/Resource'),
    removed('ResponseToRequestExtendedDeploymentDuration', resource, '/ResourceInformation/0/Resource'),
  ],
  'acceptance-needs-quantity': [
    removed(
      'ResponseToRequestResource',
      [...item, 'AssignmentInformation', 'Quantity'],
      '/ResourceInformation/0/AssignmentInformation/Quantity',
    ),
  ],
  'commitment-needs-assignment': [
    removed('CommitResource', [...item, 'AssignmentInformation'], '/ResourceInformation/0/AssignmentInformation'),
  ],
  'commitment-needs-schedule': [
    removed('CommitResource', [...item, 'ScheduleInformation'], '/ResourceInformation/0/ScheduleInformation'),
    replaced('CommitResource', [...item, 'ScheduleInformation'], [], '/ResourceInformation/0/ScheduleInformation'),
  ],
  'declined-commitment-assigns-nothing': ['AssignmentInformation', 'ScheduleInformation'].map((element) => ({
    type: 'CommitResource',
    body: withContent(
      minimalEdxl('CommitResource'),
      [...item, element],
      fullEdxl('CommitResource').ResourceInformation[0]?.[element as 'AssignmentInformation'],
    ),
    pointer: `/ResourceInformation/0/${element}`,
  })),
  'element-ids-are-unique': [
    replaced(
      'RequestResource',
      ['ResourceInformation'],
      [...fullEdxl('RequestResource').ResourceInformation, ...fullEdxl('RequestResource').ResourceInformation],
      '/ResourceInformation/1/ResourceInfoElementID',
    ),
  ],
  'preceding-message-required': (
    [
      'ResponseToRequestResource',
      'ResponseToRequestInformation',
      'ResponseToRequestReturn',
      'ResponseToRequestQuote',
      'ResponseToRequestExtendedDeploymentDuration',
      'CommitResource',
    ] as const
  ).map((type) => removed(type, ['PrecedingMessageID'], '/PrecedingMessageID')),
  'preceding-message-not-allowed': (['RequestResource', 'OfferUnsolicitedResource'] as const).map((type) =>
    replaced(type, ['PrecedingMessageID'], 'message-0', '/PrecedingMessageID'),
  ),
  'funding-required': [
    removed('RequisitionResource', ['Funding'], '/Funding'),
    replaced('RequisitionResource', ['Funding'], [], '/Funding'),
  ],
  'funding-not-allowed': [replaced('OfferUnsolicitedResource', ['Funding'], [{ FundCode: 'fund-1' }], '/Funding')],
  'description-required': [removed('RequestInformation', ['MessageDescription'], '/MessageDescription')],
  'quantity-required': (['RequisitionResource', 'CommitResource', 'ReleaseResource'] as const).map((type) =>
    removed(
      type,
      [...item, 'AssignmentInformation', 'Quantity'],
      '/ResourceInformation/0/AssignmentInformation/Quantity',
    ),
  ),
  'price-required': [
    removed(
      'ResponseToRequestQuote',
      [...item, 'AssignmentInformation', 'PriceQuote'],
      '/ResourceInformation/0/AssignmentInformation/PriceQuote',
    ),
  ],
  'schedule-type-not-allowed': [
    replaced(
      'RequestResource',
      [...item, 'ScheduleInformation', 0, 'ScheduleType'],
      'ActualArrival',
      '/ResourceInformation/0/ScheduleInformation/0/ScheduleType',
    ),
  ],
  'quantity-is-text-or-measure': [{}, { QuantityText: ['two'], MeasuredQuantity: { Amount: 2 } }, { Number: 2 }].map(
    (content) =>
      replaced(
        'RequestResource',
        [...item, 'AssignmentInformation', 'Quantity'],
        content,
        '/ResourceInformation/0/AssignmentInformation/Quantity',
      ),
  ),
  'type-info-is-json': [
    { at: new Date(0) },
    { size: Number.NaN },
    { note: undefined },
    { deep: nested(32) },
    { deep: nested(5000) },
  ].map((content) => ({
    type: 'RequestResource',
    body: {
      ...fullEdxl('RequestResource'),
      ResourceInformation: [
        { ...fullEdxl('RequestResource').ResourceInformation[0], Resource: { Name: 'pump', TypeInfo: content } },
      ],
    },
    pointer: '/ResourceInformation/0/Resource/TypeInfo',
  })),
  'text-has-content': ['', ' \n', 'bell \u0007', 'half \ud83d', 'nothing \uffff'].map((text) =>
    replaced('RequestResource', ['MessageID'], text, '/MessageID'),
  ),
};

const rules = Object.keys(EDXL_RULES) as EdxlRule[];

describe.each(rules)('rule %s', (rule) => {
  it.each(broken[rule])('is named where it is broken: $type $pointer', ({ type, body, pointer }) => {
    expect(parseEdxl(type, body)).toEqual({
      valid: false,
      problems: [{ pointer, rule, message: EDXL_RULES[rule] }],
    });
  });

  it('has a sentence in each language', () => {
    const { en, zh } = EDXL_RULES[rule];
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
  });
});

describe('what the rules leave free', () => {
  const accepted: [what: string, type: EdxlMessageType, body: unknown][] = [
    [
      'a decline without a reason',
      'ResponseToRequestResource',
      withContent(fullEdxl('ResponseToRequestResource'), response, { ...answer, ResponseType: 'Decline' }),
    ],
    [
      'a provisional answer with a code only',
      'ResponseToRequestResource',
      withContent(fullEdxl('ResponseToRequestResource'), response, {
        ...answer,
        ResponseType: 'Provisional',
        ReasonCode: { ValueListURN: 'urn:x-example:reasons', Value: ['weather'] },
      }),
    ],
    [
      'an accepting answer to a request without assignment',
      'ResponseToRequestResource',
      without(fullEdxl('ResponseToRequestResource'), ...item, 'AssignmentInformation'),
    ],
    [
      'a declining answer to a quote without resource',
      'ResponseToRequestQuote',
      withContent(without(fullEdxl('ResponseToRequestQuote'), ...resource) as object, response, {
        ...answer,
        ResponseType: 'Decline',
      }),
    ],
    [
      'quantities in words, several lines',
      'RequestResource',
      withContent(fullEdxl('RequestResource'), [...item, 'AssignmentInformation', 'Quantity'], {
        QuantityText: ['两支队伍', 'and their boats'],
      }),
    ],
    [
      'a resource known by its type alone',
      'RequestResource',
      withContent(fullEdxl('RequestResource'), resource, {
        TypeStructure: { ValueListURN: 'urn:x-example:kinds', Value: ['water-rescue'] },
      }),
    ],
    [
      'type information nested within bounds',
      'RequestResource',
      withContent(fullEdxl('RequestResource'), [...resource, 'TypeInfo'], { deep: nested(31) }),
    ],
  ];

  it.each(accepted)('%s', (_what, type, body) => {
    expect(parseEdxl(type, body)).toEqual({ valid: true, message: body });
  });
});
