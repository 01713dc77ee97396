/** What the app and its pages went through, in order. */
const notes = []
/** Waiting for a page of the probe to be loaded. */
let waiting = null

module.exports = {
  note(what) {
    notes.push(what)
  },
  /** Forgets what was noted so far. */
  clear() {
    notes.length = 0
  },
  /** Everything noted since the last `clear`, as one text; only what begins with one of `prefixes`, if there are any. */
  read(prefixes) {
    return notes
      .filter((note) => !prefixes || prefixes.some((prefix) => note.indexOf(prefix) === 0))
      .join(', ')
  },
  /** Calls back with the next page of the probe that is loaded, and its options. */
  nextPage(callback) {
    waiting = callback
  },
  arrived(page, options) {
    const callback = waiting
    waiting = null
    if (callback) callback(page, options)
  },
}
