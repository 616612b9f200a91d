import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What binds the city and its neighbours. */
export const AGREEMENTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'agreements',
    navigation: { group: 'aid', name: SCREEN_NAMES.agreements },
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
