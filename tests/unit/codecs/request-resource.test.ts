import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableBody } from '../../../shared/exchange/codecs/common.ts';
import { decodeRequestResource, encodeRequestResource } from '../../../shared/exchange/codecs/request-resource.ts';
import { type EdxlMessage, edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import { anItem, aPlacedRequest, IDS, REQUESTER } from '../../builders/received-request.ts';
import { anyRequestMessage } from '../../builders/request-arbitraries.ts';

type Body = EdxlMessage<'RequestResource'>;

/** What the partner reads: the message once it was JSON and kept the rules of EDXL-RM. */
const received = (body: Body): Body => edxlMessageSchemas.RequestResource.parse(JSON.parse(JSON.stringify(body)));

const placed = aPlacedRequest({ items: [anItem({ costCeiling: 5_000_000, siteConditions: '海拔3000米' })] });
const encoded = (): Body => received(encodeRequestResource({ kind: 'request', placed }));

describe('a request as RequestResource', () => {
  it('is read back as it was placed, changed or withdrawn, whatever it says', () => {
    fc.assert(
      fc.property(anyRequestMessage, (message) => {
        expect(decodeRequestResource(received(encodeRequestResource(message)))).toEqual(message);
      }),
    );
  });

  it('says in the standard elements what they can say', () => {
    expect(encoded()).toMatchObject({
      MessageID: IDS.requestMessage,
      OriginatingMessageID: IDS.requestMessage,
      IncidentInformation: [{ IncidentID: IDS.incident, IncidentDescription: '南川河洪水' }],
      ContactInformation: [{ ContactRole: 'Requester', ContactDescription: REQUESTER }, { ContactRole: 'Approver' }],
      ResourceInformation: [
        {
          ResourceInfoElementID: IDS.waterItem,
          Resource: {
            TypeStructure: { Value: ['water-rescue'] },
            Keyword: [{ Value: ['2'] }],
            SpecialRequirements: '海拔3000米',
          },
          AssignmentInformation: {
            Quantity: { MeasuredQuantity: { Amount: 2 } },
            AnticipatedFunction: '搜救被洪水围困的群众',
          },
          ScheduleInformation: [
            { ScheduleType: 'RequestedArrival', DateTime: '2026-07-15T12:00:00.000Z' },
            {
              ScheduleType: 'ReportTo',
              Location: {
                LocationDescription: '西宁市城东区集结点',
                TargetArea: { srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.62, 101.78] },
              },
            },
            { ScheduleType: 'EstimatedReturnDeparture', DateTime: '2026-07-20T00:00:00.000Z' },
          ],
        },
      ],
    });
  });

  it('names the first message of the conversation, and the one it recalls', () => {
    const update = encodeRequestResource({ kind: 'update', placed, recalledMessageId: IDS.answerMessage }, IDS.team);
    expect(update).toMatchObject({
      OriginatingMessageID: IDS.team,
      MessageRecall: { RecallMessageID: IDS.answerMessage, RecallType: 'Update' },
    });
  });

  const first = (body: Body): Body['ResourceInformation'][number] => {
    const [information] = body.ResourceInformation;
    if (!information) throw new Error('a request has items');
    return information;
  };
  const without: readonly [string, (body: Body) => Body][] = [
    ['contact of the requester', (body) => ({ ...body, ContactInformation: body.ContactInformation.slice(1) })],
    ['contact of the approver', (body) => ({ ...body, ContactInformation: body.ContactInformation.slice(0, 1) })],
    ['incident', ({ IncidentInformation: _, ...body }) => body],
    ['quantity', (body) => ({ ...body, ResourceInformation: [{ ...first(body), AssignmentInformation: {} }] })],
    ['schedule', (body) => ({ ...body, ResourceInformation: [{ ...first(body), ScheduleInformation: [] }] })],
    [
      'typed details',
      (body) => ({
        ...body,
        ResourceInformation: [{ ...first(body), Resource: { ...first(body).Resource, TypeInfo: {} } }],
      }),
    ],
    [
      'known resource kind',
      (body) => ({
        ...body,
        ResourceInformation: [
          {
            ...first(body),
            Resource: { ...first(body).Resource, TypeStructure: { ValueListURN: 'urn:x', Value: ['boat'] } },
          },
        ],
      }),
    ],
    [
      'position in a known reference system',
      (body) => ({
        ...body,
        ResourceInformation: [
          {
            ...first(body),
            ScheduleInformation: first(body).ScheduleInformation?.map((entry) =>
              entry.Location
                ? { ...entry, Location: { LocationDescription: 'x', TargetArea: { srsName: 'GCJ-02', pos: [1, 2] } } }
                : entry,
            ),
          },
        ],
      }),
    ],
  ];
  it.each(without)('cannot be read without its %s', (_, spoil) => {
    expect(() => decodeRequestResource(spoil(encoded()))).toThrow(UnreadableBody);
  });

  it('cannot be withdrawn without a reason', () => {
    const body = encodeRequestResource({
      kind: 'cancellation',
      placed,
      recalledMessageId: IDS.team,
      reason: '险情解除',
    });
    const { MessageDescription: _, ...silent } = received(body);
    expect(() => decodeRequestResource(silent)).toThrow(UnreadableBody);
  });
});
