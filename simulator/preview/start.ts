import { createPreviewApp, type PreviewSettings } from './app'
import { loadClient } from './server/client'

/** A listening preview. */
export interface Preview {
  url: string
  close: () => Promise<void>
}

const isPortTaken = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE'

/**
 * Serves the preview on `port` of the loopback address (0 picks a free one) and resolves once it listens.
 * Rejects with a sentence for a person if the port is taken.
 */
export const startPreview = async ({
  port,
  ...settings
}: PreviewSettings & { port: number }): Promise<Preview> => {
  const client = loadClient()
  const app = await createPreviewApp(settings, client)
  try {
    await client
    await app.listen({ port, host: '127.0.0.1' })
  } catch (error) {
    if (!isPortTaken(error)) throw error
    throw new Error(
      `Port ${port} is taken: stop the program that listens there, or set PREVIEW_PORT to a free port.`,
      { cause: error },
    )
  }
  return { url: app.listeningOrigin, close: () => app.close() }
}
