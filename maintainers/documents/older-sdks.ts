import assert from 'node:assert/strict'
import endWorld from '../../test/setup/contract-end'
import startWorld from '../../test/setup/contract'
import { openWorld, type World } from '../../test/contract/kit/world'
import type { Phone } from '../../test/contract/kit/phone'

/** Every version on npm that there is, oldest first. */
const VERSIONS = ['2.0.6-a', '2.9.0', '3.6.0', '3.21.1', '3.22.0', '3.23.6'] as const
const TODAY = '3.23.6'
const password = 'a sentence of five words'

/** A phone with an older SDK, and another one of the same person. */
interface Phones {
  readonly phone: Phone
  readonly another: () => Phone
  readonly person: string
}

type Flow = readonly [name: string, run: (phones: Phones) => Promise<unknown>]

/** What each version's own documents describe. */
const flows: readonly Flow[] = [
  ['loads and signs in silently', ({ phone }) => phone.BaaS.auth.loginWithWechat()],
  [
    'knows the user at the next launch',
    async ({ phone, another }) => {
      const made = await phone.BaaS.auth.loginWithWechat()
      assert.equal((await another().BaaS.auth.loginWithWechat()).id, made.id)
    },
  ],
  [
    'registers, signs in by username',
    async ({ phone, another, person }) => {
      const made = await phone.BaaS.auth.register({ username: person, password })
      assert.equal((await another().BaaS.auth.login({ username: person, password })).id, made.id)
    },
  ],
  [
    'links WeChat to an account',
    async ({ phone, another, person }) => {
      const user = await phone.BaaS.auth.register({ username: person, password })
      await user.linkWechat()
      assert.equal((await another().BaaS.auth.loginWithWechat()).id, user.id)
    },
  ],
  [
    'changes its own fields',
    async ({ phone }) => {
      await phone.BaaS.auth.loginWithWechat()
      const user = await phone.BaaS.auth.getCurrentUser()
      await user.set('nickname', 'New').update()
      assert.equal((await phone.BaaS.auth.getCurrentUser()).get('nickname'), 'New')
    },
  ],
  [
    'sets a username',
    async ({ phone, person }) => {
      await phone.BaaS.auth.loginWithWechat()
      const user = await phone.BaaS.auth.getCurrentUser()
      await user.setAccount({ username: person, password })
    },
  ],
  [
    'signs out',
    async ({ phone }) => {
      await phone.BaaS.auth.loginWithWechat()
      await phone.BaaS.auth.logout()
    },
  ],
]

const packageOf = (version: string) => (version === TODAY ? 'minapp-sdk' : `minapp-sdk-${version}`)

const judge = async (world: World, version: string, [name, run]: Flow, index: number) => {
  const person = `sdk-${version}-${index}`.replace(/\W/g, '-')
  let phone: Phone | undefined
  try {
    const open = () => world.phone(person, { published: packageOf(version) })
    phone = open()
    await run({ phone, another: open, person })
    return { version, name, note: 'works' }
  } catch (error) {
    const { method = '', path = '', status = '' } = phone?.wire.at(-1) ?? {}
    const reason = (error instanceof Error ? error.message : JSON.stringify(error)).split('\n')[0]
    return { version, name, note: `${reason ?? ''} (last: ${method} ${path} ${status})` }
  }
}

/** Drives every published version through its flows against our server, and prints the table. */
const main = async (): Promise<void> => {
  await startWorld()
  try {
    const world = openWorld()
    for (const version of VERSIONS) {
      for (const [index, flow] of flows.entries()) {
        const { name, note } = await judge(world, version, flow, index)
        process.stdout.write(`${version.padEnd(9)}${name.padEnd(36)}${note}\n`)
        if (note !== 'works') process.exitCode = 1
      }
    }
  } finally {
    await endWorld()
  }
}

void main()
