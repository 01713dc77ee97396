import { openFrame } from './frame'

declare global {
  interface Window {
    /** What this window offers to the page around it. */
    openFrame: typeof openFrame
  }
}

window.openFrame = openFrame
