import runtime from 'jsx-runtime-of-react'

// React's own module is CommonJS, whose names webpack cannot shorten; of these it makes single letters, at every tag.
export const { jsx, jsxs, Fragment } = runtime
