import type { Settings } from '../../simulator/preview/panel/desk/settings'
import type { PreviewPage } from '../browser/preview-page'
import type { WebPage } from '../browser/web-page'
import type { Stage } from './stage'

/** A screen of the mini-program, in the phone of the preview. */
export interface PhoneScene {
  on: 'phone'
  /** The file's name, and the key of docs/screens. */
  name: string
  settings?: Partial<Settings>
  /** The whole page of the preview instead of the phone's screen. */
  whole?: true
  /** The build that asks for consent with its own sheet. */
  sheet?: 'own'
  /** The way there. */
  play(preview: PreviewPage, stage: Stage): Promise<unknown>
}

/** A page of the web build, in a narrow and in a wide window. */
export interface WebScene {
  on: 'web'
  name: string
  play(web: WebPage, stage: Stage): Promise<unknown>
}

export type Scene = PhoneScene | WebScene
