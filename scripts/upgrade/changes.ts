const HEADING = /^## \[?v?(\d+\.\d+\.\d+\S*?)\]?(?=\s|$)/

const partsOf = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)

/** Whether a version is later than another; what follows the three numbers does not count. */
export const isLater = (version: string, than: string): boolean => {
  const [a, b] = [partsOf(version), partsOf(than)]
  const at = a.findIndex((part, index) => part !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

/** The sections of a CHANGELOG about versions later than `since`, as they are written. */
export const sectionsSince = (changelog: string, since: string): string[] =>
  changelog
    .split(/^(?=## )/m)
    .filter((section) => {
      const version = HEADING.exec(section)?.[1]
      return version !== undefined && isLater(version, since)
    })
    .map((section) => section.trim())
