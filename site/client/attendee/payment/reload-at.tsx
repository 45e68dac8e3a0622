/** Loads the page anew at an instant, with script, and says nothing until then: what it shows will have moved. */
export function ReloadAt({ at, now }: { at: string; now: string }) {
  return <span hidden data-countdown={at} data-now={now} data-words="" data-over="" data-reload="" />
}
