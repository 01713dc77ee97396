import { fileURLToPath } from 'node:url'
import { launch } from '../../../host/launch'
import { createPhoneMemory } from '../../../wx/phone/memory'
import { countingServers, errorsOf, logOf, onePage, run } from '../bundle'

describe('files of a mini-program', () => {
  it('a mini-program catches a refusal of a synchronous call as an Error of its own', async () => {
    const app = await run(
      onePage(
        `Page({ onLoad() {
          const told = (call) => { try { call() } catch (e) { console.log(e instanceof Error, e.message) } }
          told(() => wx.getFileSystemManager().accessSync('none'))
          told(() => wx.setStorageSync('k', 'x'.repeat(2 * 1024 * 1024)))
        } })`,
        '<view/>',
      ),
    )
    expect(logOf(app)).toEqual([
      'true accessSync:fail no such file or directory none',
      'true setStorageSync:fail entry size limit reached',
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a mini-program reads buffers of its own, and the files of its package byte by byte', async () => {
    const memory = createPhoneMemory()
    const folder = fileURLToPath(new URL('../../foreign/tiny/files', import.meta.url))
    const open = () => launch(folder, { person: 'alice', simulator: countingServers(), memory })
    const app = await open()
    expect(app.text('log').split('\n')).toEqual([
      'bytes true 89504e47',
      'json {"name":"picture"}',
      'launches 1',
    ])
    app.close()
    const again = await open()
    expect(again.text('log')).toContain('launches 2')
    expect(errorsOf(again)).toEqual([])
    again.close()
  })
})
