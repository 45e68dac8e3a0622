/** Reloads the page at an instant (with script), when its content will have changed. Shows nothing. */
export function ReloadAt({ at, now }: { at: string; now: string }) {
  return <span hidden data-countdown={at} data-now={now} data-words="" data-over="" data-reload="" />
}
