import type { Remark, ReportDraft } from './report-draft.ts';
import type { SituationReportEventOf } from './situation-report-events.ts';

type DraftEvent = SituationReportEventOf<
  'reportWritten' | 'reportDraftedItself' | 'reportSubmitted' | 'reportCommented' | 'reportSentBack' | 'reportReviewed'
>;

const baseOf = ({ number, content, authors, draftedAt, remarks, routineDue }: ReportDraft) => ({
  ...{ number, content, authors, draftedAt, remarks },
  ...(routineDue === undefined ? {} : { routineDue }),
});

const written = (
  draft: ReportDraft | undefined,
  { number, content, by, at }: SituationReportEventOf<'reportWritten'>,
): ReportDraft => {
  if (!draft) return { status: 'drafted', number, content, authors: [by], draftedAt: at, remarks: [] };
  const authors = draft.authors.some(({ id }) => id === by.id) ? draft.authors : [...draft.authors, by];
  return { ...baseOf(draft), status: 'drafted', content, authors };
};

const remarked = (
  draft: ReportDraft,
  did: Remark['did'],
  { by, at, words }: { readonly by: Remark['by']; readonly at: string; readonly words?: string | undefined },
): Remark[] => [...draft.remarks, { did, by, at, ...(words === undefined ? {} : { words }) }];

/** @returns the draft after an event that concerns it. */
export const evolveDraft = (draft: ReportDraft | undefined, event: DraftEvent): ReportDraft => {
  if (event.type === 'reportWritten') return written(draft, event);
  if (event.type === 'reportDraftedItself') {
    const { number, content, at, due } = event;
    return { status: 'drafted', number, content, authors: [], draftedAt: at, remarks: [], routineDue: due };
  }
  if (!draft) throw new Error(`${event.type} happens to drafts only`);
  switch (event.type) {
    case 'reportSubmitted': {
      const { chain, step, at: since } = event;
      return {
        ...baseOf(draft),
        status: 'submitted',
        remarks: remarked(draft, 'submitted', event),
        chain,
        step,
        since,
      };
    }
    case 'reportCommented':
      return { ...draft, remarks: remarked(draft, 'commented', event) };
    case 'reportSentBack':
      return { ...baseOf(draft), status: 'sent-back', remarks: remarked(draft, 'sent-back', event), since: event.at };
    case 'reportReviewed':
      if (draft.status !== 'submitted') throw new Error('what was not submitted is not reviewed');
      return { ...draft, remarks: remarked(draft, 'reviewed', event), step: draft.step + 1, since: event.at };
  }
};
