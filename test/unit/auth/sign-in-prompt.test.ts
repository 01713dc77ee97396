import { createSignInPrompt } from '../../../src/auth/sign-in-prompt'
import { granted, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

/** A guest, on a page that can ask in place or not. */
const guest = async () => {
  const made = makeAuth({ launchCredentials: undefined })
  await made.auth.launch()
  return made
}

const signIn = async ({ auth, network }: ReturnType<typeof makeAuth>) => {
  const signedIn = auth.signIn({ by: 'anonymous' })
  await settle()
  network.answer(granted())
  await signedIn
}

describe('before what needs a member', () => {
  it('the sign-in prompt lets a member pass, who is asked nothing', async () => {
    const { prompt, opened } = await launchedWith(granted())
    prompt.mountSheet()
    expect(await prompt.requireAuth()).toBe(true)
    expect([prompt.asking.getState(), opened]).toEqual([false, []])
  })

  it('the sign-in prompt leads a guest to the sign-in page where no sheet is', async () => {
    const { prompt, opened } = await guest()
    expect(await prompt.requireAuth()).toBe(false)
    expect([prompt.asking.getState(), opened]).toEqual([false, ['sign-in page']])
  })

  it('the sign-in prompt waits for the launch', async () => {
    const made = makeAuth({ launchCredentials: undefined })
    const opened: string[] = []
    const prompt = createSignInPrompt(made.auth, () => opened.push('sign-in page'))
    const asked = prompt.requireAuth()
    await settle()
    expect(opened).toEqual([])
    await made.auth.launch()
    expect(await asked).toBe(false)
    expect(opened).toEqual(['sign-in page'])
  })

  it('the sign-in prompt asks a guest in place, once for all who ask, who passes by signing in', async () => {
    const made = await guest()
    made.prompt.mountSheet()
    const answers = Promise.all([made.prompt.requireAuth(), made.prompt.requireAuth()])
    await settle()
    expect(made.prompt.asking.getState()).toBe(true)
    await signIn(made)
    expect(await answers).toEqual([true, true])
    expect([made.prompt.asking.getState(), made.opened]).toEqual([false, []])
  })

  it('the sign-in prompt asks a guest who would rather not again the next time', async () => {
    const { prompt } = await guest()
    prompt.mountSheet()
    for (let time = 0; time < 2; time += 1) {
      const answer = prompt.requireAuth()
      await settle()
      expect(prompt.asking.getState()).toBe(true)
      prompt.dismiss()
      expect(await answer).toBe(false)
      expect(prompt.asking.getState()).toBe(false)
    }
  })

  it('the sign-in prompt ends with the page that asked, whose person has gone back to another', async () => {
    const { prompt, opened } = await guest()
    const [below, above] = [prompt.mountSheet(), prompt.mountSheet()]
    const answer = prompt.requireAuth()
    await settle()
    above.leave()
    expect(await answer).toBe(false)
    expect(prompt.asking.getState()).toBe(false)
    below.leave()
    expect(await prompt.requireAuth()).toBe(false)
    expect(opened).toEqual(['sign-in page'])
  })

  it('the sign-in prompt lets a guest who signs in on another page pass when they are back on the page that asked', async () => {
    const made = await guest()
    const { setShown } = made.prompt.mountSheet()
    let passed: boolean | undefined
    void made.prompt.requireAuth().then((answer) => {
      passed = answer
    })
    await settle()
    setShown(false)
    await signIn(made)
    await settle()
    expect([passed, made.prompt.asking.getState()]).toEqual([undefined, false])
    setShown(true)
    await settle()
    expect(passed).toBe(true)
  })

  it('the sign-in prompt lets no one pass who has signed in on another page and out again before they are back', async () => {
    const made = await guest()
    const { setShown } = made.prompt.mountSheet()
    const passes = made.prompt.requireAuth()
    await settle()
    setShown(false)
    await signIn(made)
    void made.auth.signOut()
    setShown(true)
    expect(await passes).toBe(false)
  })

  it('the sign-in prompt asks no guest by a sheet of a page that is hidden, but leads to the sign-in page', async () => {
    const { prompt, opened } = await guest()
    prompt.mountSheet().setShown(false)
    expect(await prompt.requireAuth()).toBe(false)
    expect(opened).toEqual(['sign-in page'])
  })
})
