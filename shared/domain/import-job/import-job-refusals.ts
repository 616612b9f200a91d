import { reason } from '../kernel/refusal.ts';

/** Why commands on imports are refused. */
export const IMPORT_JOB_REFUSALS = {
  unknown: reason('import-unknown', 'missing', { zh: '没有这次导入。', en: 'There is no such import.' }),
  exists: reason('import-exists', 'conflict', {
    zh: '该编号的导入已存在。',
    en: 'There is an import of this id already.',
  }),
  onlyPeople: reason('import-not-by-a-person', 'forbidden', {
    zh: '导入须由人员发起。',
    en: 'An import is begun and applied by a person.',
  }),
  noFile: reason('import-file-missing', 'conflict', {
    zh: '文件尚未上传，请先上传再检查。',
    en: 'The file has not been uploaded; upload it, then have it checked.',
  }),
  otherSize: reason('import-file-size-differs', 'conflict', {
    zh: '上传的文件有{actual}字节，登记的是{declared}字节，请重新上传。',
    en: 'The uploaded file has {actual} bytes where {declared} were announced; upload it again.',
  }),
  notAwaited: reason('import-already-checked', 'conflict', {
    zh: '该文件已提交检查；要检查另一份文件，请另建一次导入。',
    en: 'This file has been given to be checked; for another file, open another import.',
  }),
  notReady: reason('import-not-ready', 'conflict', {
    zh: '只有检查无误的文件才能导入，目前：{status}。',
    en: 'Only a file that was checked and found right can be applied; this one is {status}.',
  }),
  otherFile: reason('import-file-changed', 'conflict', {
    zh: '文件与检查时不同，请重新检查。',
    en: 'This is not the file that was checked; have it checked again.',
  }),
  over: reason('import-over', 'conflict', {
    zh: '该导入目前{status}，不能取消。',
    en: 'This import is {status} and cannot be cancelled.',
  }),
} as const;
