import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import type { Position } from '../../../shared/domain/vocabulary/position.ts';
import { useSpeech } from '../i18n/language.ts';
import { PHONE } from './phone-words.ts';

interface PositionInputProps {
  readonly value?: Position;
  readonly onChange?: (position: Position | undefined) => void;
}

/** As precise as a street number needs, degrees. */
const DECIMALS = 6;

const PATIENCE_MS = 20_000;

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

type Asking = 'no' | 'asking' | 'refused';

/** Where one is: the phone is asked for it only when one says so. */
export const PositionInput = ({ value, onChange }: PositionInputProps): ReactNode => {
  const { say } = useSpeech(PHONE);
  const [asking, setAsking] = useState<Asking>('no');
  const ask = (): void => {
    setAsking('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const place = say('position.of', { metres: Math.ceil(accuracy) });
        onChange?.({ latitude: rounded(latitude), longitude: rounded(longitude), crs: 'WGS-84', place });
        setAsking('no');
      },
      () => setAsking('refused'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  };
  if (value)
    return (
      <p className="position-given">
        <span>
          {value.place} <span className="muted">{`${value.latitude}, ${value.longitude}`}</span>
        </span>
        <Button onClick={() => onChange?.(undefined)}>{say('position.remove')}</Button>
      </p>
    );
  return (
    <>
      <Button onClick={ask} loading={asking === 'asking'}>
        {say(asking === 'asking' ? 'position.asking' : 'position.attach')}
      </Button>
      {asking === 'refused' && <p role="status">{say('position.refused')}</p>}
    </>
  );
};
