import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { AuthGate, SignInSheetHost } from '../../../src/auth/AuthGate'
import { AuthProvider } from '../../../src/auth/AuthProvider'
import { useWechatAuth, type WechatAuth } from '../../../src/auth/useWechatAuth'
import { alice, answered, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { makeAuth } from '../../kit/make-auth'

/** Renders children around a machine; `step` runs something and lets React follow. */
const renderWith = (made: ReturnType<typeof makeAuth>, children: ReactNode) => {
  const view = render(<AuthProvider kit={made.kit}>{children}</AuthProvider>)
  const step = (work: () => void) =>
    act(async () => {
      work()
      await settle()
      await settle()
    })
  return { ...view, step }
}

/** Counts the renders of a component that reads what `select` picks. */
const watching = (made: ReturnType<typeof makeAuth>, select: (auth: WechatAuth) => unknown) => {
  const seen: unknown[] = []
  const Watcher = () => {
    seen.push(useWechatAuth(select))
    return null
  }
  return { seen, ...renderWith(made, <Watcher />) }
}

const launch = async (
  made: ReturnType<typeof makeAuth>,
  step: (work: () => void) => Promise<void>,
) => {
  await step(() => void made.auth.launch())
  await step(() => made.network.answer(granted()))
}

describe('useWechatAuth', () => {
  it('useWechatAuth does not re-render a component for what it does not read', async () => {
    const made = makeAuth()
    const actions = watching(made, ({ signOut, retry }) => ({ signOut, retry }))
    const name = watching(made, ({ user }) => user?.nickname)
    const failure = watching(made, (auth) => auth.failure)
    const whole = watching(made, (auth) => auth)

    await launch(made, whole.step)
    await whole.step(() => void made.actions.updateProfile({ color: 'red' }))
    await whole.step(() => made.network.answer(answered({ ...alice, color: 'red' })))
    await whole.step(() => void made.actions.updateProfile({ nickname: 'Al' }))
    await whole.step(() => made.network.answer(answered({ ...alice, nickname: 'Al' })))
    await whole.step(() => void made.actions.updateProfile({ nickname: '' }))

    await whole.step(() => made.network.answer(refused(403)))

    expect(actions.seen).toHaveLength(1)
    expect(name.seen).toEqual([undefined, 'Alice', 'Al'])
    expect(failure.seen).toEqual([null, { kind: 'denied', retry: false }])
    // booting, signingIn, member, two changes of the user, the failure
    expect(whole.seen).toHaveLength(6)
  })

  it('useWechatAuth has actions that never change and never reject', async () => {
    const made = makeAuth()
    const { seen, step } = watching(made, (auth) => auth)
    await launch(made, step)
    const [first, last] = [seen[0], seen.at(-1)] as [WechatAuth, WechatAuth]
    expect(last.signIn).toBe(first.signIn)

    const outcome = last.signIn({ username: 'bob' }, 'wrong')
    await step(() => {})
    await step(() => made.network.answer(refused(400)))
    expect(await outcome).toEqual({ tag: 'failed', failure: { kind: 'denied', retry: false } })
  })

  it('useWechatAuth returns the failure until the next action starts', async () => {
    const made = makeAuth()
    const { seen, step } = watching(made, ({ failure }) => failure)
    await launch(made, step)
    await step(() => void made.actions.register({ username: 'bob' }, 'p'))
    await step(() => made.network.answer(refused(400, 'taken')))
    await step(() => void made.actions.register({ username: 'bob2' }, 'p'))
    await step(() => made.network.answer(grantedFlat()))
    expect(seen).toEqual([null, { kind: 'conflict', retry: false }, null])
  })

  it('useWechatAuth throws a sentence without its provider', () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const Lost = () => {
      useWechatAuth()
      return null
    }
    expect(() => render(<Lost />)).toThrow('app.tsx has one')
    quiet.mockRestore()
  })
})

describe('AuthGate', () => {
  const gated = (
    <AuthGate pending={<p>skeleton</p>} fallback={<p>please sign in</p>}>
      <p>for members</p>
    </AuthGate>
  )

  it('AuthGate shows a skeleton, then what the outcome allows', async () => {
    const made = makeAuth()
    const { container, step } = renderWith(made, gated)
    expect(container.textContent).toBe('skeleton')
    await launch(made, step)
    expect(container.textContent).toBe('for members')
    await step(() => void made.auth.signOut())
    expect(container.textContent).toBe('please sign in')
  })
})

describe('requireAuth', () => {
  const sheet = (
    <SignInSheetHost>
      {({ open, dismiss }) => (open ? <button onClick={dismiss}>not now</button> : null)}
    </SignInSheetHost>
  )

  const guestWith = async (children: ReactNode) => {
    const made = makeAuth()
    const rendered = renderWith(made, children)
    await rendered.step(() => void made.auth.launch())
    await rendered.step(() => made.network.answer(refused(404)))
    return { ...made, ...rendered }
  }

  it('requireAuth lets a member pass at once', async () => {
    const made = makeAuth()
    const { step } = renderWith(made, null)
    await launch(made, step)
    expect(await made.prompt.requireAuth()).toBe(true)
  })

  it('requireAuth asks in place first, and goes on when the person has signed in', async () => {
    const { prompt, actions, network, container, step, opened } = await guestWith(sheet)
    const passed = [prompt.requireAuth(), prompt.requireAuth()]
    await step(() => {})
    expect(container.textContent).toBe('not now')
    await step(() => void actions.continueWithWechat())
    await step(() => network.answer(granted()))
    expect(await Promise.all(passed)).toEqual([true, true])
    expect(container.textContent).toBe('')
    expect(opened).toEqual([])
  })

  it('requireAuth resolves to false for a no, and asks again the next time', async () => {
    const { prompt, container, getByText, step } = await guestWith(sheet)
    const first = prompt.requireAuth()
    await step(() => {})
    await step(() => getByText('not now').click())
    expect(await first).toBe(false)
    expect(container.textContent).toBe('')
    void prompt.requireAuth()
    await step(() => {})
    expect(container.textContent).toBe('not now')
  })

  it('requireAuth settles when the page goes away with its sheet', async () => {
    const { prompt, step, unmount } = await guestWith(sheet)
    const asked = prompt.requireAuth()
    await step(() => {})
    unmount()
    expect(await asked).toBe(false)
  })

  it('requireAuth navigates last: only where no sheet is', async () => {
    const { prompt, opened } = await guestWith(null)
    expect(await prompt.requireAuth()).toBe(false)
    expect(opened).toEqual(['sign-in page'])
  })

  it('requireAuth asks where the present kit asks, when another one takes its place', async () => {
    const [first, second] = [
      makeAuth({ launchCredentials: undefined }),
      makeAuth({ launchCredentials: undefined }),
    ]
    const host = <SignInSheetHost>{({ open }) => (open ? 'sheet' : 'closed')}</SignInSheetHost>
    const { container, rerender, step } = renderWith(first, host)
    rerender(<AuthProvider kit={second.kit}>{host}</AuthProvider>)
    await step(() => void second.auth.launch())
    await step(() => void second.prompt.requireAuth())
    expect(container.textContent).toBe('sheet')
    expect(second.opened).toEqual([])
    await step(() => void first.auth.launch())
    expect(await first.prompt.requireAuth()).toBe(false)
    expect(first.opened).toEqual(['sign-in page'])
  })
})
