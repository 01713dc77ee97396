import './contract'

/** Ends what `contract.ts` started. */
export default async function endWorld(): Promise<void> {
  await globalThis.endContractWorld?.()
}
