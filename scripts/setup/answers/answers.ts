import type { FeatureName } from '../features/feature'

export interface Operator {
  readonly name: string
  readonly contact: string
  readonly address: string
}

/** Where the app looks for its backend. */
export type Backend =
  /** This repository's server: on this machine while developing, `TARO_APP_BAAS_HOST` decides later. */
  | { readonly kind: 'own' }
  /** A server or the hosted service at this origin. `clientId` is what it knows the app by. */
  | { readonly kind: 'hosted'; readonly host: string; readonly clientId: string }
  /** None yet: the app runs, and everyone is a guest. */
  | { readonly kind: 'none' }

/** What setup asks. The keys are those of the answers file, and stay. */
export interface Answers {
  /** The package's name: lower-case letters, digits, dashes. */
  readonly name: string
  /** What people call the product, in Chinese and in English. */
  readonly displayName: string
  readonly displayNameEn: string
  readonly appid: string
  /** Who runs it: fills the legal texts. */
  readonly operator: Operator
  /** `#rrggbb`. */
  readonly colour: string
  readonly backend: Backend
  readonly keep: readonly FeatureName[]
}
