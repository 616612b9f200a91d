import { wordBook } from '../i18n/language.ts';

/** What the screens for phones say about the line, and about what waits for it. */
export const PHONE = wordBook('phone', {
  'line.lost': {
    zh: '没有网络。可继续查看和操作，恢复后自动按顺序发送。',
    en: 'No network. Go on: what you do is sent in order when it is back.',
  },
  'line.read': { zh: '内容为{{at}}（{{span}}前）读取。', en: 'Read {{at}} ({{span}} ago).' },
  'queue.title': { zh: '待发送', en: 'Waiting to be sent' },
  'queue.count': { zh: '{{count}}项操作待发送', en: '{{count}} acts wait to be sent' },
  'queue.refused': { zh: '{{count}}项操作未成，请处理', en: '{{count}} acts failed: decide what becomes of them' },
  'queue.decided': { zh: '决定于', en: 'Decided' },
  waiting: { zh: '待发送', en: 'waiting' },
  refused: { zh: '未成', en: 'not done' },
  held: { zh: '等前一项处理', en: 'held by an earlier one' },
  'refused.meant': { zh: '您的意思：', en: 'What you meant:' },
  'refused.stale': {
    zh: '您决定之后任务有了变动，所以没有照旧执行。请看清现在的情况再定。',
    en: 'It has changed since you decided, so nothing was done. Look at how it is now, then decide.',
  },
  redo: { zh: '看过了，仍按此发送', en: 'I have looked: send it all the same' },
  discard: { zh: '放弃', en: 'Give it up' },
  'position.attach': { zh: '附上我的位置', en: 'Attach my position' },
  'position.asking': { zh: '正在定位……', en: 'Finding where you are …' },
  'position.remove': { zh: '去掉位置', en: 'Take the position off' },
  'position.refused': { zh: '手机未给出位置，可以不附。', en: 'The phone gave no position; you can do without.' },
  'position.of': { zh: '手机定位（精度约{{metres}}米）', en: 'Phone position, within about {{metres}} m' },
  'photo.add': { zh: '添加照片引用', en: 'Add a photo reference' },
  'photo.remove': { zh: '去掉', en: 'Remove' },
  'photo.url': { zh: '照片地址（https://）', en: 'Where the photo lies (https://)' },
  'photo.file': { zh: '选照片以计算校验值', en: 'Choose the photo for its digest' },
  'photo.note': {
    zh: '照片存本单位处，不上传；这里只记地址和校验值（SHA-256）。',
    en: 'The photo stays where your agency keeps it and is not uploaded: only its address and digest (SHA-256) are told.',
  },
  'photo.sha256': { zh: '校验值', en: 'Digest' },
  'photo.caption': { zh: '说明（可不填）', en: 'Caption (optional)' },
});
