import type { WebStep } from './scene'

/** What `WebPage` can do, as steps. */
export const open =
  (route: string): WebStep =>
  (web) =>
    web.open(route)

export const press =
  (id: string): WebStep =>
  (web) =>
    web.press(id)

export const type =
  (id: string, text: string): WebStep =>
  (web) =>
    web.type(id, text)

export const see =
  (id: string): WebStep =>
  (web) =>
    web.see(id)

export const seeClass =
  (name: string): WebStep =>
  (web) =>
    web.seeClass(name)
