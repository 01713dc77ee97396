/** A whole number from 1 that a command was given. Throws an error that names it for anything else. */
export const wholeNumber = (name: string, text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new Error(`${name} takes a whole number from 1, not ${text}.`)
  }
  return value
}
