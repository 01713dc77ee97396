/** Every page of the app by a name of ours; app.config.ts is made from the same list. */
export const PAGES = {
  home: 'pages/home/index',
  me: 'pages/me/index',
  profile: 'pages/profile/index',
  phone: 'pages/phone/index',
  link: 'pages/link/index',
  account: 'pages/account/index',
  username: 'pages/account/username/index',
  email: 'pages/account/email/index',
  password: 'pages/account/password/index',
  sessions: 'pages/account/sessions/index',
  export: 'pages/account/export/index',
  deletion: 'pages/account/deletion/index',
  privacy: 'pages/legal/privacy/index',
  terms: 'pages/legal/terms/index',
  signIn: 'pages/web/sign-in/index',
  register: 'pages/web/register/index',
  reset: 'pages/web/reset/index',
  verify: 'pages/web/verify/index',
} as const

export type PageName = keyof typeof PAGES

export const TABS = [PAGES.home, PAGES.me] as const

/** Sub-packages by their root: fetched when first opened, so the first screen does not pay for them. */
export const SUB_PACKAGES = [
  'pages/profile',
  'pages/phone',
  'pages/link',
  'pages/account',
  'pages/legal',
] as const

/** Pages of the browser build only: inside WeChat, WeChat signs people in. */
export const WEB_PACKAGE = 'pages/web'

/** The pages below a root, as app.config.ts wants them: relative to it. */
export const pagesIn = (root: string): string[] =>
  Object.values(PAGES)
    .filter((path) => path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1))

/** For redirectTarget(): where a sign-in may lead back to. */
export const routes = {
  pages: Object.values(PAGES),
  tabs: TABS,
  signIn: [PAGES.link, PAGES.signIn, PAGES.register, PAGES.reset],
}
