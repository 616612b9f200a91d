import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { OwnFingerprint } from '../agreements/own-fingerprint.tsx';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { ADMINISTRATION } from './administration-words.ts';
import { ChannelsPanel } from './channels-panel.tsx';
import { DeadlineRules } from './deadline-rules.tsx';
import { UpkeepPanel } from './upkeep-panel.tsx';

/** By what the city goes, and what only its administrator does. */
export const AdministrationScreen = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  return (
    <Screen title={say('title')}>
      <ChannelsPanel />
      <UpkeepPanel />
      <KeyPanel />
      <DeadlineRules />
    </Screen>
  );
};

const KeyPanel = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const own = useRead(agreementRoutes.readKeys, {});
  return (
    <Panel title={say('keys.title')}>
      <Shown read={own}>
        {({ algorithm, keyId }) => (
          <Facts
            facts={[
              [say('keys.algorithm'), algorithm],
              [say('keys.id'), <code key="id">{keyId}</code>],
            ]}
          />
        )}
      </Shown>
      <OwnFingerprint />
      <p>
        {say('keys.explain')} <Link to="/agreements?status=in-force">{say('keys.agreements')}</Link>
      </p>
    </Panel>
  );
};
