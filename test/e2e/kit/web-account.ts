import { createNetwork, type RunningApp } from '../../../simulator/index'
import type { TestWorld } from './use-world'

export interface WebAccount {
  username: string
  password: string
  /** The number that screens show. */
  publicId: string
}

/** Registers an account as the browser build does, before its owner ever opens the mini-program. */
export const registerOnTheWeb = async (world: TestWorld, username: string): Promise<WebAccount> => {
  const password = `a sentence for ${username}`
  const answer = await fetch(`${world.server}/hserve/v2.1/register/username/`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Hydrogen-Client-ID': 'starter-dev',
      'X-Hydrogen-Client-Platform': 'WEB',
    },
    body: JSON.stringify({ username, password }),
  })
  if (answer.status !== 201) throw new Error(`Registration answered ${answer.status}.`)
  const { public_id: publicId } = (await answer.json()) as { public_id: string }
  return { username, password, publicId }
}

/** A phone of this person, signed in to an account from the web whose WeChat could not be linked. */
export const openUnlinked = async (world: TestWorld, name: string): Promise<RunningApp> => {
  const account = await registerOnTheWeb(world, name)
  const network = createNetwork(world.hosts)
  network.losing = 'user-associate'
  const app = await world.open(name, { network })
  await app.tap('link-open')
  await app.tap('link-sign-in')
  await app.input('link-username', account.username)
  await app.input('link-password', account.password)
  await app.tap('link-submit')
  await app.tap('link-later')
  return app
}
