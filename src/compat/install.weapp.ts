import type { Shells } from './shells'

declare const wx: object

/** Puts the shells where code of the documents looks for them: `wx.BaaS`, `wx.tmSDK`. */
export const installShells = (shells: Shells): void => {
  for (const [name, shell] of Object.entries(shells)) {
    if (shell !== undefined) Object.assign(wx, { [name]: shell })
  }
}
