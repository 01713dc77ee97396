import { insteadOfTheButton, ofNumbers, ofPhoneButton, ofTextMessages } from '../sentences/phone'
import { ofSwitches } from '../sentences/switches'
import type { Sentence } from '../steps/sentences'
import type { Removal } from '../code/removal'
import type { Feature, Kept } from './feature'

/** Tests of both ways to a number together. */
const TOGETHER = 'test/unit/features/phone/offers-phone.test.tsx'
/** Walks through the steps of every feature. */
const STEPS = 'test/e2e/offline-steps.test.ts'
const OFFERS_SMS =
  'signing in with the number of WeChat sends nothing for %j and says what else can be done'

/** What is there for either way, and goes with the last of them. */
const page = (kept: Kept): Pick<Removal, 'files' | 'items' | 'members' | 'declarations'> =>
  kept.has('sms') || kept.has('phone')
    ? { files: [], items: [], members: [], declarations: [] }
    : {
        files: [
          'src/pages/member/phone/',
          'test/unit/features/phone/',
          'test/kit/pages/open-phone.ts',
          'test/unit/pages/phone/',
        ],
        items: [{ in: /^src\/features\/navigation\/routes\.ts$/, words: ["at('member/phone')"] }],
        members: ['PAGES.phone'],
        declarations: ['src/app.config.ts#isOffered'],
      }

const ofNumbersIn = (kept: Kept): readonly Sentence[] =>
  kept.has('sms') || kept.has('phone') ? [] : ofNumbers

const testsOf = (kept: Kept, titles: readonly string[]): Removal['tests'] =>
  kept.has('sms') || kept.has('phone')
    ? { titles, rows: [] }
    : {
        titles: [
          ...titles,
          'the Me page shows name, masked phone and what is linked',
          'a relaunched Me page says nothing of the number until it is known',
        ],
        rows: ['me-phone'],
      }

export const phone: Feature = {
  name: 'phone',
  label: 'The phone button of WeChat: sign in with, and bind, the number WeChat knows',
  leave: (kept) => ({
    removal: {
      ...page(kept),
      fixed: { '__FEATURES__.phone': 'off' },
      files: [...page(kept).files, TOGETHER, STEPS, 'test/e2e/phone.test.ts'],
      tests: testsOf(kept, [
        'binding a number',
        'binding the number of WeChat without a linked WeChat',
        'signing in with the number of WeChat',
      ]),
    },
    sentences: [...ofPhoneButton, ...ofSwitches(kept), ...ofNumbersIn(kept)],
    settings: { TARO_APP_PHONE: 'phone' },
    sections: [
      { in: 'docs/architecture.md', heading: '## 3 手机号从按钮到账号' },
      {
        in: 'docs/architecture.en.md',
        heading: '## 3 A phone number from the button to the account',
      },
    ],
  }),
}

export const sms: Feature = {
  name: 'sms',
  label: 'Codes by text message',
  leave: (kept) => ({
    removal: {
      ...page(kept),
      fixed: { '__FEATURES__.sms': false },
      files: [
        ...page(kept).files,
        TOGETHER,
        STEPS,
        'config/sms-countries.ts',
        'scripts/doctor/checks/sms-countries.ts',
        'test/unit/config/sms-countries.test.ts',
        'test/e2e/sms.test.ts',
      ],
      tests: {
        titles: testsOf(kept, [
          'a code by text message',
          'the privacy guide leaves the text message usable when it never comes to an answer',
          'the country of a number for a text message',
          OFFERS_SMS,
        ]).titles,
        rows: [...testsOf(kept, []).rows, 'sms-code'],
      },
    },
    sentences: [...ofTextMessages, ...insteadOfTheButton, ...ofNumbersIn(kept)],
    settings: { TARO_APP_SMS: 'sms', TARO_APP_SMS_COUNTRIES: 'smsCountries' },
  }),
}
