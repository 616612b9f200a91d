import { describe, expect, it } from 'vitest';
import { assemble } from '../../../shared/data/assemble.ts';
import { unchanged, withEvents } from '../../../shared/data/change.ts';
import { NoticeRowSchema } from '../../../shared/data/rows.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { AGREEMENT_ID, aProposal, applied } from '../../builders/agreement.ts';
import { circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';

const setting = {
  circumstances: circumstances(),
  outgoing: {
    city: XINING,
    dutyRoom: { name: '西宁值班室', telephone: '+86 971 000 0001' },
    sentAt: NOW,
    publicKey: testKey(XINING),
  },
};

/** What the duty room is told when an agreement is proposed, in Chinese. */
const told = (exercise: boolean): readonly string[] => {
  const { events } = applied(undefined, aProposal({ exercise }));
  const before = unchanged({ kind: 'agreement', id: AGREEMENT_ID }, CONVERSATIONS.agreement, undefined);
  const change = withEvents(before, events, setting.outgoing);
  const { writes } = assemble(change, setting, { byStep: [], sent: {} }, undefined);
  return writes
    .flatMap((write) => (write.kind === 'put' && write.item.entity === ENTITY.notice ? [write.item] : []))
    .map((item) => NoticeRowSchema.parse(item).text.zh);
};

describe('notices', () => {
  it('name cities by their names', () => {
    expect(told(false)).toEqual([expect.stringMatching(/^西宁市提议签订协议/)]);
  });

  it('are marked when they are of a drill', () => {
    expect(told(true)).toEqual([expect.stringMatching(/^【演练】西宁市提议签订协议/)]);
  });
});
