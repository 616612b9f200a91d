import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { type ReactNode, useState } from 'react';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { sourcingRoutes } from '../../../shared/http/routes/sourcing.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { SourcingPlanView } from '../../../shared/http/views/sourcing.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { useYuan } from '../parts/money.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useSpan } from '../parts/span.ts';
import { actsOn } from './acts-on.ts';
import { isTaken, type Left, toggled } from './picks.ts';
import { PlacePlan } from './place-plan.tsx';
import { PlannedItemShown } from './planned-item.tsx';
import { SOURCING } from './sourcing-words.ts';

const SOURCES = ['own', 'agencies', 'stock', 'partners'] as const;
const PREFERENCES = ['arrival', 'cost'] as const;

/** How a plan is wanted. */
export interface PlanWanted {
  readonly from: readonly (typeof SOURCES)[number][];
  readonly prefer: (typeof PREFERENCES)[number];
}

/** Who could send what for what is still missing, to be adjusted and placed in one act. */
export const SourcingPanel = ({ view }: { readonly view: RequestView }): ReactNode => {
  const { say } = useSpeech(SOURCING);
  const [isWanted, setWanted] = useState(view.status === 'approved');
  const [wanted, setHow] = useState<PlanWanted>({ from: SOURCES, prefer: 'arrival' });
  const isFilled = view.quantities.every(({ open }) => open === 0);
  if (!actsOn(view).place || isFilled) return null;
  return (
    <Panel title={say('title')} actions={!isWanted && <Button onClick={() => setWanted(true)}>{say('show')}</Button>}>
      {isWanted && (
        <>
          <Options wanted={wanted} onChange={setHow} />
          <Planned requestId={view.requestId} wanted={wanted} />
        </>
      )}
    </Panel>
  );
};

interface OptionsProps {
  readonly wanted: PlanWanted;
  readonly onChange: (wanted: PlanWanted) => void;
}

const Options = ({ wanted, onChange }: OptionsProps): ReactNode => {
  const { say } = useSpeech(SOURCING);
  return (
    <div className="filters">
      <fieldset className="plain-fields">
        <legend>{say('from')}</legend>
        <Checkbox.Group
          value={[...wanted.from]}
          options={SOURCES.map((source) => ({ value: source, label: say(`from.${source}`) }))}
          onChange={(from) =>
            from.length > 0 && onChange({ ...wanted, from: SOURCES.filter((one) => from.includes(one)) })
          }
        />
      </fieldset>
      <LabelledChoice
        label={say('prefer')}
        value={wanted.prefer}
        options={PREFERENCES.map((each) => [each, say(`prefer.${each}`)] as const)}
        onChange={(prefer) => onChange({ ...wanted, prefer: prefer ?? 'arrival' })}
      />
    </div>
  );
};

interface PlannedProps {
  readonly requestId: string;
  readonly wanted: PlanWanted;
}

const Planned = ({ requestId, wanted }: PlannedProps): ReactNode => {
  const may = useMay();
  const [left, setLeft] = useState<Left>([]);
  const { from, prefer } = wanted;
  const plan = useRead(sourcingRoutes.planSourcing, { params: { requestId }, query: { from: from.join(','), prefer } });
  const mayPlace = may(sourcingRoutes.placeSourcingPlan);
  return (
    <Shown read={plan}>
      {(body) => (
        <>
          <Totals plan={body} />
          {body.items.map((item) => (
            <PlannedItemShown
              key={item.itemId}
              item={item}
              isTaken={(id) => isTaken(left, item.itemId, id)}
              {...(mayPlace ? { onToggle: (id: string) => setLeft(toggled(left, item.itemId, id)) } : {})}
            />
          ))}
          {mayPlace && <PlacePlan plan={body} wanted={wanted} left={left} />}
        </>
      )}
    </Shown>
  );
};

const Totals = ({ plan: { totals } }: { readonly plan: SourcingPlanView }): ReactNode => {
  const { say } = useSpeech(SOURCING);
  const yuan = useYuan();
  const span = useSpan();
  const { filled, unfilled, estimatedCost, latestArrivalMinutes } = totals;
  return (
    <p>
      <strong>{say('totals', { filled, unfilled, cost: yuan(estimatedCost) })}</strong>
      {latestArrivalMinutes !== undefined && say('totals.arrival', { span: span(latestArrivalMinutes * MINUTE_MS) })}
    </p>
  );
};
