/** What the browser's own parts say, in the language in use when they are drawn. */
export interface BrowserWords {
  scriptLost: () => { text: string; retry: string }
  /** The items of the tab bar, from the left. */
  tabs: () => readonly string[]
}
