import { answered, granted } from '../../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../../kit/make-auth'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'

/** A note as the server answers it. */
export const note = (n: number, more: object = {}) => ({
  id: `0000000${n}-0000-4000-8000-000000000000`,
  title: `Note ${n}`,
  body: `Text of ${n}`,
  pictures: [],
  share_id: null,
  version: 1,
  created_at: 1_764_000_000,
  updated_at: 1_764_000_000,
  ...more,
})

/** A page of a list, as the server answers it. */
export const pageOf = (notes: readonly object[], next: string | null = null) =>
  answered({ objects: notes, next })

/** A page as a member opens it. */
export const asMember = async (
  Page: Parameters<typeof renderPage>[0],
  platform = fakePlatform(),
) => {
  const made = await launchedWith(granted())
  const page = renderPage(Page, { ...made, platform })
  await page.settled(() => undefined)
  return page
}

/** A page as a guest opens it. */
export const asGuest = async (Page: Parameters<typeof renderPage>[0]) => {
  const page = renderPage(Page, makeAuth({ launchCredentials: undefined }))
  await page.settled(() => void page.auth.launch())
  return page
}
