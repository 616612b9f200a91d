import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { AGREEMENTS } from './agreements-words.ts';

/** What binds the city and its neighbours. */
export const AGREEMENTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'agreements',
    navigation: { group: 'aid', name: AGREEMENTS.words.title },
    needs: [agreementRoutes.listAgreements],
    load: async () => (await import('./agreement-list.tsx')).AgreementList,
  },
  {
    path: 'agreements/new',
    needs: [agreementRoutes.proposeAgreement],
    load: async () => (await import('./propose-agreement.tsx')).ProposeAgreement,
  },
  {
    path: 'agreements/:agreementId',
    needs: [agreementRoutes.readAgreement],
    shows: 'agreement',
    load: async () => (await import('./agreement-screen.tsx')).AgreementScreen,
  },
];
