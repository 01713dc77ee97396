import {
  openOurPhone,
  sdkPhones,
  type OpenPhone,
  type PhoneKind,
  type SharedPhone,
} from '../../test/contract/differential/clients'
import { openWorld, type World } from '../../test/contract/kit/world'
import { sampleAt, type Documents } from './printed'
import { openTianmu, type TianmuPhone, type TianmuWriter } from './tianmu'
import { openNative, type NativeApp, type NativeOptions } from './native'

/** Phones of one person, with the genuine SDK or with our shell. */
export interface OnePhone {
  readonly world: World
  readonly person: string
  readonly phone: SharedPhone
  /** Another phone in the same hand, or in another's. */
  readonly another: (kind?: Partial<PhoneKind>, person?: string) => SharedPhone
  /** A person that no other row knows. */
  readonly stranger: () => string
}

/** What the rows are judged with: our server, the simulator, and the documents. */
export interface DocumentWorld {
  readonly world: World
  readonly stranger: () => string
  readonly phoneOf: (judge: 'sdk' | 'compat') => OnePhone
  /** A phone of a person that no other row knows, with wx.tmSDK. */
  readonly tianmu: () => TianmuPhone
  /** The same at a server whose console lets only cloud functions write profiles. */
  readonly switchedOff: Pick<DocumentWorld, 'phoneOf' | 'tianmu'>
  /** The printed sample, see sampleAt. */
  readonly sample: (document: string, from: number, to: number) => string
  /** Opens a native mini-program in the host, with the genuine SDK in it. */
  readonly open: (options: NativeOptions) => Promise<NativeApp>
  /** Closes every phone that was opened. */
  readonly close: () => void
}

const phonesIn = (
  world: World,
  stranger: () => string,
  writer: TianmuWriter,
): Pick<DocumentWorld, 'phoneOf' | 'tianmu'> => {
  const kinds: Readonly<Record<'sdk' | 'compat', OpenPhone>> = {
    sdk: sdkPhones(world),
    compat: (person, kind) => openOurPhone(world, person, kind),
  }
  return {
    phoneOf: (judge) => {
      const person = stranger()
      const open = (kind: Partial<PhoneKind> = {}, who = person) =>
        kinds[judge](who, { server: world.server, ...kind })
      return { world, person, phone: open(), another: open, stranger }
    },
    tianmu: () => openTianmu(world, stranger(), writer),
  }
}

/** The world of the running backend and simulator, see test/setup/contract.ts, and one whose switch is off. */
export const openDocumentWorld = (documents: Documents, switchedOff: World): DocumentWorld => {
  const world = openWorld()
  let people = 0
  const stranger = () => `document-${(people += 1)}`
  const opened: NativeApp[] = []
  return {
    world,
    stranger,
    ...phonesIn(world, stranger, 'client'),
    switchedOff: phonesIn(switchedOff, stranger, 'cloudFunction'),
    sample: (document, from, to) => sampleAt(documents, document, from, to),
    open: async (options) => {
      const app = await openNative(world, options)
      opened.push(app)
      return app
    },
    close: () => {
      for (const app of opened.splice(0)) app.close()
    },
  }
}
