import type { HTTPRequest, Page } from 'puppeteer-core'

const REFUSAL = {
  status: 403,
  contentType: 'application/json',
  headers: { 'Access-Control-Allow-Origin': '*' },
  body: JSON.stringify({
    status: 'error',
    error_msg: 'This takes a re-authentication.',
    error_code: 'reauthentication_required',
  }),
}

const isChange = (request: HTTPRequest): boolean =>
  request.method() === 'PUT' && request.url().endsWith('/user/account/')

/** From now on a change of the account wants a re-authentication, as it does ten minutes after a sign-in. */
export const requireReauthentication = async (page: Page): Promise<void> => {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    void (isChange(request) ? request.respond(REFUSAL) : request.continue())
  })
}
