/** Three lanes of a track around a rising sun. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" className="mark">
      <circle cx="14" cy="17.5" r="4" className="mark-sun" />
      <g fill="none" strokeWidth="2.4" strokeLinecap="round">
        <path d="M7 22v-4.5a7 7 0 0 1 14 0V22" className="mark-lane-1" />
        <path d="M2.5 22v-4.5a11.5 11.5 0 0 1 23 0V22" className="mark-lane-2" />
      </g>
    </svg>
  )
}
