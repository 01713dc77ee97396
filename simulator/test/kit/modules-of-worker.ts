interface Modules {
  jsdom: typeof import('jsdom')
  compiler: typeof import('glass-easel-template-compiler')
}

/** What the environment `phones.ts` has loaded outside the sandbox of this test file. */
export const { modulesOfWorker } = globalThis as unknown as { modulesOfWorker: () => Modules }
