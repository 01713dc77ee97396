/** A place that cites a section of `docs/wechat.md` or `docs/protocol.md`. */
export interface Citation {
  page: string
  section: string
}

const CITED =
  /(?<page>wechat|protocol)\.md\)? (?<sections>\d+(?:\.\d+)?(?:(?:,| and| to) \d+(?:\.\d+)?)*)/g

/** Every section that a text cites, in `docs/protocol.md 4.2, 8.1` and `[protocol.md](protocol.md) 4.2`. */
export const citationsIn = (text: string): Citation[] =>
  [...text.matchAll(CITED)].flatMap(({ groups = {} }) =>
    (groups.sections ?? '')
      .split(/(?:,| and| to) /)
      .map((section) => ({ page: groups.page ?? '', section })),
  )

/** The numbers of a page's headings: `## 4 Phone number`, `### 4.2 The server's exchange`. */
export const headingsOf = (page: string): string[] =>
  [...page.matchAll(/^#{2,3} (\d+(?:\.\d+)?) \S/gm)].map(([, section = '']) => section)

// Numbers of lists that are not in this repository, and names of documents that are not, either.
const PRIVATE = [
  /\b[WBTDSA]\d{1,2}\b/,
  /\bDESIGN\b/,
  /\bWeChat rules\b/,
  /\bwire contract\b/,
  /\bcontract \d/,
  /\bappendix [A-Z]?\d/,
  /\bseeds? 00\d/,
  /\b[Ii]ssue \d/,
  /(?<![/\w])reference\/\w/,
]
// What looks alike and is none: `S3` is Amazon's, `A4` paper.
const KNOWN = /\b(?:S3|A4)\b/g

/** What a comment or title cites that no reader of this repository can look up. */
export const privateCitationsIn = (text: string): string[] =>
  PRIVATE.flatMap((pattern) => pattern.exec(text.replace(KNOWN, ''))?.[0] ?? [])
