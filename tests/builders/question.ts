import { type QuestionDetails, QuestionDetailsSchema } from '../../shared/domain/question/question-commands.ts';
import { questionConversation } from '../../shared/exchange/conversations/question.ts';
import { AGREEMENT_ID, signedAgreement } from './agreement.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { twoCities } from './two-cities.ts';

export const QUESTION_ID = '0190b000-0000-7000-8000-000000000c00';

/** How many boats are there? */
export const informationDetails = (overrides: object = {}): QuestionDetails =>
  QuestionDetailsSchema.parse({
    kind: 'information',
    agreementId: AGREEMENT_ID,
    text: '现有冲锋舟多少艘？',
    ...overrides,
  });

/** What would two water rescue teams cost? */
export const quoteDetails = (overrides: object = {}): QuestionDetails =>
  QuestionDetailsSchema.parse({
    kind: 'quote',
    agreementId: AGREEMENT_ID,
    items: [
      {
        kind: 'water-rescue',
        level: 2,
        quantity: 2,
        mission: '搜救被洪水围困的群众',
        neededBy: '2026-07-15T12:00:00.000Z',
        neededUntil: '2026-07-20T00:00:00.000Z',
        reportingPoint: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '西宁市城东区集结点' },
      },
    ],
    ...overrides,
  });

/** Xining and Lanzhou with their agreement; Xining can ask. */
export const askingCities = (agreement = signedAgreement()) => {
  const cities = twoCities(questionConversation, QUESTION_ID, [XINING, LANZHOU], agreement);
  const ask = (details: QuestionDetails = informationDetails()) =>
    cities.act(XINING, { type: 'ask', id: QUESTION_ID, details, agreement });
  return { ...cities, ask };
};
