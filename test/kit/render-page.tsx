import { act, fireEvent, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { AuthProvider } from '../../src/auth/AuthProvider'
import { createPrivacyQueue, type PrivacyQueue } from '../../src/features/privacy/queue'
import { ServicesProvider } from '../../src/features/services'
import { LanguageProvider } from '../../src/i18n/LanguageProvider'
import { settle } from './fake-backend'
import { fakePlatform } from './fake-platform'
import { makeAuth } from './make-auth'

type Handles = ReturnType<typeof makeAuth> & {
  platform: ReturnType<typeof fakePlatform>
  privacyQueue: PrivacyQueue
}

const defaults = () => ({
  ...makeAuth(),
  platform: fakePlatform(),
  privacyQueue: createPrivacyQueue(),
})

/** Renders a page as the app would, around a session machine the test drives. People are found by the id they tap. */
export const renderPage = (
  Page: ComponentType,
  { language = 'zh_CN', ...given }: Partial<Handles> & { language?: string } = {},
) => {
  const handles: Handles = { ...defaults(), ...given }
  const { kit, platform, privacyQueue } = handles
  // A build is for one platform.
  Object.assign(globalThis, { __TARGET__: platform.client === 'WEB' ? 'h5' : 'weapp' })
  const view = render(
    <LanguageProvider tag={language}>
      <ServicesProvider services={{ platform, privacyQueue }}>
        <AuthProvider kit={kit}>
          <Page />
        </AuthProvider>
      </ServicesProvider>
    </LanguageProvider>,
  )
  const find = (id: string) => view.container.querySelector<HTMLElement>(`[id="${id}"]`)
  const byId = (id: string) => {
    const element = find(id)
    if (element === null) throw new Error(`Nothing on the page has the id "${id}".`)
    return element
  }
  const settled = (task: () => void) =>
    act(async () => {
      task()
      await settle()
    })
  return {
    ...view,
    ...handles,
    byId,
    has: (id: string) => find(id) !== null,
    text: (id: string) => byId(id).textContent,
    tap: (id: string) => settled(() => fireEvent.click(byId(id))),
    type: (id: string, value: string) =>
      settled(() => fireEvent.change(byId(id), { target: { value } })),
    /** WeChat answers an open ability: `getphonenumber`, `chooseavatar`, `nicknamereview`… */
    wechatSays: (id: string, event: string, detail: unknown) =>
      settled(() => fireEvent(byId(id), new CustomEvent(event, { detail }))),
    settled,
  }
}
