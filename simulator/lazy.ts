/*
 * Loaded when first called: a test that needs WeChat's servers alone does not wait for the modules of a phone,
 * which are many.
 */
import type { compileCheck as CompileCheck } from './host/compile-check'
import type { launch as Launch } from './host/launch'
import type { startPreview as StartPreview } from './preview/start'

/**
 * Launches a mini-program (the folder of a built one, of a native one or of its project, or its files) in Node and
 * resolves with the handle to drive it, once the launch has settled. Rejects when there is no mini-program; errors
 * of the app itself are in `errors`.
 */
export const launch = async (...args: Parameters<typeof Launch>): ReturnType<typeof Launch> =>
  (await import('./host/launch')).launch(...args)

/**
 * Serves a preview of the mini-program in `bundleDir` on `port` of the loopback address (0 picks a free one) and
 * resolves once it listens. Rejects with a sentence for a person if the port is taken.
 */
export const startPreview = async (
  ...args: Parameters<typeof StartPreview>
): ReturnType<typeof StartPreview> => (await import('./preview/start')).startPreview(...args)

/**
 * Has Tencent's own compilers (npm `miniprogram-compiler`, installed by the caller) read every WXML, WXS and WXSS
 * in a folder; resolves with their complaints, each with file and place. Rejects where they cannot run.
 */
export const compileCheck = async (
  ...args: Parameters<typeof CompileCheck>
): Promise<ReturnType<typeof CompileCheck>> =>
  (await import('./host/compile-check')).compileCheck(...args)
