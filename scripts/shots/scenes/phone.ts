import type { PreviewPage } from '../../browser/preview-page'
import type { PhoneScene } from '../scene'
import type { Stage } from '../stage'
import { goFromMe, WILLING } from './ways'

const openSignIn = async (preview: PreviewPage) => {
  await preview.tap('phone-open')
  await preview.see('phone-sign-in')
}

const openBind = async (preview: PreviewPage) => {
  await goFromMe(preview, 'me-phone')
  await preview.see('phone-bind')
}

const bind = async (preview: PreviewPage) => {
  await openBind(preview)
  await preview.tap('phone-bind')
  await preview.see('phone-bound')
}

/** Somebody else's number is in the hands of this person: the first owner signs out and a second account asks for it. */
const askForTakenNumber = async (preview: PreviewPage, stage: Stage) => {
  const phones = ['13700001111']
  await stage.phones(phones)
  await bind(preview)
  await preview.page.type('#person-new', `${stage.person} II`)
  await preview.click('person-hand-over')
  await preview.see('link-continue')
  await stage.phones(phones, `${stage.person} II`)
  await openSignIn(preview)
  await preview.tap('phone-sign-in')
  await preview.see('phone-said')
}

const sendSms = async (preview: PreviewPage, number: string) => {
  await preview.type('sms-phone', number)
  await preview.tap('sms-send')
  await preview.see('sms-submit')
}

/** A phone number: WeChat's way and the text message, with every answer to them. */
export const phoneScenes: readonly PhoneScene[] = [
  { on: 'phone', name: 'phone-sign-in', settings: WILLING, play: openSignIn },
  {
    on: 'phone',
    name: 'phone-picker',
    play: async (preview) => {
      await preview.tap('phone-open')
      await preview.click('popup-allow')
      await preview.popup('gone')
      await preview.tap('phone-sign-in')
      await preview.popup('open')
      await preview.page.waitForSelector('#popup-phone-0')
    },
  },
  { on: 'phone', name: 'phone-bind', settings: WILLING, play: openBind },
  {
    on: 'phone',
    name: 'phone-denied',
    settings: WILLING,
    play: async (preview) => {
      await openSignIn(preview)
      await preview.click('answering-refuse')
      await preview.tap('phone-sign-in')
      await preview.see('phone-said')
    },
  },
  {
    on: 'phone',
    name: 'phone-no-quota',
    settings: WILLING,
    play: async (preview, stage) => {
      await openBind(preview)
      await stage.fault({ kind: 'phone-quota', times: 1 })
      await preview.tap('phone-bind')
      await preview.see('phone-said')
    },
  },
  {
    on: 'phone',
    name: 'phone-no-permission',
    settings: { ...WILLING, account: 'personal' },
    play: async (preview) => {
      await openBind(preview)
      await preview.tap('phone-bind')
      await preview.see('phone-said')
    },
  },
  {
    on: 'phone',
    name: 'phone-overwrite',
    settings: WILLING,
    play: async (preview, stage) => {
      await stage.phones(['13600001111'])
      await bind(preview)
      await stage.phones(['13600002222'])
      await preview.tap('phone-change')
      await preview.tap('phone-bind')
      await preview.see('phone-overwrite')
    },
  },
  { on: 'phone', name: 'phone-taken', settings: WILLING, play: askForTakenNumber },
  { on: 'phone', name: 'phone-bound', settings: WILLING, play: bind },
  {
    on: 'phone',
    name: 'phone-sms-code',
    settings: WILLING,
    play: async (preview) => {
      await openBind(preview)
      await sendSms(preview, '13500001111')
    },
  },
  {
    on: 'phone',
    name: 'phone-sms-wrong',
    settings: WILLING,
    play: async (preview) => {
      await openSignIn(preview)
      await sendSms(preview, '13500002222')
      await preview.type('sms-code', '000000')
      await preview.tap('sms-submit')
      await preview.seeClass('field-wrong')
    },
  },
]
