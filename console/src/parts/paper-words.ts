import { wordBook } from '../i18n/language.ts';

/** What the binding paper says of the authority on which it binds. */
export const PAPER = wordBook('paper', {
  'basis.title': { zh: '四、依据与费用分担', en: 'IV. Authority, and who bears the costs' },
  'basis.agreement': {
    zh: '依据《{{title}}》（第{{version}}版）',
    en: 'Under “{{title}}” (terms version {{version}})',
  },
  'basis.since': { zh: '，生效于', en: ', in force since' },
  'basis.signed': { zh: '，签署人：{{names}}。', en: ', signed by {{names}}.' },
  'basis.and': { zh: '、', en: ' and ' },
  'basis.liability': { zh: '责任：{{liability}}', en: 'Liability: {{liability}}' },
  'burden.title': { zh: '费用及承担方', en: 'Costs and who bears them' },
  'burden.category': { zh: '费用类别', en: 'Category' },
  'burden.amount': { zh: '金额', en: 'Amount' },
  'burden.payer': { zh: '由谁承担', en: 'Borne by' },
  'burden.share': { zh: '其中请求方承担{{amount}}', en: 'of which the side that asked bears {{amount}}' },
  'burden.total': { zh: '合计', en: 'Total' },
});
