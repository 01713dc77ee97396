const MIB = 1024 * 1024

/** WeChat refuses a package above this, the main one and each sub-package alike (docs/wechat.md 7.6). */
const LIMIT = 2 * MIB
const WORTH_A_WORD = 1.5 * MIB

/**
 * What to say about the sizes of a bundle's packages.
 * @param files bytes of every file, by path from the bundle's root
 * @param roots folders of the sub-packages
 */
export const aboutSizes = (
  files: ReadonlyMap<string, number>,
  roots: readonly string[],
): { errors: string[]; warnings: string[] } => {
  const folders = roots.map((root) => `${root.replace(/\/$/, '')}/`)
  const packageOf = (path: string) => folders.find((folder) => path.startsWith(folder)) ?? ''
  const sizes = new Map<string, number>()
  for (const [path, bytes] of files) {
    sizes.set(packageOf(path), (sizes.get(packageOf(path)) ?? 0) + bytes)
  }
  const sentence = ([folder, bytes]: readonly [string, number]) =>
    `${folder === '' ? 'The main package' : `The sub-package ${folder}`} has ${(bytes / MIB).toFixed(2)} MB; WeChat takes 2 MB.`
  const over = (limit: number) => [...sizes].filter(([, bytes]) => bytes > limit)
  return {
    errors: over(LIMIT).map(sentence),
    warnings: over(WORTH_A_WORD)
      .filter(([, bytes]) => bytes <= LIMIT)
      .map(sentence),
  }
}
