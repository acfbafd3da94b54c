import type { Instant } from '@cordon/model'

/** A host of the made-up site, as the institution's profile names it. */
export interface SimulatedHost {
  readonly name: string
  readonly address: string
  /** As in the profile; `windows`, `linux`, `macos`, `web`, `laptop` and `server` decide which logs it writes. */
  readonly roles: readonly string[]
}

/** The logs that are simulated: each is one file in the form that its program writes. */
export const simulatedLogs = {
  windows: 'Windows events as Winlogbeat ships them (JSON lines)',
  auditd: 'Linux audit daemon',
  zeek: 'Zeek, JSON streaming logs: conn, dns, http',
  access: 'access log of a web server (NCSA combined)',
  okta: 'Okta system log (JSON lines)',
  cloudtrail: 'AWS CloudTrail (JSON lines)',
  stated: 'JSON lines that name their Sigma log source: what has no format of its own',
} as const
/** One of `simulatedLogs`. */
export type SimulatedLogName = keyof typeof simulatedLogs

/** What was written at one moment: one line, or several that belong together. */
export interface SimulatedLine {
  readonly log: SimulatedLogName
  readonly time: Instant
  readonly text: string
}
