import JsdomEnvironment from 'jest-environment-jsdom'

/** A page of a browser (jsdom, whose XMLHttpRequest asks for CORS as browsers do), with Node's fetch for the test itself. */
export default class BrowserEnvironment extends JsdomEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    this.global.fetch = fetch
  }
}
