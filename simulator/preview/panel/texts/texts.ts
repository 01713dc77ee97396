import type { Settings } from '../model/settings'
import { en } from './en'
import { zh, type Texts } from './zh'

/** The sentences in one language. */
export const textsIn = (language: Settings['language']): Texts => (language === 'zh' ? zh : en)

/** A time of day as the log shows it. */
export const timeOf = (at: number): string => new Date(at).toTimeString().slice(0, 8)

/** Date and time, as the clock shows it. */
export const dateOf = (at: number, language: Settings['language']): string =>
  new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
