import type { Page } from 'puppeteer-core'
import type { PreviewChoices as Settings } from '../../simulator/index'
import type { PreviewPage } from '../../scripts/browser/preview-page'
import type { WebPage } from '../../scripts/browser/web-page'
import type { Situation } from './situation'

/** What a person does on such a page or waits for, or what is arranged behind the screen. */
type Step<Page> = (page: Page, situation: Situation) => Promise<unknown>

/** A step in the phone of the preview. */
export type PhoneStep = Step<PreviewPage<Page>>

/** A step in a browser that shows the web build. */
export type WebStep = Step<WebPage<Page>>

/** A screen of the mini-program, in the phone of the preview. */
export interface PhoneScene {
  on: 'phone'
  /** The file's name, and the key of docs/screens. */
  name: string
  settings?: Partial<Settings>
  /** The whole page of the preview instead of the phone's screen. */
  whole?: true
  /** The build that asks for consent with its own sheet and goes by unionid. */
  build?: 'other-ways'
  /** The way there. */
  play: PhoneStep
}

/** A page of the web build, in a narrow and in a wide window. */
export interface WebScene {
  on: 'web'
  name: string
  play: WebStep
}

export type Scene = PhoneScene | WebScene

/** Steps one after the other, as one. */
export const inTurn =
  <Page>(...steps: readonly Step<Page>[]): Step<Page> =>
  async (page, situation) => {
    for (const step of steps) await step(page, situation)
  }

/** Makes scenes in a phone that is set like this. */
export const onPhone =
  (how: Pick<PhoneScene, 'settings' | 'whole' | 'build'> = {}) =>
  (name: string, ...steps: readonly PhoneStep[]): PhoneScene => ({
    on: 'phone',
    name,
    ...how,
    play: inTurn(...steps),
  })

/** Makes a scene of the web build. */
export const onWeb = (name: string, ...steps: readonly WebStep[]): WebScene => ({
  on: 'web',
  name,
  play: inTurn(...steps),
})
