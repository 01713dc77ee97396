import type { BundlePayload, BundleRefusal } from '../../bundle'

/** The state of the bundle. `tookMs`: from the report of a rebuild to the first page. */
export type BundleState =
  { kind: 'loading' } | { kind: 'running'; at: number; tookMs: number } | BundleRefusal

/** The bundle as it is now, or why there is none; rejects when the preview's own server does not answer. */
export const fetchBundle = async (): Promise<
  { kind: 'bundle'; payload: BundlePayload } | BundleRefusal
> => {
  const answer = await fetch('/bundle')
  if (answer.ok) return { kind: 'bundle', payload: (await answer.json()) as BundlePayload }
  return (await answer.json()) as BundleRefusal
}
