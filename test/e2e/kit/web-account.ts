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
