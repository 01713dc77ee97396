import type { TimelineEvent } from '../../auth/timeline'

/** One event as one line: when, what, and how it ended. */
export const lineOf = (event: TimelineEvent): string => {
  const at = `${(event.atMs / 1_000).toFixed(1)} s`
  switch (event.what) {
    case 'intent':
      return `${at}  ${event.intent}`
    case 'session':
      return `${at}  → ${event.tag} ${event.because ?? ''} (${event.epoch})`
    case 'request':
      return `${at}  ${event.method} ${event.path} ${event.outcome}`
    case 'platform':
      return `${at}  wx.${event.api} ${event.outcome || 'ok'}`
  }
}
