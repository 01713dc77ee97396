import { Key, type WebDriver } from 'selenium-webdriver'

/** The key's character in WebDriver by its name in the DOM. */
export const KEYS = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowRight: Key.ARROW_RIGHT,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Tab: Key.TAB,
} as const

/** Types where the focus is. */
export const typeAtFocus = (driver: WebDriver, text: string): Promise<void> =>
  driver.actions().sendKeys(text).perform()
