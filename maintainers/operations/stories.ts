import type { SharedPhone } from '../../test/contract/differential/clients'
import type { WechatControl } from '../../test/contract/kit/wechat-control'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)
const password = 'correct horse battery'

/** One operation of the table: what to have done before counting, and what to count. */
export interface Operation {
  readonly name: string
  /** A relaunch counts on a fresh copy of the client over the same storage. */
  readonly relaunched?: true
  before: (phone: SharedPhone, person: string) => Promise<unknown>
  run: (phone: SharedPhone, person: string, wechat: WechatControl) => Promise<unknown>
}

const nothing = async () => undefined
const silently = ({ BaaS }: SharedPhone) => BaaS.auth.loginWithWechat()
const registered = ({ BaaS }: SharedPhone, username: string) =>
  BaaS.auth.register({ username, password })
const refused = (promise: Promise<unknown>) => promise.catch(() => undefined)

/** The operations people wait for. */
export const operations: readonly Operation[] = [
  { name: 'silent login', before: nothing, run: silently },
  {
    name: 'launch with a cached session',
    relaunched: true,
    before: silently,
    // The SDK has no launch of its own: its documents begin every one with this call.
    run: silently,
  },
  {
    name: 'silent login of a stranger (404)',
    before: nothing,
    run: ({ BaaS }) => refused(BaaS.auth.loginWithWechat(null, { createUser: false })),
  },
  {
    name: 'password login',
    async before(phone, person) {
      await registered(phone, person)
      await phone.BaaS.auth.logout()
    },
    run: ({ BaaS }, username) => BaaS.auth.login({ username, password }),
  },
  { name: 'register', before: nothing, run: registered },
  {
    name: 'link flow from a cold start (404, login, link)',
    async before(phone, person) {
      await registered(phone, person)
      await phone.BaaS.auth.logout()
    },
    async run({ BaaS }, username) {
      await refused(BaaS.auth.loginWithWechat(null, { createUser: false }))
      const user = await BaaS.auth.login({ username, password })
      await user.linkWechat()
    },
  },
  { name: 'getCurrentUser', before: silently, run: ({ BaaS }) => BaaS.auth.getCurrentUser() },
  {
    name: '5 × getCurrentUser at once',
    before: silently,
    run: ({ BaaS }) => Promise.all(Array.from({ length: 5 }, () => BaaS.auth.getCurrentUser())),
  },
  {
    name: 'nickname update',
    before: silently,
    async run({ BaaS }) {
      const user = await BaaS.auth.getCurrentUser()
      await user.set({ nickname: 'New' }).update()
    },
  },
  {
    name: 'phone login',
    before: nothing,
    async run({ BaaS, loginCode, tapPhoneButton }) {
      const code = await loginCode()
      await BaaS.auth.loginWithWechat(await tapPhoneButton(), { code })
    },
  },
  {
    name: 'phone update',
    before: silently,
    run: async ({ BaaS, tapPhoneButton }) => BaaS.auth.updatePhoneNumber(await tapPhoneButton()),
  },
  {
    name: 'WeChat profile update',
    before: silently,
    async run({ BaaS, loginCode }, person, wechat) {
      const code = await loginCode()
      await BaaS.auth.updateUserInfo(await wechat.profile(person), { code })
    },
  },
  {
    name: 'invoke',
    before: silently,
    run: ({ BaaS }) => refused(BaaS.invoke('no_such_function', {})),
  },
  {
    name: 'avatar upload',
    async before(phone) {
      phone.keepFile('http://tmp/dot.png', { bytes: PNG, mimeType: 'image/png' })
      await silently(phone)
    },
    async run({ BaaS }) {
      await new BaaS.File().upload({ filePath: 'http://tmp/dot.png' }, { categoryName: 'avatar' })
    },
  },
  { name: 'logout', before: silently, run: ({ BaaS }) => BaaS.auth.logout() },
]
