import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeAnswerMessage,
  encodeAnswer,
  encodeAnswerWithdrawal,
} from '../../../shared/exchange/codecs/response-to-request-resource.ts';
import { type EdxlMessage, edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import { anyAnswer, anyAnswerWithdrawal } from '../../builders/answer-arbitraries.ts';
import { anAcceptance, anAnswer, aPlacedRequest, IDS, PROVIDER } from '../../builders/received-request.ts';

type Message = EdxlMessage<'ResponseToRequestResource'>;

const context = {
  placed: aPlacedRequest(),
  originating: IDS.requestMessage,
  city: PROVIDER,
  dutyRoom: { name: '兰州市应急值班室', telephone: '000-0000-0002' },
};

/** What the partner reads: the message once it was JSON and kept the rules of EDXL-RM. */
const received = (message: Message): Message =>
  edxlMessageSchemas.ResponseToRequestResource.parse(JSON.parse(JSON.stringify(message)));

describe('an answer as ResponseToRequestResource', () => {
  it('is read back as it was given, whatever it says', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(decodeAnswerMessage(received(encodeAnswer(answer, context)))).toEqual({ kind: 'answer', answer });
      }),
    );
  });

  it('says in the standard elements what they can say', () => {
    const message = encodeAnswer(anAnswer(), context);
    expect(message).toMatchObject({
      OriginatingMessageID: IDS.requestMessage,
      PrecedingMessageID: IDS.requestMessage,
      IncidentInformation: [{ IncidentID: IDS.incident }],
      ContactInformation: [{ ContactRole: 'RespondingOrg', ContactDescription: PROVIDER }],
    });
    expect(message.ResourceInformation).toMatchObject([
      {
        ResourceInfoElementID: IDS.waterItem,
        ResponseInformation: { PrecedingResourceInfoElementID: IDS.waterItem, ResponseType: 'Accept' },
        Resource: { Name: '兰州水上救援一队', TypeStructure: { Value: ['water-rescue'] } },
        AssignmentInformation: {
          Quantity: { MeasuredQuantity: { Amount: 1 } },
          PriceQuote: { MeasuredQuantity: { Amount: 12_500.01, UnitOfMeasure: { Value: ['CNY'] } } },
        },
      },
    ]);
  });

  it('cannot be read when a promise names no teams', () => {
    const message = encodeAnswer(anAnswer({ items: [anAcceptance()] }), context);
    const [information] = message.ResourceInformation;
    const nameless = { ...information, Resource: { Name: '某队' } } as Message['ResourceInformation'][number];
    expect(() => decodeAnswerMessage({ ...message, ResourceInformation: [nameless] })).toThrow();
  });
});

describe('the withdrawal of an answer as ResponseToRequestResource', () => {
  it('is read back as it was given, whatever it says', () => {
    fc.assert(
      fc.property(anyAnswerWithdrawal, (withdrawal) => {
        const message = received(encodeAnswerWithdrawal(withdrawal, context));
        expect(decodeAnswerMessage(message)).toEqual({ kind: 'withdrawal', withdrawal });
      }),
    );
  });

  it('recalls the answer and declines its items, so that any EDXL-RM system understands it', () => {
    const withdrawal = {
      messageId: IDS.requisition,
      recalledMessageId: IDS.answerMessage,
      itemIds: [IDS.waterItem],
      reason: '本市突发险情',
      withdrawnAt: '2026-07-15T01:00:00.000Z',
    };
    expect(encodeAnswerWithdrawal(withdrawal, context)).toMatchObject({
      MessageRecall: { RecallMessageID: IDS.answerMessage, RecallType: 'Cancel' },
      ResourceInformation: [{ ResponseInformation: { ResponseType: 'Decline', ResponseReason: '本市突发险情' } }],
    });
  });

  it('is not read from a recall of type Update: answers are withdrawn and given anew', () => {
    const message = encodeAnswer(anAnswer(), context);
    const recall = { RecallMessageID: IDS.answerMessage, RecallType: 'Update' as const };
    expect(() => decodeAnswerMessage({ ...message, MessageRecall: recall })).toThrow();
  });
});
