import { loseRequests } from './lose-requests'
import type { PhoneStep } from './scene'

/** What `PreviewPage` can do, as steps. */
export const tap =
  (id: string): PhoneStep =>
  (preview) =>
    preview.tap(id)

export const type =
  (id: string, text: string): PhoneStep =>
  (preview) =>
    preview.type(id, text)

export const click =
  (id: string): PhoneStep =>
  (preview) =>
    preview.click(id)

export const show =
  (id: string): PhoneStep =>
  (preview) =>
    preview.show(id)

export const see =
  (id: string, text?: string): PhoneStep =>
  (preview) =>
    preview.see(id, text)

export const seeClass =
  (name: string): PhoneStep =>
  (preview) =>
    preview.seeClass(name)

export const popup =
  (state: 'open' | 'gone'): PhoneStep =>
  (preview) =>
    preview.popup(state)

/** From now on requests to addresses with these words are lost on the way. */
export const lose =
  (words: string): PhoneStep =>
  ({ page }) =>
    loseRequests(page, words)
