import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableBody } from '../../../shared/exchange/codecs/common.ts';
import {
  decodeRequisitionResource,
  encodeRequisitionResource,
} from '../../../shared/exchange/codecs/requisition-resource.ts';
import { countOf } from '../../../shared/exchange/codecs/resource-elements.ts';
import { type EdxlMessage, edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import { anItem, aPlacedRequest, aRequisition, IDS } from '../../builders/received-request.ts';
import { anyRequisitionMessage } from '../../builders/request-arbitraries.ts';

type Body = EdxlMessage<'RequisitionResource'>;

const { incident, requestedBy } = aPlacedRequest();
const context = { incident, requestedBy, item: anItem(), originating: IDS.requestMessage };

/** What the partner reads: the message once it was JSON and kept the rules of EDXL-RM. */
const received = (body: Body): Body => edxlMessageSchemas.RequisitionResource.parse(JSON.parse(JSON.stringify(body)));

const encoded = (): Body =>
  received(encodeRequisitionResource({ requisition: aRequisition(), preceding: IDS.answerMessage }, context));

const first = (body: Body): Body['ResourceInformation'][number] => {
  const [information] = body.ResourceInformation;
  if (!information) throw new Error('a requisition has one resource');
  return information;
};

describe('a requisition as RequisitionResource', () => {
  it('is read back as it was signed, whatever it says', () => {
    fc.assert(
      fc.property(anyRequisitionMessage, (message) => {
        expect(decodeRequisitionResource(received(encodeRequisitionResource(message, context)))).toEqual(message);
      }),
    );
  });

  it('says in the standard elements what they can say', () => {
    expect(encoded()).toMatchObject({
      MessageID: IDS.requisitionMessage,
      SentDateTime: '2026-07-15T00:45:00.000Z',
      OriginatingMessageID: IDS.requestMessage,
      PrecedingMessageID: IDS.answerMessage,
      Funding: [{ FundCode: 'XN-2026-07' }],
      ContactInformation: [
        { ContactRole: 'Requester' },
        { ContactRole: 'Approver', ContactDescription: 'representative@630100' },
      ],
      ResourceInformation: [
        {
          ResourceInfoElementID: IDS.waterItem,
          AssignmentInformation: {
            Quantity: { MeasuredQuantity: { Amount: 1 } },
            PriceQuote: { MeasuredQuantity: { Amount: 12_500.01 } },
          },
        },
      ],
    });
  });

  it('cannot be read when it counts other than the teams it names', () => {
    const body = encoded();
    const information = first(body);
    const miscounted = { ...information, AssignmentInformation: { Quantity: countOf(3) } };
    expect(() => decodeRequisitionResource({ ...body, ResourceInformation: [miscounted] })).toThrow(UnreadableBody);
  });

  it('cannot be read when it is two requisitions', () => {
    const body = encoded();
    const other = { ...first(body), ResourceInfoElementID: IDS.medicalItem };
    expect(() => decodeRequisitionResource({ ...body, ResourceInformation: [first(body), other] })).toThrow(
      UnreadableBody,
    );
  });

  it('cannot be read without the signatory', () => {
    const body = encoded();
    const anonymous = { ...body, ContactInformation: body.ContactInformation.slice(0, 1) };
    expect(() => decodeRequisitionResource(anonymous)).toThrow(UnreadableBody);
  });
});
