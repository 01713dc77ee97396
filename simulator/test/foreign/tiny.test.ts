import { fileURLToPath } from 'node:url'
import { type LaunchOptions, launch } from '../../host/launch'
import { countingServers, errorsOf } from '../host/bundle'

const folder = (name: string) => fileURLToPath(new URL(`tiny/${name}`, import.meta.url))

const open = (name: string, options: Partial<LaunchOptions> = {}) =>
  launch(folder(name), { person: 'alice', simulator: countingServers(), ...options })

describe('small mini-programs of other people', () => {
  it('the small mini-programs have Page, Component and Behavior in app.js and in a timer', async () => {
    const app = await open('a')
    expect(app.text('t')).toMatch(/^function,function,function,function,function,function,object/)
    expect(app.text('l')).toBe('function,function,function')
    expect(app.text('l2')).toBe('function,function,function')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the small mini-programs keep two pages apart that a shared module registers', async () => {
    const app = await open('c')
    expect(app.text('n')).toBe('p')
    await app.tap('n')
    expect(app.page()).toBe('q/i')
    expect(app.text('n')).toBe('q')
    app.close()
  })

  it('the small mini-programs use a WXS module that requires another', async () => {
    const app = await open('b')
    expect(app.text('t')).toBe('42')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the small mini-programs see their page on the stack, and query it, from onLoad on', async () => {
    const app = await open('e')
    expect(app.text('t')).toContain('stack in onLoad 1 true | query ok')
    expect(app.text('t')).toContain('io ok')
    expect(app.text('t')).toContain(
      'setData function getTabBar function getOpenerEventChannel function selectComponent function pageId function animate function',
    )
    expect(app.text('l')).toMatch(/^function,function,object,object/)
    app.close()
  })

  it('the small mini-programs read constructors of WXS values as strings', async () => {
    const app = await open('f')
    expect(app.text('t')).toBe('Array,Object,String,Number,Boolean,Function')
    expect(app.text('l')).toBe('true')
    app.close()
  })

  it('the small mini-programs find a component of app.json from the root, however it is written', async () => {
    const app = await open('g')
    expect(app.text('t').trim()).toBe('from c')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the small mini-programs submit a custom field, and talk through an event channel', async () => {
    const app = await open('h')
    await app.tap('s')
    expect(app.text('t')).toBe('{"field":"v1"}')
    await app.tap('n')
    expect(app.text('t')).toBe('hello {"x":1}')
    await app.back()
    expect(app.text('t')).toContain('ch:object')
    expect(app.text('t')).toContain('got:{"y":2}')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the small mini-programs submit what is checked from the start, and numbers as numbers', async () => {
    const app = await open('k')
    await app.tap('s')
    expect(app.text('t')).toBe('submit {"in":"","cg":["1"],"rg":"b","sl":30,"sw":true}')
    await app.tap('nb')
    expect(app.text('t')).toBe('navigateBack:fail cannot navigate back at first page.')
    app.close()
  })

  it('the small mini-programs find modules and components in miniprogram_npm', async () => {
    const app = await open('n')
    expect(app.text('t').split('\n')).toEqual(['from npm c', 'npm lib'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('the small mini-programs require a module of another sub-package asynchronously', async () => {
    const app = await open('r')
    expect(app.text('t')).toBe('cb sub')
    expect(app.text('l')).toBe('async sub')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
