import { logOf, onePage, run } from './bundle'

/** Runs an app whose page rejects a promise that nothing handles, and prints what the host saw. */
const main = async () => {
  const app = await run(
    onePage(`Page({ onLoad() {
      wx.onUnhandledRejection(({ reason }) => console.log('told', reason.message))
      Promise.reject(new Error('lost'))
    } })`),
  )
  await app.until(() => app.errors.length > 0)
  const errors = app.errors.map(({ where, error }) => ({ where, error: String(error) }))
  process.stdout.write(JSON.stringify({ errors, log: logOf(app) }))
  app.close()
}

void main()
