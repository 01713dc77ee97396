import { logOf, onePage, run } from './bundle'

/** Runs an app whose page rejects a promise that nothing handles, and prints what the host saw. */
const main = async () => {
  const app = await run(
    onePage(`Page({ onLoad() { Promise.reject(new Error('lost')) } })`, '<view/>', {
      'app.js': `
        wx.onError(() => console.log('wx.onError'))
        wx.onUnhandledRejection(({ reason }) => console.log('wx', reason.message))
        App({
          onError() { console.log('onError') },
          onUnhandledRejection({ reason, promise }) {
            console.log('App', reason.message, promise instanceof Promise)
          },
        })`,
    }),
  )
  await app.until(() => app.errors.length > 0)
  const errors = app.errors.map(({ where, error }) => ({ where, error: String(error) }))
  process.stdout.write(JSON.stringify({ errors, log: logOf(app) }))
  app.close()
}

void main()
