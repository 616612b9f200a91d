import { expect, test } from 'vitest';
import { bodyOf, enteredOf } from '../../../console/src/administration/entered-channels.ts';
import { sentWay } from '../../../console/src/settings/ways.ts';
import { CitySettingsBodySchema } from '../../../shared/http/views/notification-settings.ts';

const robot = {
  wayId: '01999999-0000-7000-8000-000000000001',
  name: '值班群',
  channel: 'wecom',
  urgencies: ['urgent'],
  shown: 'qyapi.weixin.qq.com/…',
} as const;

test('a way is sent without what is only shown; an address that was left empty keeps what is set', () => {
  expect(sentWay({ ...robot, address: { url: ' ' } })).toEqual({
    wayId: robot.wayId,
    name: '值班群',
    channel: 'wecom',
    urgencies: ['urgent'],
  });
});

test('of an address only the fields of its own channel are sent', () => {
  const entered = {
    channel: 'sms',
    urgencies: ['urgent'],
    address: { telephone: '13800000000', url: 'https://x.cn' },
  } as const;
  expect(sentWay(entered)).toEqual({ channel: 'sms', urgencies: ['urgent'], address: { telephone: '13800000000' } });
});

test('what is shown of the channels comes back as it is when nothing is entered', () => {
  const shown = {
    language: 'zh',
    escalateAfterMinutes: 5,
    mail: {
      host: 'mail.xining.example.cn',
      port: 465,
      security: 'tls',
      from: 'duty@xining.example.cn',
      passwordSet: true,
    },
    sms: { shown: 'sms.example.cn' },
  } as const;
  const body = bodyOf(enteredOf({ ...shown, ways: [{ ...robot, urgencies: [...robot.urgencies] }] }));
  const { shown: _, ...sent } = robot;
  const { passwordSet: __, ...server } = shown.mail;
  expect(body).toEqual({ language: 'zh', escalateAfterMinutes: 5, ways: [sent], mail: server, sms: {} });
  expect(CitySettingsBodySchema.safeParse(body).error).toBeUndefined();
});
