import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import catalogue from '../../wx/catalogue.json'
import { extractCatalogue } from './extract-catalogue'
import { createPhone } from './phone'

/** UPDATE_CATALOGUE=1 writes the file anew, after an update of miniprogram-api-typings. */
const update = process.env['UPDATE_CATALOGUE'] === '1'

describe('the catalogue of wx', () => {
  it('is what miniprogram-api-typings says', () => {
    const official = extractCatalogue()
    if (update) {
      const path = join(__dirname, '../../wx/catalogue.json')
      writeFileSync(path, `${JSON.stringify(official, null, 2)}\n`)
    }
    expect(update ? official : catalogue).toEqual(official)
  })

  it('makes an API that is not simulated throw by its name', () => {
    expect(() => createPhone().wx['startBeaconDiscovery']?.()).toThrow(
      'wx.startBeaconDiscovery is not simulated.',
    )
  })

  it('makes a use of wx.cloud throw by its name, but not its mere presence', () => {
    const cloud = createPhone().wx['cloud'] as unknown as { init(): void }
    expect(() => cloud.init()).toThrow('wx.cloud.init is not simulated.')
  })

  it.each([
    ['getUserProfile', '2.10.3', '2.10.4'],
    ['getDeviceInfo', '2.20.0', '2.20.1'],
    ['requirePrivacyAuthorize', '2.32.2', '2.32.3'],
  ])('leaves out %s on %s and has it on %s', (name, before, since) => {
    const [old, fresh] = [before, since].map(
      (libVersion) => createPhone({ device: { libVersion } }).wx,
    )
    expect(name in (old ?? {})).toBe(false)
    expect(typeof fresh?.[name]).toBe('function')
    expect(old?.['canIUse']?.(name as never)).toBe(false)
    expect(fresh?.['canIUse']?.(name as never)).toBe(true)
  })

  it('does not know names that WeChat does not', () => {
    expect('loginWithGoogle' in createPhone().wx).toBe(false)
  })
})
