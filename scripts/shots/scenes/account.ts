import type { PreviewPage } from '../../browser/preview-page'
import type { PhoneScene } from '../scene'
import { goFromMe, WILLING } from './ways'

const open = (page: string) => (preview: PreviewPage) =>
  goFromMe(preview, 'me-account', `account-${page}`)

const submit = async (preview: PreviewPage, form: string, field: string, text: string) => {
  await open(form)(preview)
  await preview.type(field, text)
  await preview.tap(`${form}-save`)
}

/** The account: each of its forms, the devices, the export and the end. */
export const accountScenes: readonly PhoneScene[] = [
  {
    on: 'phone',
    name: 'account',
    settings: WILLING,
    play: async (preview) => {
      await submit(preview, 'email', 'email', 'lin.xiaoman@example.com')
      await preview.see('email-said')
      await preview.click('nav-back')
      await preview.see('account-email', 'example.com')
    },
  },
  { on: 'phone', name: 'account-new', play: (preview) => goFromMe(preview, 'me-account') },
  {
    on: 'phone',
    name: 'account-username',
    play: async (preview) => {
      await submit(preview, 'username', 'username', 'lin_xiaoman')
      await preview.see('username-said')
    },
  },
  {
    on: 'phone',
    name: 'account-username-invalid',
    play: async (preview) => {
      await submit(preview, 'username', 'username', '13800138000')
      await preview.seeClass('field-wrong')
    },
  },
  {
    on: 'phone',
    name: 'account-username-taken',
    play: async (preview, stage) => {
      const { username } = await stage.register('first_come')
      await submit(preview, 'username', 'username', username)
      await preview.see('username-said')
    },
  },
  { on: 'phone', name: 'account-email', play: open('email') },
  {
    on: 'phone',
    name: 'account-email-waiting',
    play: async (preview) => {
      await submit(preview, 'email', 'email', 'lin@example.com')
      await preview.see('email-said')
      await preview.see('email-verify')
    },
  },
  { on: 'phone', name: 'account-password', play: open('password') },
  {
    on: 'phone',
    name: 'account-password-short',
    play: async (preview) => {
      await submit(preview, 'password', 'password-new', 'short')
      await preview.seeClass('field-wrong')
    },
  },
  {
    on: 'phone',
    name: 'account-password-changed',
    play: async (preview) => {
      await submit(preview, 'password', 'password-new', 'a first sentence')
      await preview.see('password-said')
    },
  },
  {
    on: 'phone',
    name: 'account-sessions',
    play: async (preview) => {
      await goFromMe(preview, 'me-account')
      // The same person comes back with an empty phone: another device.
      await preview.click('app-delete')
      await preview.see('session-name')
      await preview.click('tab-1')
      await preview.tap('me-account')
      await preview.tap('account-sessions')
      await preview.see('sessions-end-others')
    },
  },
  {
    on: 'phone',
    name: 'account-sessions-offline',
    play: async (preview) => {
      await goFromMe(preview, 'me-account')
      await preview.click('network-offline')
      await preview.tap('account-sessions')
      await preview.see('sessions-failure')
    },
  },
  {
    on: 'phone',
    name: 'account-export',
    play: async (preview) => {
      await open('export')(preview)
      await preview.tap('export-make')
      await preview.see('export-copy')
    },
  },
  { on: 'phone', name: 'account-deletion', play: open('delete') },
  {
    on: 'phone',
    name: 'account-deletion-sure',
    play: async (preview) => {
      await open('delete')(preview)
      const before = await preview.read('deletion-confirm')
      await preview.tap('deletion-confirm')
      await preview.seeChange('deletion-confirm', before)
    },
  },
  {
    on: 'phone',
    name: 'account-deleted',
    play: async (preview) => {
      await open('delete')(preview)
      const before = await preview.read('deletion-confirm')
      await preview.tap('deletion-confirm')
      await preview.seeChange('deletion-confirm', before)
      await preview.tap('deletion-confirm')
      await preview.see('deletion-done')
    },
  },
]
