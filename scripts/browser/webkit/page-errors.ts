declare global {
  interface Window {
    pageErrors?: string[]
  }
}

/**
 * Runs inside a document, so it refers to nothing outside itself: from the first call on, what was not caught and
 * what the document's policy refused is kept in `window.pageErrors`. WebDriver reports neither.
 */
export const keepPageErrors = (): void => {
  if (window.pageErrors !== undefined) return
  const kept: string[] = []
  window.pageErrors = kept
  addEventListener('error', ({ error, message }: ErrorEvent) => kept.push(String(error ?? message)))
  addEventListener('unhandledrejection', ({ reason }) => kept.push(String(reason)))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    kept.push(`Content Security Policy: ${violatedDirective} refused ${blockedURI}`),
  )
}
