import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Person } from '../../simulator/index'
import type { NativeApp } from './native'
import type { DocumentWorld } from './world'

const requirePackage = createRequire(`${process.cwd()}/package.json`)

/** The newest SDK that takes the event of a getUserInfo button: 3.18 and later reject it. */
const OLD_SDK = 'minapp-sdk-3.6.0/lib/index.js'

/** A page of the getUserInfo age: its script, its button, and who holds the phone. */
interface OldPage {
  /** A name shares their profile when asked. */
  readonly person: string | Person
  readonly script: string
  readonly template?: string
}

/** Starts a native mini-program with the SDK of those days, on a phone where getUserInfo returns the person's own data. */
export const openOld = (
  world: DocumentWorld,
  { person, script, template = '<view/>' }: OldPage,
): Promise<NativeApp> =>
  world.open({
    script,
    template,
    files: { 'minapp-sdk.js': readFileSync(requirePackage.resolve(OLD_SDK), 'utf8') },
    options: {
      person,
      registration: { profileEra: 'real' },
    },
  })

/** The printed button with an id to tap. */
export const buttonOf = (printed: string): string => printed.replace('<button', '<button id="go"')

/** What a page logged, each call as one text. */
export const loggedBy = (app: NativeApp): string[] =>
  app.console.map(({ values }) =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' '),
  )
