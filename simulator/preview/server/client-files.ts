/** The files of the preview's page and of the phone inside it. */
export const CLIENT_FILES = [
  'index.html',
  'panel.css',
  'panel.js',
  'phone.html',
  'phone.css',
  'phone.js',
] as const

/** Their contents by name. */
export type ClientFiles = Readonly<Record<(typeof CLIENT_FILES)[number], string>>
