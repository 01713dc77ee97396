import { createMemberGate } from '../../../src/auth/member-gate'
import { granted, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

/** A guest, on a page that can ask in place or not. */
async function guest() {
  const made = makeAuth({ launchProof: undefined })
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
  it('a member passes, and is asked nothing', async () => {
    const { gate, opened } = await launchedWith(granted())
    gate.mountSheet()
    expect(await gate.requireAuth()).toBe(true)
    expect([gate.asking.getState(), opened]).toEqual([false, []])
  })

  it('a guest is led to the sign-in page where no sheet is', async () => {
    const { gate, opened } = await guest()
    expect(await gate.requireAuth()).toBe(false)
    expect([gate.asking.getState(), opened]).toEqual([false, ['sign-in page']])
  })

  it('waits for the launch', async () => {
    const made = makeAuth({ launchProof: undefined })
    const opened: string[] = []
    const gate = createMemberGate(made.auth, () => opened.push('sign-in page'))
    const asked = gate.requireAuth()
    await settle()
    expect(opened).toEqual([])
    await made.auth.launch()
    expect(await asked).toBe(false)
    expect(opened).toEqual(['sign-in page'])
  })

  it('a guest is asked in place, once for all who ask, and passes by signing in', async () => {
    const made = await guest()
    made.gate.mountSheet()
    const answers = Promise.all([made.gate.requireAuth(), made.gate.requireAuth()])
    await settle()
    expect(made.gate.asking.getState()).toBe(true)
    await signIn(made)
    expect(await answers).toEqual([true, true])
    expect([made.gate.asking.getState(), made.opened]).toEqual([false, []])
  })

  it('a guest who would rather not is asked again the next time', async () => {
    const { gate } = await guest()
    gate.mountSheet()
    for (let time = 0; time < 2; time += 1) {
      const answer = gate.requireAuth()
      await settle()
      expect(gate.asking.getState()).toBe(true)
      gate.dismiss()
      expect(await answer).toBe(false)
      expect(gate.asking.getState()).toBe(false)
    }
  })

  it('asking ends with the last page that could ask', async () => {
    const { gate, opened } = await guest()
    const [unmount, unmountOther] = [gate.mountSheet(), gate.mountSheet()]
    const answer = gate.requireAuth()
    await settle()
    unmount()
    expect(gate.asking.getState()).toBe(true)
    unmountOther()
    expect(await answer).toBe(false)
    expect(gate.asking.getState()).toBe(false)
    expect(await gate.requireAuth()).toBe(false)
    expect(opened).toEqual(['sign-in page'])
  })
})
