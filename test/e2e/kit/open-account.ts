import { createPhoneMemory, type RunningApp } from '../../../simulator/index'
import type { TestWorld } from './use-world'

/** A phone of this person, signed in and on the account page; their account is made the first time. */
export const openAccount = async (
  world: TestWorld,
  name: string,
  memory = createPhoneMemory(),
): Promise<RunningApp> => {
  const app = await world.open(name, { memory })
  if (app.has('link-continue')) await app.tap('link-continue')
  await app.tapTab('pages/me/index')
  await app.tap('me-account')
  return app
}
