import type { FaultForm } from '../../simulator/index'

/** An account that was opened on the web. */
export interface WebAccount {
  username: string
  password: string
}

/** What a scene can arrange behind the screen, as a new person. */
export interface Situation {
  /** The person who holds the phone; no one else in this world has the name. */
  person: string
  serverUrl: string
  /** Registers an account as the web build does. */
  register: (username: string) => Promise<WebAccount>
  /** Signs in to an account of the web on another device. */
  signIn: (account: WebAccount) => Promise<unknown>
  /** WeChat opens an account for this person in another mini-program of the same developer. */
  visitOtherApp: () => Promise<void>
  /** The same, after this mini-program opened one by the openid alone. */
  splitAccounts: () => Promise<void>
  /** Something goes wrong with WeChat. */
  fault: (fault: FaultForm) => Promise<unknown>
  /** The phone numbers this person, or another one, has in WeChat. */
  phones: (phones: readonly string[], of?: string) => Promise<unknown>
  /** The token of the link to a new password in the e-mail to this address, once it has arrived. */
  tokenFor: (address: string) => Promise<string>
  /** The code that verifies this address, once its e-mail has arrived. */
  codeFor: (address: string) => Promise<string>
}

interface Outbox {
  mails: readonly { to: string; text: string }[]
}

const PATIENCE_MS = 10_000

const HEADERS = {
  'Content-Type': 'application/json',
  'X-Hydrogen-Client-ID': 'starter-dev',
  'X-Hydrogen-Client-Platform': 'WEB',
}

const post = async (url: string, body: object): Promise<unknown> => {
  const answer = await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}.`)
  return answer.json()
}

/** Where the servers of a world are. */
export interface Places {
  serverUrl: string
  /** The backend of the developer's other mini-program, on the same database. */
  otherAppUrl: string
  simulatorUrl: string
}

/** What one scene can arrange in a running world, for `person`. */
export const createSituation = (
  { serverUrl, otherAppUrl, simulatorUrl }: Places,
  person: string,
): Situation => {
  const control = (call: string, body: object) => post(`${simulatorUrl}/control/${call}`, body)

  const openAccount = async (backend: string, byUnionid: boolean) => {
    const { code } = (await control('login-code', { person })) as { code: string }
    const asked = { code, create_user: true, login_with_unionid: byUnionid }
    await post(`${backend}/hserve/v2.5/idp/wechat/silent-login/`, asked)
  }
  const visitOtherApp = () => openAccount(otherAppUrl, true)

  return {
    person,
    serverUrl,
    async register(username) {
      const password = `a sentence for ${username}`
      await post(`${serverUrl}/hserve/v2.1/register/username/`, { username, password })
      return { username, password }
    },
    signIn: (account) => post(`${serverUrl}/hserve/v2.1/login/username/`, account),
    visitOtherApp,
    async splitAccounts() {
      await openAccount(serverUrl, false)
      await visitOtherApp()
    },
    fault: (fault) => control('fault', fault),
    phones: (phones, of = person) => control('person', { person: of, phones }),
    tokenFor: (address) => inEmails(simulatorUrl, address, /\/email\/reset\/#(\S+)/),
    codeFor: (address) => inEmails(simulatorUrl, address, /^([A-Z2-9]{4}-[A-Z2-9]{4})$/m),
  }
}

/** What the pattern finds in an e-mail to this address, once one has arrived. */
const inEmails = async (simulatorUrl: string, address: string, wanted: RegExp) => {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const { mails } = (await (await fetch(`${simulatorUrl}/control/outbox`)).json()) as Outbox
    const texts = mails.filter(({ to }) => to === address).map(({ text }) => text)
    const found = texts.map((text) => wanted.exec(text)?.[1]).find((part) => part !== undefined)
    if (found !== undefined) return found
  }
  throw new Error(`No e-mail to ${address} has what was looked for.`)
}
