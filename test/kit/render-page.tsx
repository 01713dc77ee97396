import { render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { AuthProvider } from '../../src/auth/AuthProvider'
import { LanguageProvider } from '../../src/i18n/LanguageProvider'
import { makeAuth } from './make-auth'

/** Renders a page as the app would, around a session machine the test drives; `byId` finds what people tap. */
export function renderPage(Page: ComponentType, { language = 'zh_CN', ...handles } = defaults()) {
  const view = render(
    <LanguageProvider tag={language}>
      <AuthProvider kit={handles.kit}>
        <Page />
      </AuthProvider>
    </LanguageProvider>,
  )
  const byId = (id: string) => {
    const element = view.container.querySelector<HTMLElement>(`#${id}`)
    if (element === null) throw new Error(`Nothing on the page has the id "${id}".`)
    return element
  }
  return { ...view, ...handles, byId }
}

const defaults = (): { language?: string } & ReturnType<typeof makeAuth> => makeAuth()
