import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeOfferMessage,
  encodeOffer,
  encodeOfferWithdrawal,
} from '../../../shared/exchange/codecs/offer-unsolicited-resource.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { anOffer } from '../../builders/offer.ts';
import { anyOffer, anyWithdrawal } from '../../builders/offer-arbitraries.ts';
import { travelled } from '../../builders/travelled.ts';

const context = { city: LANZHOU, dutyRoom: { name: '兰州市应急值班室', telephone: '000-0000-0002' } };

describe('an unsolicited offer as OfferUnsolicitedResource', () => {
  it('is read back as it was made, whatever it says', () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        expect(decodeOfferMessage(travelled(encodeOffer(offer, context)))).toEqual({ kind: 'offer', offer });
      }),
    );
  });

  it('is read back as withdrawn', () => {
    fc.assert(
      fc.property(anyOffer, anyWithdrawal, (offer, withdrawal) => {
        const message = travelled(encodeOfferWithdrawal(withdrawal, offer, context));
        expect(decodeOfferMessage(message)).toEqual({ kind: 'withdrawal', withdrawal });
      }),
    );
  });

  it('has price, quantity, availability and the incident as described', () => {
    const offer = anOffer();
    expect(encodeOffer(offer, context)).toMatchObject({
      OriginatingMessageID: offer.messageId,
      IncidentInformation: [{ IncidentDescription: '南川河洪水' }],
      ContactInformation: [{ ContactRole: 'Owner', ContactDescription: LANZHOU }],
      ResourceInformation: [
        {
          Resource: { TypeStructure: { Value: ['water-rescue'] }, Keyword: [{ Value: ['2'] }] },
          AssignmentInformation: {
            Quantity: { MeasuredQuantity: { Amount: 2 } },
            PriceQuote: { MeasuredQuantity: { Amount: 12_000, UnitOfMeasure: { Value: ['CNY'] } } },
          },
          ScheduleInformation: [
            { ScheduleType: 'BeginAvailable', DateTime: offer.availableFrom },
            { ScheduleType: 'EndAvailable', DateTime: offer.availableUntil },
          ],
        },
      ],
    });
  });

  it('cannot be read as an update: offers are withdrawn and made anew', () => {
    const message = encodeOffer(anOffer(), context);
    const MessageRecall = { RecallMessageID: message.MessageID, RecallType: 'Update' as const };
    expect(() => decodeOfferMessage({ ...message, MessageRecall })).toThrow('RecallType');
  });
});
