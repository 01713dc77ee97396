import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import catalogue from '../../../wx/catalogue.json'
import { extractCatalogue } from './extract-catalogue'
import { createPhone } from '../phone'

/** UPDATE_CATALOGUE=1 writes the file anew, after an update of miniprogram-api-typings. */
const update = process.env['UPDATE_CATALOGUE'] === '1'

it('the catalogue of wx is what miniprogram-api-typings says', () => {
  const official = extractCatalogue()
  const path = join(__dirname, '../../../wx/catalogue.json')
  if (update) writeFileSync(path, `${JSON.stringify(official, null, 2)}\n`)
  expect(update ? official : catalogue).toEqual(official)
})

it('an API that is not simulated throws by its name', () => {
  expect(() => createPhone().wx['startBeaconDiscovery']?.()).toThrow(
    'wx.startBeaconDiscovery is not simulated.',
  )
})

it('a use of wx.cloud throws by its name, but not its mere presence', () => {
  const cloud = createPhone().wx['cloud'] as unknown as { database: () => void }
  expect(() => cloud.database()).toThrow('wx.cloud.database is not simulated.')
})

it.each([
  ['getUserProfile', '2.10.3', '2.10.4'],
  ['getDeviceInfo', '2.20.0', '2.20.1'],
  ['requirePrivacyAuthorize', '2.32.2', '2.32.3'],
])('the catalogue of wx leaves out %s on %s and has it on %s', (name, before, since) => {
  const [old, fresh] = [before, since].map(
    (libVersion) => createPhone({ device: { libVersion } }).wx,
  )
  expect(name in (old ?? {})).toBe(false)
  expect(typeof fresh?.[name]).toBe('function')
  expect(old?.['canIUse']?.(name as never)).toBe(false)
  expect(fresh?.['canIUse']?.(name as never)).toBe(true)
})

it.each([
  ['button.open-type.getPhoneNumber', '1.1.9', '1.2.0'],
  ['button.open-type.chooseAvatar', '2.21.1', '2.21.2'],
  ['input.type.nickname', '2.21.1', '2.21.2'],
  ['open-data.type.userAvatarUrl', '1.9.80', '1.9.90'],
  ['page-container', '2.15.0', '2.16.0'],
  ['text.user-select', '2.12.0', '2.12.1'],
])('wx.canIUse answers for %s, of a component, no on %s and yes on %s', (schema, before, since) => {
  const answers = [before, since].map((libVersion) =>
    createPhone({ device: { libVersion } }).wx['canIUse']?.(schema as never),
  )
  expect(answers).toEqual([false, true])
})

it('wx.canIUse answers no for options no component has, and for no name at all', () => {
  const { wx } = createPhone()
  for (const schema of ['button.open-type.fly', 'button.fly', 'fly', '', undefined]) {
    expect(wx['canIUse']?.(schema as never)).toBe(false)
  }
})

it('the catalogue of wx does not know names that WeChat does not', () => {
  expect('loginWithGoogle' in createPhone().wx).toBe(false)
})
