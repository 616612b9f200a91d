import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commitment } from '../../../shared/domain/request/requisition.ts';
import { decodeCommitment, encodeCommitment } from '../../../shared/exchange/codecs/commit-resource.ts';
import { type EdxlMessage, edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import { anyCommitment } from '../../builders/answer-arbitraries.ts';
import { aNamedTeam, anItem, aPlacedRequest, IDS, idOf, PROVIDER } from '../../builders/received-request.ts';

type Message = EdxlMessage<'CommitResource'>;

const context = {
  incident: aPlacedRequest().incident,
  item: anItem(),
  preceding: IDS.requisitionMessage,
  originating: IDS.requestMessage,
  city: PROVIDER,
  dutyRoom: { name: '兰州市应急值班室', telephone: '000-0000-0002' },
  sentAt: '2026-07-15T01:00:00.000Z',
};

const commitment: Extract<Commitment, { outcome: 'committed' }> = {
  outcome: 'committed',
  requisitionId: IDS.requisition,
  messageId: idOf(0x800),
  orderNumber: '620100-20260715-7F3A',
  teams: [{ deploymentId: idOf(0x900), team: aNamedTeam() }],
  estimatedDeparture: '2026-07-15T02:00:00.000Z',
  estimatedArrival: '2026-07-15T06:00:00.000Z',
  signedBy: { id: 'representative@620100', name: '授权代表', signedAt: '2026-07-15T01:00:00.000Z' },
};

/** What the partner reads: the message once it was JSON and kept the rules of EDXL-RM. */
const received = (message: Message): Message =>
  edxlMessageSchemas.CommitResource.parse(JSON.parse(JSON.stringify(message)));

describe('a commitment as CommitResource', () => {
  it('is read back as it was given, whatever it says', () => {
    fc.assert(
      fc.property(anyCommitment, (any) => {
        expect(decodeCommitment(received(encodeCommitment(any, context)))).toEqual(any);
      }),
    );
  });

  it('names the requisition as preceding, and carries order number, quantity and signatory', () => {
    expect(encodeCommitment(commitment, context)).toMatchObject({
      OriginatingMessageID: IDS.requestMessage,
      PrecedingMessageID: IDS.requisitionMessage,
      ContactInformation: [{ ContactRole: 'RespondingOrg' }, { ContactRole: 'Approver' }],
      ResourceInformation: [
        {
          ResponseInformation: { PrecedingResourceInfoElementID: IDS.waterItem, ResponseType: 'Accept' },
          Resource: { ResourceID: IDS.team },
          AssignmentInformation: {
            Quantity: { MeasuredQuantity: { Amount: 1 } },
            OrderID: '620100-20260715-7F3A',
          },
        },
      ],
    });
  });

  it('cannot be read without an order number', () => {
    const message = encodeCommitment(commitment, context);
    const [information] = message.ResourceInformation;
    const unordered = { ...information, AssignmentInformation: { Quantity: { MeasuredQuantity: { Amount: 1 } } } };
    const body = { ...message, ResourceInformation: [unordered as Message['ResourceInformation'][number]] };
    expect(() => decodeCommitment(body)).toThrow();
  });
});

describe('a provisional CommitResource', () => {
  it('is not read as a commitment: a commitment is firm or declined', () => {
    const message = encodeCommitment(commitment, context);
    const [information] = message.ResourceInformation;
    const provisional = {
      ...information,
      ResponseInformation: {
        PrecedingResourceInfoElementID: IDS.waterItem,
        ResponseType: 'Provisional',
        ResponseReason: '待定',
      },
    };
    const body = { ...message, ResourceInformation: [provisional as Message['ResourceInformation'][number]] };
    expect(() => decodeCommitment(received(body))).toThrow(/firm/);
  });
});
