import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeInformationQuestion,
  encodeInformationQuestion,
  encodeInformationWithdrawal,
} from '../../../shared/exchange/codecs/request-information.ts';
import {
  decodeQuoteQuestion,
  encodeQuoteQuestion,
  encodeQuoteWithdrawal,
} from '../../../shared/exchange/codecs/request-quote.ts';
import {
  decodeInformationReply,
  encodeInformationReply,
} from '../../../shared/exchange/codecs/response-to-request-information.ts';
import { decodeQuoteReply, encodeQuoteReply } from '../../../shared/exchange/codecs/response-to-request-quote.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { anyWithdrawal } from '../../builders/offer-arbitraries.ts';
import {
  anyInformationQuestion,
  anyInformationReply,
  anyQuotedQuestion,
  anyQuoteQuestion,
} from '../../builders/question-arbitraries.ts';
import { travelled } from '../../builders/travelled.ts';

const asker = { city: XINING, dutyRoom: { name: '西宁市应急值班室', telephone: '000-0000-0001' } };
const asked = { city: LANZHOU, dutyRoom: { name: '兰州市应急值班室', telephone: '000-0000-0002' } };

describe('a question and its answer', () => {
  it('are read back as they were said: RequestQuote', () => {
    fc.assert(
      fc.property(anyQuoteQuestion, (question) => {
        const message = travelled(encodeQuoteQuestion(question, asker));
        expect(decodeQuoteQuestion(message)).toEqual({ kind: 'question', question });
      }),
    );
  });

  it('are read back as they were said: RequestInformation', () => {
    fc.assert(
      fc.property(anyInformationQuestion, (question) => {
        const message = travelled(encodeInformationQuestion(question, asker));
        expect(decodeInformationQuestion(message)).toEqual({ kind: 'question', question });
      }),
    );
  });

  it('are read back as they were said: ResponseToRequestQuote', () => {
    fc.assert(
      fc.property(anyQuotedQuestion, ([question, reply]) => {
        expect(decodeQuoteReply(travelled(encodeQuoteReply(reply, question, asked)))).toEqual(reply);
      }),
    );
  });

  it('are read back as they were said: ResponseToRequestInformation', () => {
    fc.assert(
      fc.property(anyInformationQuestion, anyInformationReply, (question, reply) => {
        expect(decodeInformationReply(travelled(encodeInformationReply(reply, question, asked)))).toEqual(reply);
      }),
    );
  });

  it('are read back as taken back', () => {
    fc.assert(
      fc.property(anyQuoteQuestion, anyInformationQuestion, anyWithdrawal, (quote, information, withdrawal) => {
        const taken = { kind: 'withdrawal', withdrawal };
        expect(decodeQuoteQuestion(travelled(encodeQuoteWithdrawal(withdrawal, quote, asker)))).toEqual(taken);
        expect(
          decodeInformationQuestion(travelled(encodeInformationWithdrawal(withdrawal, information, asker))),
        ).toEqual(taken);
      }),
    );
  });

  it('name the question as originating and preceding', () => {
    fc.assert(
      fc.property(anyQuotedQuestion, ([question, reply]) => {
        expect(encodeQuoteReply(reply, question, asked)).toMatchObject({
          OriginatingMessageID: question.messageId,
          PrecedingMessageID: question.messageId,
          ContactInformation: [{ ContactRole: 'RespondingOrg' }],
        });
      }),
      { numRuns: 10 },
    );
  });
});
