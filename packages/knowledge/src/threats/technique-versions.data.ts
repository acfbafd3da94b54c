/** A technique that is called otherwise in another version of ATT&CK. */
export interface TechniqueChange {
  /** In ATT&CK before version 19. */
  readonly before: string
  /** In ATT&CK since version 19. */
  readonly since: string
  /** `whole`: MITRE revoked the one by the other. `part`: the newer one is a part of what the older one was. */
  readonly covers: 'whole' | 'part'
}

/** Who says so. */
export const techniqueChangesSource = {
  name: 'mitre_attack_v19',
  title: 'MITRE ATT&CK Enterprise v19.2 (2026): objects revoked by others',
  url: 'https://attack.mitre.org/resources/updates/',
  /** MITRE's own file was not at hand: two public tables that were made from it agree on every row marked `whole`. */
  checked: 'agreed by two independent public tables, 2026-11-25; T1686.003 by its place under T1686',
} as const

/**
 * Version 19 dissolved Impair Defenses (T1562) and moved clearing of logs to it; SigmaHQ's rules carry the new ids while
 * ATT&CK 18.1 has the old ones. Where several old ones became one, the first is the nearest.
 */
export const techniqueChanges: readonly TechniqueChange[] = [
  { before: 'T1562.001', since: 'T1685', covers: 'whole' },
  { before: 'T1562', since: 'T1685', covers: 'whole' },
  { before: 'T1562.006', since: 'T1685', covers: 'whole' },
  { before: 'T1562.002', since: 'T1685.001', covers: 'whole' },
  { before: 'T1562.008', since: 'T1685.002', covers: 'whole' },
  { before: 'T1562.011', since: 'T1685.003', covers: 'whole' },
  { before: 'T1562.012', since: 'T1685.004', covers: 'whole' },
  { before: 'T1070.001', since: 'T1685.005', covers: 'whole' },
  { before: 'T1070.002', since: 'T1685.006', covers: 'whole' },
  { before: 'T1562.004', since: 'T1686', covers: 'whole' },
  { before: 'T1562.007', since: 'T1686.001', covers: 'whole' },
  { before: 'T1562.013', since: 'T1686.002', covers: 'whole' },
  { before: 'T1562.004', since: 'T1686.003', covers: 'part' },
  { before: 'T1562.009', since: 'T1688', covers: 'whole' },
  { before: 'T1562.010', since: 'T1689', covers: 'whole' },
  { before: 'T1562.003', since: 'T1690', covers: 'whole' },
  { before: 'T1656', since: 'T1684.001', covers: 'whole' },
  { before: 'T1672', since: 'T1684.002', covers: 'whole' },
]

/** Tactics of version 19 by their short names, and what they were before. */
export const tacticChanges: Readonly<Record<string, string>> = {
  stealth: 'defense-evasion',
  'defense-impairment': 'defense-evasion',
}
