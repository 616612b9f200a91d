import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { audiencesOf } from '../../../shared/domain/notification/audience.ts';
import type { NoticeContent } from '../../../shared/domain/notification/importance.ts';
import { QuietHoursSchema, tellableAt } from '../../../shared/domain/notification/quiet-hours.ts';
import { usableAt } from '../../../shared/domain/notification/robot-limit.ts';
import { pauseAfter } from '../../../shared/domain/notification/tries.ts';
import { fitting } from '../../../shared/notify/notice-words.ts';
import { NotAllowedThere } from '../../../shared/notify/outbound.ts';
import { isPublicAddress } from '../../../shared/notify/public-address.ts';
import { dingtalkUrl, robotText, verdictOfRobot } from '../../../shared/notify/robots.ts';
import { shownEmail, shownTelephone, shownUrl } from '../../../shared/notify/shown-address.ts';
import { verdictOfError, verdictOfStatus } from '../../../shared/notify/verdict.ts';
import { webhookSignature } from '../../../shared/notify/webhook-signature.ts';
import { NOW } from '../../builders/circumstances.ts';

const notice = (words: string, more: Partial<NoticeContent> = {}): NoticeContent => ({
  noticeId: '0190c000-0000-7000-8000-000000000001',
  at: NOW,
  urgency: 'routine',
  text: { zh: words, en: words },
  subject: { kind: 'incident', id: '1' },
  exercise: false,
  ...more,
});

describe('whom a notice is for', () => {
  it('is the duty room, and whoever is named besides or instead', () => {
    const person = { who: 'person', personId: 'p' } as const;
    const role = { who: 'role', role: 'approver' } as const;
    const agency = { who: 'agency', agencyId: 'a' } as const;
    expect(audiencesOf({})).toEqual(['duty-room']);
    expect(audiencesOf({ to: [person, role, person] })).toEqual(['duty-room', 'person/p', 'role/approver']);
    expect(audiencesOf({ to: [agency], only: true })).toEqual(['agency/a']);
    expect(audiencesOf({ to: [], only: true })).toEqual(['duty-room']);
  });
});

describe('quiet hours', () => {
  /** The moment at which a clock in Xining shows a time on 15 July. */
  const at = (time: string) => plus(`2026-07-15T${time}:00.000Z`, -8 * 60 * MINUTE_MS);
  const overNight = { from: '22:00', until: '07:00' };
  const atNoon = { from: '12:30', until: '14:00' };

  it.each([
    [overNight, '21:59', '21:59'],
    [overNight, '06:59', '07:00'],
    [overNight, '07:00', '07:00'],
    [overNight, '00:00', '07:00'],
    [atNoon, '12:29', '12:29'],
    [atNoon, '12:30', '14:00'],
    [atNoon, '13:59', '14:00'],
    [atNoon, '23:00', '23:00'],
  ])('%o put off at %s until %s what can wait', (quiet, now, until) => {
    expect(tellableAt(quiet, 'routine', at(now))).toBe(at(until));
    expect(tellableAt(quiet, 'urgent', at(now))).toBe(at(now));
  });

  it('that begin in the evening end the next morning', () => {
    expect(tellableAt(overNight, 'routine', at('22:00'))).toBe(plus(at('07:00'), 24 * 60 * MINUTE_MS));
  });

  it('never put off by a day or more, and never into themselves', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    const minute = fc.integer({ min: 0, max: 60 * 24 * 400 });
    fc.assert(
      fc.property(time, time, minute, (from, until, after) => {
        fc.pre(from !== until);
        const now = plus(NOW, after * MINUTE_MS);
        const next = tellableAt({ from, until }, 'routine', now);
        expect(next >= now && next < plus(now, 24 * 60 * MINUTE_MS)).toBe(true);
        expect(tellableAt({ from, until }, 'routine', next)).toBe(next);
      }),
    );
  });

  it('are times of the day, and no whole day', () => {
    for (const wrong of [
      { from: '24:00', until: '07:00' },
      { from: '7:00', until: '08:00' },
      { from: '07:00', until: '07:00' },
    ])
      expect(QuietHoursSchema.safeParse(wrong).success).toBe(false);
  });
});

