import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { type ReactNode, useMemo } from 'react';
import { taskPhoneRoutes } from '../../../shared/http/routes/task-phones.ts';
import { createApi } from '../api/api.ts';
import { Refused } from '../api/problem.ts';
import { type Desk, DeskContext } from '../api/use-api.ts';
import type { Configuration, ServedCity } from '../configuration.ts';
import { chooseLanguage, currentLanguage, useSpeech } from '../i18n/language.ts';
import { AgencyTask } from '../own-tasks/agency-task.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Screen } from '../parts/screen.tsx';
import { SHELL } from '../shell/shell-words.ts';
import { LINKS } from '../tasks/link-words.ts';
import { KeptShown } from './kept-shown.tsx';
import type { LinkAddress } from './link-address.ts';
import { type PhoneCredential, phoneCredential } from './phone-credential.ts';
import { PHONE } from './phone-words.ts';
import { useKeptRead } from './use-kept-read.ts';
import { useLine } from './use-line.ts';
import { useOfflinePage } from './use-offline-page.ts';
import { useReplaying } from './use-queue.ts';
import '../own-tasks/own-tasks.css';
import './phone.css';

/** How often the task is read anew while it is open, milliseconds: a phone without a sign-in has no feed to follow. */
const EVERY_MS = 5_000;

interface LinkedPhoneProps {
  readonly configuration: Configuration;
  readonly address: LinkAddress;
}

/** @returns the desk of a phone that has a link: it may act on one task, as the link's credential says, and is nobody else. */
const deskOf = (city: ServedCity, taskId: string, name: string, { link, phone }: PhoneCredential): Desk => ({
  api: createApi({
    baseUrl: baseUrlOf(city),
    scheme: 'Task',
    token: async () => `${link}.${phone}`,
    language: currentLanguage,
  }),
  city,
  person: { id: `phone:${taskId}`, name, city: city.code, roles: [] },
  session: {
    person: undefined,
    token: async () => link,
    signIn: async () => undefined,
    signOut: async () => undefined,
    onEnd: () => () => undefined,
  },
});

const baseUrlOf = ({ api }: ServedCity): string => new URL(api, document.baseURI).href.replace(/\/$/, '');

/** The page behind a one-time link: one task, for the phone that has it, without a sign-in. */
export const LinkedPhone = ({ configuration, address }: LinkedPhoneProps): ReactNode => {
  const { say } = useSpeech(LINKS);
  const { city: code, taskId, secret } = address;
  const city = configuration.cities.find((each) => each.code === code);
  const credential = useMemo(() => phoneCredential(taskId, secret), [taskId, secret]);
  const name = say('signed-in');
  const desk = useMemo(
    () => city && credential && deskOf(city, taskId, name, credential),
    [city, taskId, name, credential],
  );
  if (!city || !credential || !desk) return <Plain>{say('link.incomplete')}</Plain>;
  return (
    <DeskContext value={desk}>
      <PhoneFrame city={city.name}>
        <SignedIn taskId={taskId} credential={credential} baseUrl={baseUrlOf(city)} />
      </PhoneFrame>
    </DeskContext>
  );
};

const Plain = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <main className="sign-in">
    <p role="alert">{children}</p>
  </main>
);

const PhoneFrame = ({
  city,
  children,
}: {
  readonly city: Desk['city']['name'];
  readonly children: ReactNode;
}): ReactNode => {
  const { say, read, language } = useSpeech(SHELL);
  const phone = useSpeech(PHONE);
  const links = useSpeech(LINKS);
  const isOnline = useLine();
  useReplaying();
  useOfflinePage();
  return (
    <div className="phone-frame">
      <header className="top">
        <strong className="brand">{say('app.name')}</strong>
        <span className="city">{read(city)}</span>
        <span>{links.say('signed-in')}</span>
        <Button size="small" onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
          {say('language.other')}
        </Button>
      </header>
      <main id="content">
        {!isOnline && (
          <p className="line-offline" role="status">
            {phone.say('line.lost')}
          </p>
        )}
        {children}
      </main>
    </div>
  );
};

interface SignedInProps {
  readonly taskId: string;
  readonly credential: PhoneCredential;
  readonly baseUrl: string;
}

/** Who must sign in is told by the one refusal that says so. */
const NOBODY = 401;

/** Signs the phone in if it is not yet: the first reading with its own secret shows whether it is. */
const SignedIn = ({ taskId, credential, baseUrl }: SignedInProps): ReactNode => {
  const { say } = useSpeech(LINKS);
  const queries = useQueryClient();
  const read = useKeptRead(taskPhoneRoutes.read, { params: { taskId } });
  const isNobody = read.error instanceof Refused && read.error.problem.status === NOBODY;
  const signIn = useQuery({
    queryKey: ['phone-sign-in', taskId, credential.link],
    queryFn: async () => {
      const api = createApi({ baseUrl, scheme: 'Task', token: async () => credential.link, language: currentLanguage });
      await api.call(taskPhoneRoutes.signIn, { params: { taskId }, body: { phone: credential.phone } });
      await queries.invalidateQueries({ queryKey: [] });
      return true;
    },
    enabled: isNobody && read.data === undefined,
    retry: false,
  });
  useQuery({
    queryKey: ['phone-looks', taskId],
    queryFn: async () => (await read.refetch()).isSuccess,
    refetchInterval: EVERY_MS,
    enabled: read.isSuccess,
  });
  if (signIn.error) return <Refusal error={signIn.error} />;
  if (isNobody && read.data !== undefined) return <p role="alert">{say('link.bad')}</p>;
  if (isNobody) return null;
  const task = read.data?.body;
  return (
    <Screen title={task ? task.incident.title : say('signed-in')} exercise={task?.exercise}>
      <KeptShown read={read}>
        {(body, etag) => <AgencyTask task={body} etag={etag} routes={taskPhoneRoutes} />}
      </KeptShown>
    </Screen>
  );
};

const Refusal = ({ error }: { readonly error: Error }): ReactNode => {
  const { say } = useSpeech(LINKS);
  const isNobody = error instanceof Refused && error.problem.status === NOBODY;
  return isNobody ? <p role="alert">{say('link.bad')}</p> : <ProblemAlert error={error} />;
};
