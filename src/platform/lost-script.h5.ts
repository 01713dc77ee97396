const ID = 'script-lost'

const isLostScript = (reason: unknown) =>
  reason instanceof Error &&
  (reason.name === 'ChunkLoadError' || /Loading (?:CSS )?chunk/.test(reason.message))

/** Takes that word away again: a page has opened since. */
export const forgetLostScript = (): void => document.getElementById(ID)?.remove()

/**
 * Says over the page that a part of the app did not arrive, with a button that loads it again: the connection broke, or
 * a newer version replaced the files. Nothing reloads by itself, for something may stand typed on the page.
 */
export const watchForLostScripts = (words: () => { text: string; retry: string }): void => {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isLostScript(event.reason)) return
    event.preventDefault()
    if (document.getElementById(ID) !== null) return
    const { text, retry } = words()
    const notice = document.createElement('div')
    notice.id = ID
    notice.className = 'script-lost'
    notice.setAttribute('role', 'alert')
    const button = document.createElement('button')
    button.type = 'button'
    button.id = `${ID}-retry`
    button.textContent = retry
    button.addEventListener('click', () => location.reload())
    notice.append(text, button)
    document.body.append(notice)
  })
}
