import type { Settings } from '../../simulator/preview/panel/desk/settings'
import type { PreviewPage } from '../browser/preview-page'

/** One picture: a screen in a state, and the way there. */
export interface Scene {
  /** The file's name, and the key of docs/screens. */
  name: string
  settings?: Partial<Settings>
  /** The whole page instead of the phone's screen. */
  whole?: true
  play(preview: PreviewPage): Promise<void>
}

/** A person who has let WeChat open an account for them. */
const becomeMember = async (preview: PreviewPage) => {
  await preview.tap('link-continue')
  await preview.see('session-name')
}

const openFromMe = async (preview: PreviewPage, id: string) => {
  await becomeMember(preview)
  await preview.click('tab-1')
  await preview.tap(id)
}

/** The profile page, after saying yes to the privacy guide. */
const openProfile = async (preview: PreviewPage) => {
  await openFromMe(preview, 'me-profile')
  await preview.click('popup-allow')
  await preview.popup('gone')
  await preview.see('profile-save')
}

/** Every screen in every state. To add one: name it, and say how a person gets there. */
export const gallery: readonly Scene[] = [
  {
    name: 'preview',
    settings: { library: '2.27.0' },
    whole: true,
    play: async (preview) => {
      await openFromMe(preview, 'me-profile')
      await preview.tap('profile-get')
      await preview.popup('open')
    },
  },
  { name: 'home-unlinked', play: (preview) => preview.see('link-continue') },
  { name: 'home-member', play: becomeMember },
  {
    name: 'home-offline',
    settings: { network: 'offline' },
    play: (preview) => preview.see('session-retry'),
  },
  {
    name: 'home-signing-in',
    settings: { network: 'slow' },
    play: (preview) => preview.see('session-state'),
  },
  {
    name: 'me-member',
    play: async (preview) => {
      await becomeMember(preview)
      await preview.click('tab-1')
      await preview.see('me-profile')
    },
  },
  {
    name: 'me-signed-out',
    play: async (preview) => {
      await openFromMe(preview, 'sign-out')
      await preview.see('session-retry')
    },
  },
  {
    name: 'link',
    play: async (preview) => {
      await preview.tap('link-open')
      await preview.at('pages/member/link/index')
    },
  },
  {
    name: 'profile-privacy',
    play: async (preview) => {
      await openFromMe(preview, 'me-profile')
      await preview.popup('open')
    },
  },
  { name: 'profile', play: openProfile },
  {
    name: 'profile-avatar',
    play: async (preview) => {
      await openProfile(preview)
      await preview.tap('profile-avatar')
      await preview.popup('open')
    },
  },
  {
    name: 'profile-saved',
    play: async (preview) => {
      await openProfile(preview)
      await preview.tap('profile-avatar')
      await preview.click('popup-avatar-wechat')
      await preview.popup('gone')
      await preview.type('profile-nickname', 'Lin')
      await preview.tap('profile-save')
      await preview.see('profile-saved')
    },
  },
  {
    name: 'profile-consent-old-library',
    settings: { library: '2.27.0' },
    play: async (preview) => {
      await openFromMe(preview, 'me-profile')
      await preview.tap('profile-get')
      await preview.popup('open')
    },
  },
  {
    name: 'phone',
    play: async (preview) => {
      await openFromMe(preview, 'me-phone')
      await preview.click('popup-allow')
      await preview.popup('gone')
    },
  },
  {
    name: 'account',
    play: async (preview) => {
      await openFromMe(preview, 'me-account')
      await preview.at('pages/member/account/index')
    },
  },
]
