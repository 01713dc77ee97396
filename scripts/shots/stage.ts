import type { FaultForm } from '../../simulator/preview/panel/desk/control'

/** An account that was opened on the web. */
export interface WebAccount {
  username: string
  password: string
}

/** What a scene can arrange behind the screen, as somebody who has never been seen before. */
export interface Stage {
  /** Whoever holds the phone; nobody else in this world has the name. */
  person: string
  serverUrl: string
  /** Registers an account as the web build does. */
  register(username: string): Promise<WebAccount>
  /** Something goes wrong with WeChat. */
  fault(fault: FaultForm): Promise<void>
  /** The phone numbers this person, or another one, has in WeChat. */
  phones(phones: readonly string[], of?: string): Promise<void>
  /** The link in the newest letter to this address. */
  letterTo(address: string): Promise<string>
}

interface Outbox {
  mails: readonly { to: string; text: string }[]
}

const HEADERS = {
  'Content-Type': 'application/json',
  'X-Hydrogen-Client-ID': 'starter-dev',
  'X-Hydrogen-Client-Platform': 'WEB',
}

const post = async (url: string, body: object): Promise<void> => {
  const answer = await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}.`)
}

/** Sets the stage for one scene in a running world. */
export const createStage = (
  { serverUrl, simulatorUrl }: { serverUrl: string; simulatorUrl: string },
  person: string,
): Stage => ({
  person,
  serverUrl,
  async register(username) {
    const password = `a sentence for ${username}`
    await post(`${serverUrl}/hserve/v2.1/register/username/`, { username, password })
    return { username, password }
  },
  fault: (fault) => post(`${simulatorUrl}/control/fault`, fault),
  phones: (phones, of = person) => post(`${simulatorUrl}/control/person`, { person: of, phones }),
  async letterTo(address) {
    const { mails } = (await (await fetch(`${simulatorUrl}/control/outbox`)).json()) as Outbox
    const letter = mails.filter(({ to }) => to === address).at(-1)
    const [link] = /https?:\/\/\S+/.exec(letter?.text ?? '') ?? []
    if (link === undefined) throw new Error(`There is no letter to ${address}.`)
    // The letter names the address of a usual server; this one has another port.
    const { pathname, hash } = new URL(link)
    return `${serverUrl}${pathname}${hash}`
  },
})
