/** The lanes of a track, sweeping across the head of a ticket. */
export function Lanes() {
  return (
    <svg
      className="lanes"
      width="140"
      height="96"
      viewBox="0 0 140 96"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
    >
      <g fill="none">
        <path d="M10 110C24 56 72 14 150 8" />
        <path d="M38 110C52 72 88 38 150 32" />
        <path d="M66 110C78 86 104 62 150 56" />
        <path d="M94 110C104 98 122 84 150 80" />
      </g>
    </svg>
  )
}
