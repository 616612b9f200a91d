import type { ReactNode } from 'react';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { DuplicateList } from '../parts/duplicate-list.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { type ReadOrder, seen } from './read-order.ts';
import { WORK_ORDERS } from './work-orders-words.ts';

const Merge = ({ read, into }: { readonly read: ReadOrder; readonly into: string }): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const command = useCommand(workOrderRoutes.mergeWorkOrder);
  return (
    <CommandDialog
      act={say('duplicates.merge')}
      command={command}
      inputOf={() => ({ ...seen(read), body: { into } })}
    />
  );
};

const Attach = ({ read, incidentId }: { readonly read: ReadOrder; readonly incidentId: string }): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const command = useCommand(workOrderRoutes.handleWorkOrder);
  return (
    <CommandDialog
      act={say('duplicates.attach')}
      command={command}
      inputOf={() => ({ ...seen(read), body: { by: 'incident' as const, incidentId } })}
    />
  );
};

/** Orders and incidents that may be the same thing, and why; an order can be merged into one. */
export const OrderDuplicates = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const may = useMay();
  const { workOrderId, status } = read.order;
  const duplicates = useRead(workOrderRoutes.listDuplicates, { params: { workOrderId } });
  const isTaken = status === 'taken-in' || status === 'in-hand';
  const mayMerge = (status === 'entered' || isTaken) && may(workOrderRoutes.mergeWorkOrder);
  return (
    <Panel title={say('duplicates.title')}>
      <Shown read={duplicates}>
        {({ items }) => (
          <DuplicateList
            duplicates={items}
            actsOf={({ kind, id }) => (
              <>
                {kind === 'work-order' && mayMerge && <Merge read={read} into={id} />}
                {kind === 'incident' && isTaken && mayMerge && <Attach read={read} incidentId={id} />}
              </>
            )}
          />
        )}
      </Shown>
    </Panel>
  );
};
