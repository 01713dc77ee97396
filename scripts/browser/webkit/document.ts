import { setTimeout as sleep } from 'node:timers/promises'
import type { WebDriver, WebElement } from 'selenium-webdriver'
import { keepPageErrors } from './page-errors'

/** The window's document, or the one of an iframe in it. */
export interface Place {
  driver: WebDriver
  frame?: WebElement
  /** Hears how the document is after each command. */
  hear: (state: DocumentState) => void
}

interface DocumentState {
  /** What was not caught in the document since the command before. */
  errors: readonly string[]
  href: string
}

// WebDriver has one document at a time for all commands: who goes into a frame must come out before the next command.
const turns = new WeakMap<WebDriver, Promise<unknown>>()

/** Runs commands of one place without others between them. */
export const inPlace = <Result>(
  { driver, frame }: Place,
  act: () => Promise<Result>,
): Promise<Result> => {
  const inFrame = async () => {
    if (frame === undefined) return act()
    await driver.switchTo().frame(frame)
    return act().finally(() => driver.switchTo().defaultContent())
  }
  const turn = (turns.get(driver) ?? Promise.resolve()).then(inFrame, inFrame)
  turns.set(driver, turn)
  return turn
}

// WebKit never answers a script that a navigation of the page itself overtakes, and its time limit goes with the page.
const ANSWER_MS = 10_000
const inTime = async <Result>(answer: Promise<Result>): Promise<Result> => {
  const tooLate = sleep(ANSWER_MS, undefined, { ref: false }).then(() => {
    throw new Error(`WebKit did not answer a script within ${ANSWER_MS} ms.`)
  })
  return Promise.race([answer, tooLate])
}

/**
 * Calls a function, by its source text, in the document. Arguments and result are JSON values or elements; a promise is
 * awaited. Rejects with what the function throws, and when there is no answer within ten seconds.
 */
export const run = async <Result>(
  place: Place,
  source: string,
  ...args: readonly unknown[]
): Promise<Result> => {
  const script = `
    (${keepPageErrors.toString()})()
    const answer = async () => ({ value: await (${source})(...arguments), errors: window.pageErrors.splice(0), href: location.href })
    return answer()`
  const { value, ...state } = await inPlace(place, () =>
    inTime(place.driver.executeScript<{ value: Result } & DocumentState>(script, ...args)),
  )
  place.hear(state)
  return value
}
