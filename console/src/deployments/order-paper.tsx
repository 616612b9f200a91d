import type { ReactNode } from 'react';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNamed } from '../parts/named.ts';
import { OrderBody } from './order-body.tsx';
import { useOrderDate } from './order-dates.ts';
import { formOf } from './order-form.ts';
import { ORDER } from './order-words.ts';
import { useOrderOrigin } from './use-order-origin.ts';

interface OrderPaperProps {
  readonly view: DeploymentView;
}

/** One sheet: red head, number, subject, addressee, body, room for the seal, date, who gets a copy. */
export const OrderPaper = ({ view }: OrderPaperProps): ReactNode => {
  const { say, read, language } = useSpeech(ORDER);
  const named = useNamed();
  const origin = useOrderOrigin(view);
  const { owner, requester, orderNumber, exercise, team, lot, openedAt } = view;
  const form = formOf(view);
  const office = say('office', { city: read(cityName(owner)) });
  const sent = team?.name ?? named({ lots: lot ? [lot] : [] });
  const date = useOrderDate()(origin.signedBy?.signedAt ?? openedAt);
  return (
    <section className="order-sheet" lang={language === 'zh' ? 'zh-CN' : 'en'} aria-label={say('title')}>
      <header>
        <p className="order-urgency">
          {say('urgency')}
          {exercise && <strong className="order-exercise">{say('exercise')}</strong>}
        </p>
        {language === 'en' && <p className="order-office">{office}</p>}
        <p className="order-head">{say('head', { office })}</p>
        <p className="order-number">{say('number', { number: orderNumber })}</p>
      </header>
      <h2 className="order-subject">
        {say(`subject.${form}`, { sent, city: read(cityName(requester)) })}
        {exercise && `（${say('exercise')}）`}
      </h2>
      <p className="order-addressee">{say(form === 'lot' ? 'addressee.lot' : 'addressee.team', { sent })}</p>
      <OrderBody view={view} origin={origin} sent={sent} />
      <p>{say('closing')}</p>
      <footer className="order-signature">
        <p>{office}</p>
        {origin.signedBy && <p>{say('signed', { name: origin.signedBy.name })}</p>}
        <p>{date}</p>
      </footer>
      <div className="order-imprint">
        {form !== 'own' && <p>{say('copy', { offices: say('office', { city: read(cityName(requester)) }) })}</p>}
        <p className="order-issued">
          <span>{office}</span>
          <span>{say('issued', { date })}</span>
        </p>
      </div>
    </section>
  );
};