describe('a robot', () => {
  it('can be used so often in any minute, wherever it begins', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 30, maxLength: 120 });
    fc.assert(
      fc.property(pauses, (all) => {
        let now = NOW;
        const sent: string[] = [];
        for (const pause of all) {
          now = usableAt(sent, 20, plus(now, pause));
          sent.push(now);
        }
        for (const [index, last] of sent.entries()) {
          const first = sent[index - 20];
          if (first !== undefined) expect(plus(first, MINUTE_MS) <= last).toBe(true);
        }
      }),
    );
  });

  it('is told as many notices as fit into a message, and how many more there are', () => {
    const long = Array.from({ length: 30 }, (_, n) => notice(`第${n}条${'很长的提醒'.repeat(30)}`));
    const { title, markdown } = robotText({ notices: long, language: 'zh', city: '西宁市' });
    expect(title).toBe('西宁市 共 30 条提醒');
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(4096);
    const shown = markdown.split('\n').filter((line) => /^- 第\d+条/.test(line)).length;
    expect(markdown).toContain(`另有 ${30 - shown} 条`);
  });

  it('shows the signs of Markdown in a notice as they are', () => {
    const { markdown } = robotText({
      notices: [notice('[点此](http://evil) <@all> *')],
      language: 'zh',
      city: '西宁市',
    });
    expect(markdown).toContain('\\[点此\\](http://evil) \\<@all\\> \\*');
  });

  it('of DingTalk has its address signed only where it asks for it', () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=t';
    expect(dingtalkUrl(url, undefined, NOW)).toBe(url);
    expect(new URL(dingtalkUrl(url, 'SEC', NOW)).searchParams.get('sign')).toBe(
      createHmac('sha256', 'SEC')
        .update(`${Date.parse(NOW)}\nSEC`)
        .digest('base64'),
    );
  });

  it.each([
    ['{"errcode":0}', 'delivered'],
    ['{"errcode":45009}', 'again'],
    ['{"errcode":130101}', 'again'],
    ['{"errcode":310000}', 'refused'],
    ['<html>', 'refused'],
  ])('that answers %s: %s', (body, kind) => {
    expect(verdictOfRobot({ status: 200, body }).kind).toBe(kind);
  });
});

describe('tries', () => {
  it('come with longer and longer pauses, and end', () => {
    const pauses = Array.from({ length: 10 }, (_, n) => pauseAfter(n + 1));
    const known = pauses.filter((pause) => pause !== undefined);
    expect(known).toHaveLength(8);
    expect(known.toSorted((a, b) => a - b)).toEqual(known);
    expect(pauses.slice(8)).toEqual([undefined, undefined]);
  });

  it.each([
    [204, 'delivered'],
    [301, 'refused'],
    [404, 'refused'],
    [408, 'again'],
    [429, 'again'],
    [502, 'again'],
  ])('answered %i are %s', (status, kind) => {
    expect(verdictOfStatus({ status, body: '' }).kind).toBe(kind);
  });

  it('say of an error no more than its code: an address may hold a key', () => {
    const error = Object.assign(new Error('connect to https://x/?key=SECRET'), { code: 'ECONNREFUSED' });
    expect(verdictOfError(error)).toEqual({ kind: 'again', reason: 'no answer (ECONNREFUSED)' });
    expect(verdictOfError(new NotAllowedThere('only https is allowed')).kind).toBe('refused');
  });
});

describe('public addresses', () => {
  it.each(['8.8.8.8', '114.114.114.114', '2400:3200::1', '::ffff:8.8.8.8'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd00::1'],
    ...['ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
    ...['::ffff:7f00:1', '::127.0.0.1', 'localhost', ''],
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('what is shown of an address', () => {
  it('tells it from another, and opens nothing', () => {
    expect(shownUrl('https://hooks.example:8443/x?key=SECRET')).toBe('hooks.example:8443');
    expect(shownEmail('zhangsan@xining.example')).toBe('zh***@xining.example');
    expect(shownTelephone('+86 139 0000 0001')).toBe('+86****0001');
  });
});

it('a signature is that of the time and the body', () => {
  expect(webhookSignature('k'.repeat(16), '1784073600', '{}')).toBe(
    `v1=${createHmac('sha256', 'k'.repeat(16)).update('1784073600.{}').digest('hex')}`,
  );
});

it('a text is cut between characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 3, max: 60 }), (text, bytes) => {
      expect(Buffer.byteLength(fitting(text, bytes))).toBeLessThanOrEqual(Math.max(bytes, 3));
    }),
  );
  expect(fitting('守望相助', 9)).toBe('守望…');
});
