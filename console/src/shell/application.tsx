import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import ConfigProvider from 'antd/es/config-provider';
import { lazy, type ReactNode, Suspense } from 'react';
import { RouterProvider } from 'react-router';
import { createApi } from '../api/api.ts';
import { Refused } from '../api/problem.ts';
import { DeskContext } from '../api/use-api.ts';
import type { Configuration } from '../configuration.ts';
import { currentLanguage, useSpeech } from '../i18n/language.ts';
import type { Session } from '../identity/session.ts';
import { readLinkAddress } from '../phone/link-address.ts';
import { router } from './router.tsx';
import { SHELL } from './shell-words.ts';
import { SignIn } from './sign-in.tsx';
import { THEME } from './theme.ts';
import { useAntLocale } from './use-ant-locale.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Some things change by the clock alone, and no change is told of them.
      refetchInterval: 60_000,
      // A refusal stays one however often one asks.
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
    },
  },
});

const LinkedPhone = lazy(async () => ({ default: (await import('../phone/linked-phone.tsx')).LinkedPhone }));

interface ApplicationProps {
  readonly configuration: Configuration;
  readonly session: Session;
}

/** The whole page: the sign-in screen, the desk of whoever is signed in, or the task of a duty phone that has a link. */
export const Application = ({ configuration, session }: ApplicationProps): ReactNode => {
  const { language } = useSpeech(SHELL);
  const locale = useAntLocale(language);
  const { person } = session;
  const city = configuration.cities.find(({ code }) => code === person?.city);
  const address = readLinkAddress(location.hash);
  const inside = address ? (
    <Suspense>
      <LinkedPhone configuration={configuration} address={address} />
    </Suspense>
  ) : person && city ? (
    <DeskContext
      value={{
        api: createApi({
          baseUrl: new URL(city.api, document.baseURI).href.replace(/\/$/, ''),
          token: session.token,
          language: currentLanguage,
        }),
        city,
        person,
        session,
        map: configuration.map,
      }}
    >
      <RouterProvider router={router} />
    </DeskContext>
  ) : (
    <SignIn configuration={configuration} session={session} />
  );
  return (
    <ConfigProvider locale={locale} theme={THEME} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>{inside}</QueryClientProvider>
    </ConfigProvider>
  );
};
