/** Takes the query out of the address bar; nothing to do where there is none. */
export const forgetQuery = (): void => undefined
