const PATHS = {
  back: 'M15 4 7 12l8 8',
  home: 'M4 11.5 12 4l8 7.5M6.5 10v9.5h11V10',
  check: 'm4 12.5 5.5 5.5L20 7',
  cross: 'M6 6l12 12M18 6 6 18',
} as const

/** A line drawing, 24 units square, in the colour of the text. */
export const Icon = ({ name, size = 24 }: { name: keyof typeof PATHS; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
)

/** The right end of a status bar: reception by network, and a battery. */
export const Reception = ({ network }: { network: 'online' | 'slow' | 'offline' }) => {
  const bars = { online: 4, slow: 1, offline: 0 }[network]
  return (
    <svg width="68" height="14" viewBox="0 0 68 14" fill="currentColor" aria-hidden="true">
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 5}
          y={9 - bar * 2.4}
          width="3.2"
          height={3 + bar * 2.4}
          rx="1"
          opacity={bar < bars ? 1 : 0.28}
        />
      ))}
      {network === 'online' ? (
        <path d="M31 3.2c2.7 0 5.100 1 6.900 2.700l-1.300 1.400A8 8 0 0 0 31 5.100a8 8 0 0 0-5.600 2.200l-1.300-1.400A9.900 9.900 0 0 1 31 3.200Zm0 3.700c1.700 0 3.200.7 4.300 1.700L34 10a4.300 4.300 0 0 0-6 0l-1.300-1.400A6.200 6.200 0 0 1 31 6.900Zm0 3.600c.7 0 1.300.3 1.800.7L31 13.100l-1.800-1.900c.5-.4 1.100-.7 1.800-.7Z" />
      ) : (
        <text x="24" y="11.500" font-size="9.500" font-weight="600">
          {network === 'slow' ? '2G' : ''}
        </text>
      )}
      <rect
        x="43"
        y="1.500"
        width="21"
        height="11"
        rx="3.400"
        fill="none"
        stroke="currentColor"
        opacity=".4"
      />
      <rect x="44.800" y="3.300" width="15" height="7.400" rx="2" />
      <rect x="65.200" y="5" width="1.600" height="4" rx=".8" opacity=".5" />
    </svg>
  )
}
