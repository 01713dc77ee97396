/** The fields by which npm decides whether a package is for this machine. */
export interface Platform {
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

const OS = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const CPU = 'arm64 arm ia32 loong64 mips64el ppc64 s390x riscv64 wasm32 x64'.split(' ')

const firstOf = (known: readonly string[], words: readonly string[]) =>
  known.find((word) => words.includes(word))

/** Reads the platform of a package that is one build of many from its name, such as `@swc/core-linux-x64-musl`. */
export const platformOf = (name: string): Platform => {
  const words = name.split(/[/-]/)
  const os = firstOf(OS, words)
  const cpu = words.includes('ppc64le') ? 'ppc64' : firstOf(CPU, words)
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  }
}
