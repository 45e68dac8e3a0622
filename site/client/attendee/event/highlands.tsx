/** The edge of the Rift Valley at sunrise, and the track of the City of Champions before it. */
export function Highlands() {
  return (
    <svg
      className="highlands"
      width="1440"
      height="380"
      viewBox="0 0 1440 380"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      <circle className="hl-sun" cx="1110" cy="122" r="92" />
      <path
        className="hl-1"
        d="M0 226c120-30 210-14 330-34s190-6 290 12 210-58 330-54 190 64 290 40 130-46 200-50v240H0z"
      />
      <path className="hl-2" d="M0 262c150-40 260 2 400-22s230-30 370 2 260 26 380-8 190-22 290-10v156H0z" />
      <path className="hl-3" d="M0 294c200-34 380-38 600-20s520 26 840-18v124H0z" />
      <path className="hl-track" d="M0 330c420-58 980-62 1440-8v58H0z" />
      <g className="hl-lanes" fill="none">
        <path d="M0 330c420-58 980-62 1440-8" />
        <path d="M0 340c430-58 970-62 1440-7" />
        <path d="M0 353c440-59 960-62 1440-6" />
        <path d="M0 371c450-60 950-63 1440-5" />
      </g>
    </svg>
  )
}
