import { columnIn, type Member } from '../../auth/member'

/** What everybody may read. The texts are in i18n/home.ts under the same names. */
export const ARTICLES = ['silent', 'profile', 'phone'] as const

export type ArticleName = (typeof ARTICLES)[number]

/** The column of the user's own row that holds the names of kept articles. */
export const KEPT_ARTICLES = 'kept_articles'

/** The change that keeps one more, as an operator: two phones at once lose nothing (docs/protocol.md 4.9). */
export const keeping = (name: ArticleName): Readonly<Record<string, unknown>> => ({
  [KEPT_ARTICLES]: { $append_unique: [name] },
})

export function isKept(user: Member | null, name: ArticleName): boolean {
  const kept = user === null ? undefined : columnIn(user, KEPT_ARTICLES)
  return Array.isArray(kept) && kept.includes(name)
}
