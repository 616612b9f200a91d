import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Help offered unasked, and questions between duty rooms. */
export const OFFERS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'offers',
    navigation: { group: 'aid', name: SCREEN_NAMES.offers },
    needs: [offerRoutes.listOffers],
    load: async () => (await import('./offer-list.tsx')).OfferList,
  },
  {
    path: 'offers/new',
    needs: [offerRoutes.makeOffer],
    load: async () => (await import('./new-offer.tsx')).NewOffer,
  },
  {
    path: 'offers/:offerId',
    needs: [offerRoutes.readOffer],
    shows: 'offer',
    load: async () => (await import('./offer-screen.tsx')).OfferScreen,
  },
  {
    path: 'questions',
    navigation: { group: 'aid', name: SCREEN_NAMES.questions },
    needs: [questionRoutes.listQuestions],
    load: async () => (await import('./question-list.tsx')).QuestionList,
  },
  {
    path: 'questions/new',
    needs: [questionRoutes.askQuestion],
    load: async () => (await import('./new-question.tsx')).NewQuestion,
  },
  {
    path: 'questions/:questionId',
    needs: [questionRoutes.readQuestion],
    shows: 'question',
    load: async () => (await import('./question-screen.tsx')).QuestionScreen,
  },
];
