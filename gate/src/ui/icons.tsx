interface IconProps {
  className?: string
}

function Line({ className = 'size-6', d }: IconProps & { d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className} fill="none" stroke="currentColor">
      <path d={d} strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

export const LightIcon = (props: IconProps) => <Line {...props} d="M13 2 5 14h6l-1 8 8-12h-6z" />
export const LeaveIcon = (props: IconProps) => (
  <Line {...props} d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9" />
)
export const PlaceIcon = (props: IconProps) => (
  <Line
    {...props}
    d="M12 21s7-6.1 7-11a7 7 0 1 0-14 0c0 4.900 7 11 7 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z"
  />
)
export const CameraOffIcon = ({ className = 'size-12' }: IconProps) => (
  <Line
    className={className}
    d="M3 3l18 18M9 5h6l1.500 2H19a2 2 0 0 1 2 2v8M18 19H5a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1M9.900 11.200a3.200 3.200 0 0 0 4 4"
  />
)

function Shape({ className, outline, sign }: IconProps & { outline: string; sign: string }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={className} fill="none" stroke="currentColor">
      <path d={outline} strokeWidth="7" strokeLinejoin="round" />
      <path d={sign} strokeWidth="9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** Three outlines that can be told apart without colour: circle, triangle, octagon. */
export const GoSign = (props: IconProps) => (
  <Shape {...props} outline="M50 5a45 45 0 1 1 0 90 45 45 0 0 1 0-90z" sign="M29 52l15 15 28-32" />
)
export const LookSign = (props: IconProps) => (
  <Shape {...props} outline="M50 8l44 80H6z" sign="M50 38v22M50 74v.5" />
)
export const StopSign = (props: IconProps) => (
  <Shape {...props} outline="M31 5h38l26 26v38l-26 26H31L5 69V31z" sign="M35 35l30 30M65 35L35 65" />
)
export const WaitSign = (props: IconProps) => (
  <Shape {...props} outline="M50 5a45 45 0 1 1 0 90 45 45 0 0 1 0-90z" sign="M50 26v26l16 12" />
)
