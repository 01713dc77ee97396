import type { Page } from 'puppeteer-core'

/** From now on the phone's requests to addresses with these words are lost on the way. */
export const loseRequests = async (page: Page, words: string): Promise<void> => {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const head = decodeURIComponent(request.headers()['x-wire'] ?? '')
    void (head.includes(words) ? request.abort() : request.continue())
  })
}
