import type { PreviewPage } from '../../browser/preview-page'
import type { PhoneScene } from '../scene'
import { goFromMe, WILLING } from './ways'

const openForm = async (preview: PreviewPage) => {
  await goFromMe(preview, 'me-profile')
  await preview.see('profile-save')
}

const saveName = async (preview: PreviewPage, nickname: string) => {
  await preview.type('profile-nickname', nickname)
  await preview.tap('profile-save')
}

/** Picture and name: WeChat's questions, its answers, and the form. */
export const profileScenes: readonly PhoneScene[] = [
  {
    on: 'phone',
    name: 'profile-privacy',
    play: async (preview) => {
      await goFromMe(preview, 'me-profile')
      await preview.popup('open')
    },
  },
  {
    on: 'phone',
    name: 'privacy-own',
    sheet: 'own',
    play: async (preview) => {
      await goFromMe(preview, 'me-profile')
      await preview.see('privacy-agree')
    },
  },
  {
    on: 'phone',
    name: 'profile-without-consent',
    settings: { answering: 'refuse' },
    play: async (preview) => {
      await openForm(preview)
      await preview.see('consent-missing')
    },
  },
  { on: 'phone', name: 'profile', settings: WILLING, play: openForm },
  {
    on: 'phone',
    name: 'profile-anonymous',
    settings: WILLING,
    play: async (preview) => {
      await openForm(preview)
      await preview.tap('profile-get')
      await preview.see('profile-get-said')
    },
  },
  {
    on: 'phone',
    name: 'profile-consent-old-library',
    settings: { library: '2.27.0' },
    play: async (preview) => {
      await openForm(preview)
      await preview.tap('profile-get')
      await preview.popup('open')
    },
  },
  {
    on: 'phone',
    name: 'profile-refused',
    settings: { library: '2.27.0' },
    play: async (preview) => {
      await openForm(preview)
      await preview.tap('profile-get')
      await preview.click('popup-refuse')
      await preview.see('profile-get-said')
    },
  },
  {
    on: 'phone',
    name: 'profile-avatar',
    play: async (preview) => {
      await goFromMe(preview, 'me-profile')
      await preview.click('popup-allow')
      await preview.popup('gone')
      await preview.tap('profile-avatar')
      await preview.popup('open')
    },
  },
  {
    on: 'phone',
    name: 'profile-rejected',
    settings: { ...WILLING, verdict: 'fail' },
    play: async (preview) => {
      await openForm(preview)
      await saveName(preview, 'Lin')
      await preview.see('profile-nickname-under')
      await preview.seeClass('field-wrong')
    },
  },
  {
    on: 'phone',
    name: 'profile-busy',
    settings: WILLING,
    play: async (preview) => {
      await openForm(preview)
      await preview.click('network-slow')
      await saveName(preview, '林小满')
      await preview.seeClass('button-busy')
    },
  },
  {
    on: 'phone',
    name: 'profile-offline',
    settings: WILLING,
    play: async (preview) => {
      await openForm(preview)
      await preview.click('network-offline')
      await saveName(preview, '林小满')
      await preview.see('profile-failure')
    },
  },
  {
    on: 'phone',
    name: 'profile-saved',
    settings: WILLING,
    play: async (preview) => {
      await openForm(preview)
      await preview.tap('profile-avatar')
      await preview.seeClass('avatar-picture')
      await saveName(preview, '林小满')
      await preview.see('profile-saved')
    },
  },
]
