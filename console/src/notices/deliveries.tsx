import type { ReactNode } from 'react';
import type * as z from 'zod';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { DeliveriesSchema, DeliveryViewSchema } from '../../../shared/http/views/notice-deliveries.ts';
import { useMay } from '../api/use-api.ts';
import { type Command, useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Shown } from '../parts/shown.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { DELIVERY } from './delivery-words.ts';

type Delivery = z.infer<typeof DeliveryViewSchema>;

const TONES: Readonly<Record<Delivery['state'], Tone>> = {
  due: 'waiting',
  sending: 'waiting',
  waiting: 'waiting',
  delivered: 'good',
  quarantined: 'bad',
};

/** @returns how to call whoever is told. */
export const useRecipient = (): ((to: Delivery['to']) => string) => {
  const { say } = useSpeech(DELIVERY);
  return (to) => (to.who === 'person' ? to.personId : say('duty-room', { name: to.name }));
};

/** What became of a notice on each of its ways, and who was told next as nobody had seen it. */
export const Deliveries = ({ noticeId }: { readonly noticeId: string }): ReactNode => {
  const { say } = useSpeech(DELIVERY);
  const deliveries = useRead(notificationSettingsRoutes.listDeliveries, { params: { noticeId } });
  const again = useCommand(notificationSettingsRoutes.deliverAgain);
  return (
    <>
      {again.failure && <ProblemAlert error={again.failure} />}
      <Shown read={deliveries}>
        {(body) => (
          <>
            {body.deliveries.length === 0 ? (
              <p>{say('deliveries.none')}</p>
            ) : (
              <WideTable
                label={say('deliveries.label')}
                heads={[say('column.to'), say('column.way'), say('column.state'), say('column.tries')]}
              >
                {body.deliveries.map((delivery) => (
                  <DeliveryLine key={delivery.deliveryId} noticeId={noticeId} delivery={delivery} again={again} />
                ))}
              </WideTable>
            )}
            <Escalation escalation={body.escalation} />
          </>
        )}
      </Shown>
    </>
  );
};

type Again = Command<{ readonly params: { readonly noticeId: string; readonly deliveryId: string } }, unknown>;

interface DeliveryLineProps {
  readonly noticeId: string;
  readonly delivery: Delivery;
  readonly again: Again;
}

const DeliveryLine = ({ noticeId, delivery, again }: DeliveryLineProps): ReactNode => {
  const { say } = useSpeech(DELIVERY);
  const recipient = useRecipient();
  const may = useMay();
  const { deliveryId, to, channel, shown, state, tries } = delivery;
  return (
    <tr>
      <td>{recipient(to)}</td>
      <td>
        {say(`channel.${channel}`)} <span className="muted">{shown}</span>
      </td>
      <td>
        <Tag tone={TONES[state]}>{say(`state.${state}`)}</Tag>{' '}
        {state === 'quarantined' && may(notificationSettingsRoutes.deliverAgain) && (
          <SmallAct
            act={say('again.named', { name: recipient(to) })}
            command={again}
            input={{ params: { noticeId, deliveryId } }}
          />
        )}
      </td>
      <td>
        {tries.map(({ at, outcome, reason }) => (
          <div key={`${at} ${outcome}`}>
            <Moment at={at} /> {say(`outcome.${outcome}`)} {reason && <span className="muted">{reason}</span>}
          </div>
        ))}
      </td>
    </tr>
  );
};

const Escalation = ({ escalation }: Pick<z.infer<typeof DeliveriesSchema>, 'escalation'>): ReactNode => {
  const { say } = useSpeech(DELIVERY);
  if (!escalation) return null;
  const { afterMinutes, steps, end } = escalation;
  return (
    <>
      <h3>{say('escalation', { minutes: afterMinutes })}</h3>
      <ol>
        {steps.map(({ at, name, because, channel }) => (
          <li key={`${at} ${name} ${channel}`}>
            <Moment at={at} />{' '}
            {say('escalation.step', { name, because: say(`because.${because}`), channel: say(`channel.${channel}`) })}
          </li>
        ))}
        {end && (
          <li>
            <Moment at={end.at} /> {say(`end.${end.how}`)} {end.by?.name}
          </li>
        )}
      </ol>
    </>
  );
};
