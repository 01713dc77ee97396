import { WebElement } from 'selenium-webdriver'
import type { EngineElement, EngineFrame } from '../engine-page'
import { inPlace, run, type Place } from './document'
import { typeAtFocus } from './keyboard'

const PAUSE_MS = 30
const PATIENCE_MS = 30_000

/** Runs inside a document: whether an element is there and can be seen, as puppeteer has it. */
const isVisible = (selector: string): boolean => {
  const node = document.querySelector(selector)
  if (node === null) return false
  const { width, height } = node.getBoundingClientRect()
  return getComputedStyle(node).visibility === 'visible' && width > 0 && height > 0
}
const find = (selector: string) => document.querySelector(selector)

/** Runs inside a document: chooses one value of a list. */
const choose = (selector: string, value: string) => {
  const list = document.querySelector<HTMLSelectElement>(selector)
  if (list === null) throw new Error(`There is no ${selector}.`)
  list.value = value
  list.dispatchEvent(new Event('input', { bubbles: true }))
  list.dispatchEvent(new Event('change', { bubbles: true }))
  return [list.value]
}

/** Runs inside a document: the middle of an element, once it is in view. */
const middleOf = (node: Element) => {
  node.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = node.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/**
 * Runs inside a document: waits until no animation moves an element, or WebDriver's click lands where it was. Animations
 * without an end are not waited for.
 */
const standsStill = async (node: Element): Promise<void> => {
  const moving = document.getAnimations().filter(({ effect, playState }) => {
    if (!(effect instanceof KeyframeEffect) || effect.target === null) return false
    const ends = playState === 'running' && effect.getComputedTiming().endTime !== Infinity
    return ends && effect.target.contains(node)
  })
  await Promise.allSettled(moving.map(({ finished }) => finished))
}

/** An element that a script returned from `place`. */
const createElement = (place: Place, element: WebElement): EngineElement => {
  const evaluate = <Result>(call: (node: Element) => Result): Promise<Awaited<Result>> =>
    run(place, call.toString(), element)
  const focus = () => evaluate((node) => (node as HTMLElement).focus())
  return {
    evaluate,
    focus,
    click: async () => {
      await run(place, standsStill.toString(), element)
      await inPlace(place, () => element.click())
    },
    clickablePoint: () => run(place, middleOf.toString(), element),
    contentFrame: async () =>
      createFrame({ driver: place.driver, frame: element, hear: () => undefined }),
    type: async (text) => {
      await focus()
      await inPlace(place, () => typeAtFocus(place.driver, text))
    },
  }
}

/** What the tests do with the document of `place`, how long they wait there at most included. */
export const createFrame = (
  place: Place,
  patience: { ms: number } = { ms: PATIENCE_MS },
): EngineFrame => {
  /** Asks until the answer is true of something; a document that is being left has no answer. */
  const until = async <Result>(source: string, ms: number, args: readonly unknown[]) => {
    const end = Date.now() + ms
    let last: unknown
    while (Date.now() < end) {
      const answer = await run<Result>(place, source, ...args).catch((error: unknown) => {
        last = error
        return undefined
      })
      if (answer) return answer
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    throw new Error(`Waited ${ms} ms for ${source} with ${JSON.stringify(args)}: ${String(last)}`)
  }
  const one = async (selector: string) => {
    const found = await run<WebElement | null>(place, find.toString(), selector)
    return found && createElement(place, found)
  }
  const needed = async (selector: string) => {
    const found = await one(selector)
    if (found === null) throw new Error(`There is no ${selector}.`)
    return found
  }
  const wait = (
    call: { toString: () => string },
    { timeout = patience.ms } = {},
    ...args: unknown[]
  ) =>
    until(call.toString(), timeout, args).then((found) =>
      found instanceof WebElement ? createElement(place, found) : found,
    )

  return {
    // Puppeteer's types follow a function through handles, which there are none of here.
    evaluate: ((call, ...args) => run(place, call.toString(), ...args)) as EngineFrame['evaluate'],
    waitForFunction: wait as unknown as EngineFrame['waitForFunction'],
    $eval: ((selector, call, ...args) => {
      const source = `(selector, ...more) => (${call.toString()})(document.querySelector(selector), ...more)`
      return run(place, source, selector, ...args)
    }) as EngineFrame['$eval'],
    $: one,
    waitForSelector: async (selector, { visible, hidden } = {}) => {
      const seen = `(selector) => (${isVisible.toString()})(selector)`
      if (hidden === true) {
        await until(`(selector) => !(${seen})(selector)`, patience.ms, [selector])
      } else await until(visible === true ? seen : find.toString(), patience.ms, [selector])
      return hidden === true ? null : one(selector)
    },
    select: ((selector, value) =>
      run(place, choose.toString(), selector, value)) as EngineFrame['select'],
    click: async (selector) => (await needed(selector)).click(),
    focus: async (selector) => (await needed(selector)).focus(),
    type: async (selector, text) => (await needed(selector)).type(text),
  }
}
