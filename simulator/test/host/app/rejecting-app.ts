import { logOf, onePage, run } from '../bundle'

/** Runs an app whose page does in onLoad what the command line says, a rejection that nothing handles, and prints what the host saw. */
const main = async () => {
  const app = await run(
    onePage(`Page({ onLoad() { ${process.argv[2] ?? ''} } })`, '<view/>', {
      'app.js': `
        wx.onError(() => console.log('wx.onError'))
        const textOf = ({ message, errMsg }) => message || errMsg
        wx.onUnhandledRejection(({ reason }) => console.log('wx', textOf(reason)))
        App({
          onError() { console.log('onError') },
          onUnhandledRejection({ reason, promise }) {
            console.log('App', textOf(reason), promise instanceof Promise)
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
