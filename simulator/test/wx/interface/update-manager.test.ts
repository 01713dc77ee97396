import { logOf, onePage, run } from '../../host/bundle'
import type { AppUpdate } from '../../../wx/ports'

const PAGE = onePage(
  `const manager = wx.getUpdateManager()
  manager.onCheckForUpdate(({ hasUpdate }) => console.log('newer', hasUpdate))
  manager.onUpdateReady(() => console.log('ready'))
  manager.onUpdateFailed(() => console.log('failed'))
  Page({ apply() { manager.applyUpdate() } })`,
  '<view id="apply" bindtap="apply" />',
)

const NOT_READY = 'Error: applyUpdate:fail update is not ready'

describe('the update manager', () => {
  it.each<[AppUpdate, string[], number, string[]]>([
    ['none', ['newer false'], 0, [NOT_READY]],
    ['failed', ['newer true', 'failed'], 0, [NOT_READY]],
    ['ready', ['newer true', 'ready'], 1, []],
  ])(
    'the update manager with an update that is %s reports %j and restarts %i times',
    async (update, told, times, errors) => {
      const app = await run(PAGE, { update })
      expect(logOf(app)).toEqual(told)
      await app.tap('apply')
      expect(app.restarts()).toBe(times)
      expect(app.errors.map(({ error }) => String(error))).toEqual(errors)
      app.close()
    },
  )
})
