import { describe, expect, it } from 'vitest';
import { maskedContact } from '../../../shared/http/views/team.ts';

describe('a masked contact', () => {
  it.each([
    [
      { name: '张示例', telephone: '138-0000-0001' },
      { name: '张*', telephone: '138****0001' },
    ],
    [
      { name: '欧阳示例', telephone: '+86 138 0000 0001' },
      { name: '欧*', telephone: '861****0001' },
    ],
    [
      { name: '𠮷示例', telephone: '12119' },
      { name: '𠮷*', telephone: '****' },
    ],
    [
      { name: '李', telephone: '8177119' },
      { name: '李*', telephone: '****' },
    ],
  ])('of %o is %o', (contact, masked) => {
    expect(maskedContact(contact)).toEqual(masked);
  });
});
