import type { PreviewPage } from '../../browser/preview-page'
import type { WebAccount } from '../stage'

/** Whoever is asked by WeChat says yes, so that no popup stands in the picture. */
export const WILLING = { answering: 'allow' } as const

/** A person who has let WeChat open an account for them. */
export const becomeMember = async (preview: PreviewPage): Promise<void> => {
  await preview.tap('link-continue')
  await preview.see('session-name')
}

/** A member goes to Me, and from there on through these cells. */
export const goFromMe = async (preview: PreviewPage, ...cells: readonly string[]) => {
  await becomeMember(preview)
  await preview.click('tab-1')
  for (const cell of cells) await preview.tap(cell)
}

/** A member who has given a picture and a name, back on Me. */
export const introduce = async (preview: PreviewPage, nickname: string): Promise<void> => {
  await goFromMe(preview, 'me-profile')
  await preview.tap('profile-avatar')
  await preview.seeClass('avatar-picture')
  await preview.type('profile-nickname', nickname)
  await preview.tap('profile-save')
  await preview.see('profile-saved')
  await preview.click('nav-back')
  await preview.see('me-profile', nickname)
}

/** Says in the link flow to be the owner of this account. */
export const prove = async (preview: PreviewPage, account: WebAccount): Promise<void> => {
  await preview.type('link-username', account.username)
  await preview.type('link-password', account.password)
  await preview.tap('link-submit')
}

/** From the first screen of an unlinked person into one of the ways of the link flow. */
export const startLink = async (preview: PreviewPage, way: 'sign-in' | 'register') => {
  await preview.tap('link-open')
  await preview.tap(`link-${way}`)
  await preview.see('link-form')
}
