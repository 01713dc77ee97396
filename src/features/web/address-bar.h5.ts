/**
 * Browsers fire `hashchange` so late that the address may be another by then: the router, which compares the two, would
 * load the page again without its query.
 */
const dropIfOvertaken = (event: HashChangeEvent): void => {
  if (event.newURL !== window.location.href) event.stopImmediatePropagation()
}

/**
 * Takes the query out of the address bar and its entry of the history, so that a token is neither seen, shared nor
 * found there later. The page stays as it is: the router does not hear of it.
 */
export const forgetQuery = (): void => {
  const { hash } = window.location
  // Kept from then on: one that ended with its first event would miss the change it was for when an older one is late.
  window.addEventListener('hashchange', dropIfOvertaken, true)
  window.history.replaceState(window.history.state, '', hash.replace(/\?.*$/, ''))
}
