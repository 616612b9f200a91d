import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { Fingerprint } from './fingerprint.tsx';
import { actOn, type HeldAgreement } from './held-agreement.ts';

/** Who has signed the terms as they stand, when, and with what key each city signs. */
export const SignaturesPanel = (held: HeldAgreement): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const may = useMay();
  const { signatures, keys, proposer, partner, partnerFingerprint, inForceSince } = held.agreement;
  const isRotatable = inForceSince !== undefined && may(agreementRoutes.rotateKey);
  return (
    <Panel title={say('signatures.title')} actions={isRotatable && <KeyRotation {...held} />}>
      <table className="plain" aria-label={say('signatures.label')}>
        <thead>
          <tr>
            <th scope="col">{say('column.city')}</th>
            <th scope="col">{say('column.person')}</th>
            <th scope="col">{say('column.at')}</th>
          </tr>
        </thead>
        <tbody>
          {signatures.map(({ city, representative, signedAt, termsDigest }) => (
            <tr key={city} title={`${say('column.digest')} ${termsDigest}`}>
              <td>{read(cityName(city))}</td>
              <td>{representative.name}</td>
              <td>
                <Moment at={signedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{say('keys.title')}</h3>
      {[proposer, partner].map((city) => {
        const key = keys[city];
        return (
          key && (
            <Fingerprint
              key={city}
              label={say('keys.of', { city: read(cityName(city)) })}
              fingerprint={key.fingerprint}
            />
          )
        );
      })}
      {!keys[partner] && <Fingerprint label={say('keys.told')} fingerprint={partnerFingerprint} />}
    </Panel>
  );
};

interface NextKey {
  readonly jwk: { readonly x: string; readonly y: string };
}

const KeyRotation = (held: HeldAgreement): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const rotate = useCommand(agreementRoutes.rotateKey);
  return (
    <CommandDialog<NextKey, Parameters<typeof rotate.run>[0], unknown>
      act={say('rotate')}
      command={rotate}
      inputOf={({ jwk: { x, y } }) => ({ ...actOn(held), body: { jwk: { kty: 'EC', crv: 'P-256', x, y } } })}
    >
      <p>{say('rotate.explain')}</p>
      <Form.Item name={['jwk', 'x']} label={say('rotate.x')}>
        <Input spellCheck={false} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['jwk', 'y']} label={say('rotate.y')}>
        <Input spellCheck={false} autoComplete="off" />
      </Form.Item>
    </CommandDialog>
  );
};
