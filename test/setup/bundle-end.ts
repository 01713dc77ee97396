import './bundle'

/** Ends what `bundle.ts` started. */
export default async function endWorld(): Promise<void> {
  await globalThis.endBundleWorld?.()
}
