const at = <Folder extends string>(folder: Folder) => `pages/${folder}/index` as const

/** Every page of the app by a name of ours; app.config.ts is made from the same list. */
export const PAGES = {
  home: at('home'),
  me: at('me'),
  profile: at('member/profile'),
  phone: at('member/phone'),
  link: at('member/link'),
  account: at('member/account'),
  username: at('member/account/username'),
  email: at('member/account/email'),
  password: at('member/account/password'),
  sessions: at('member/account/sessions'),
  export: at('member/account/export'),
  deletion: at('member/account/deletion'),
  notes: at('notes'),
  note: at('notes/note'),
  noteEdit: at('notes/edit'),
  privacy: at('legal/privacy'),
  terms: at('legal/terms'),
  signIn: at('web/sign-in'),
  register: at('web/register'),
  reset: at('web/reset'),
  verify: at('web/verify'),
}

export type PageName = keyof typeof PAGES

/** The tabs from the left. Their texts in i18n/tabs.ts and their pictures in assets/icons.svg have the same names. */
export const TAB_NAMES = ['home', 'me'] as const

export const TABS = TAB_NAMES.map((name) => PAGES[name])

/**
 * Sub-packages by their root, fetched when first opened: the first screen does not pay for them. What belongs to
 * the member is one package, because packages cannot share code and each would carry the same forms.
 */
export const SUB_PACKAGES = ['pages/member', 'pages/notes', 'pages/legal'] as const

/** Pages of the browser build only: inside WeChat, WeChat signs people in. */
export const WEB_PACKAGE = 'pages/web'

/** The pages below a root, as app.config.ts wants them: relative to it. */
export const pagesIn = (root: string): string[] =>
  Object.values(PAGES)
    .filter((path) => path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1))

/** For redirectTarget(): where a sign-in may lead back to in this build. */
export const routes = () => ({
  pages: Object.values(PAGES),
  tabs: TABS,
  signIn: [
    PAGES.link,
    PAGES.signIn,
    PAGES.register,
    PAGES.reset,
    // For members, but in the browser build only.
    ...(__TARGET__ === 'h5' ? [] : [PAGES.verify]),
  ],
})
