/**
 * Takes the query out of the address bar and its entry of the history, so that a token is neither seen, shared nor
 * found there later. The page stays as it is: the router does not hear of it.
 */
export const forgetQuery = (): void => {
  const { hash } = window.location
  window.history.replaceState(window.history.state, '', hash.replace(/\?.*$/, ''))
}
