const TOKEN = /[A-Za-z_$][\w$-]*/g

const LISTENS = /\.addEventListener\(\s*(?:["'`]([\w-]+)["'`])?/g

const camelCase = (name: string) =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const dashed = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

/**
 * Every name in the scripts of an app and its libraries: what is not among them cannot be set by the app, unless it
 * makes the name at run time.
 */
export class Words {
  private readonly exact = new Set<string>()
  private readonly lowerCase = new Set<string>()
  /** Whether some script listens to an event whose name it makes at run time. */
  private listensToAny = false

  /** Adds the names in a script. */
  add(script: string): void {
    for (const [, event] of script.matchAll(LISTENS)) {
      if (event === undefined) this.listensToAny = true
      else this.lowerCase.add(`on${event.toLowerCase()}`)
    }
    for (const [token] of script.matchAll(TOKEN)) {
      for (const word of [token, ...token.split('-')]) {
        this.exact.add(word)
        this.lowerCase.add(word.toLowerCase())
      }
    }
  }

  /** Whether a name occurs, in camel case or dashed. */
  has(name: string): boolean {
    return this.exact.has(camelCase(name)) || this.exact.has(dashed(name)) || this.exact.has(name)
  }

  /** Whether an event is listened to, by its name without `bind`: `onTouchStart`, or addEventListener('touchstart'). */
  hasEvent(event: string): boolean {
    const name = event.toLowerCase()
    return this.lowerCase.has(`on${name}`) || (this.listensToAny && this.lowerCase.has(name))
  }
}
