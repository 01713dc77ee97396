import type { RunningApp } from '../../simulator/index'

/** One thing that a person does, and what is read on screen after it, by id. */
interface Step {
  act: (app: RunningApp) => Promise<void>
  shows: Readonly<Record<string, string>>
}

/** An app that a framework's own compiler has built. */
export interface Play {
  framework: string
  /** The bundle, from the folder of the framework. */
  bundle: string
  steps: readonly Step[]
}

const tap = (id: string) => (app: RunningApp) => app.tap(id)
const nothing = () => Promise.resolve()

const uniApp: Play = {
  framework: 'uni-app',
  bundle: 'dist/build/mp-weixin',
  steps: [
    { act: nothing, shows: { title: 'Hello hello me', head: 'head 3', 'card-count': 'T:3:6' } },
    { act: (app) => app.input('name', 'Bob'), shows: { echo: 'Bob' } },
    { act: tap('add'), shows: { many: 'many', 'row-3': '2 more' } },
    { act: tap('row-2'), shows: { log: 'two 1' } },
    { act: tap('card-count'), shows: { 'card-count': 'T:4:8', log: 'change 4 light' } },
    { act: tap('reset'), shows: { 'card-count': 'T:0:0', inner: 'inner 4' } },
    { act: tap('sw'), shows: { on: 'true' } },
    { act: (app) => app.pick('pk', 1), shows: { pi: '1' } },
    { act: tap('q'), shows: { size: 'number' } },
    { act: tap('st'), shows: { log: '{"a":1}truetrue' } },
    { act: tap('go'), shows: { count: '7 N7' } },
    { act: tap('inc'), shows: { count: '8 N8' } },
    { act: tap('c-x'), shows: { cv: 'x' } },
    { act: tap('ping'), shows: { log: 'ping 5' } },
  ],
}

const mpx: Play = {
  framework: 'mpx',
  bundle: 'dist',
  steps: [
    { act: nothing, shows: { title: 'mpx 4', wxs: 'a!' } },
    { act: (app) => app.input('name', 'Bob'), shows: { echo: 'Bob boB' } },
    { act: tap('add'), shows: { title: 'mpx 8', 'row-2': '1 new', log: 'total 4' } },
    { act: tap('row-2'), shows: { log: 'new1tap' } },
    { act: tap('later'), shows: { title: 'mpx 28', log: 'total 14' } },
    { act: tap('item-1'), shows: { 'item-1': '2:one*', log: 'chosen 1' } },
    { act: tap('ref'), shows: { said: 'hello' } },
    { act: tap('go'), shows: { q: '1 2' } },
    { act: tap('back'), shows: { title: 'mpx 28' } },
  ],
}

/** What is played on each of them. */
export const plays: readonly Play[] = [uniApp, mpx]
