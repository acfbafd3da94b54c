/** A tactic of ATT&CK's enterprise matrix: its short name in tags and its id. */
export interface Tactic {
  readonly name: string
  readonly id: string
  readonly title: string
}

/** The tactics in the order of the matrix (ATT&CK 18), with those that newer rules' tags use beside them. */
export const tactics: readonly Tactic[] = [
  { name: 'reconnaissance', id: 'TA0043', title: 'Reconnaissance' },
  { name: 'resource-development', id: 'TA0042', title: 'Resource Development' },
  { name: 'initial-access', id: 'TA0001', title: 'Initial Access' },
  { name: 'execution', id: 'TA0002', title: 'Execution' },
  { name: 'persistence', id: 'TA0003', title: 'Persistence' },
  { name: 'privilege-escalation', id: 'TA0004', title: 'Privilege Escalation' },
  { name: 'defense-evasion', id: 'TA0005', title: 'Defense Evasion' },
  { name: 'credential-access', id: 'TA0006', title: 'Credential Access' },
  { name: 'discovery', id: 'TA0007', title: 'Discovery' },
  { name: 'lateral-movement', id: 'TA0008', title: 'Lateral Movement' },
  { name: 'collection', id: 'TA0009', title: 'Collection' },
  { name: 'command-and-control', id: 'TA0011', title: 'Command and Control' },
  { name: 'exfiltration', id: 'TA0010', title: 'Exfiltration' },
  { name: 'impact', id: 'TA0040', title: 'Impact' },
]

/** Tactics into which newer tags divide Defense Evasion; ATT&CK 18 knows only the whole. */
const renamed: Readonly<Record<string, string>> = {
  stealth: 'defense-evasion',
  'defense-impairment': 'defense-evasion',
}

/** What a rule's tags say of ATT&CK (Sigma's tags appendix: `attack.t1059.001`, `attack.credential-access`, `attack.g0032`). */
export interface AttackTags {
  /** `T1059.001`. */
  readonly techniques: readonly string[]
  /** Short names as in `tactics`. */
  readonly tactics: readonly string[]
  /** Groups and software, `G0032`, `S0154`. */
  readonly others: readonly string[]
}

/** Reads the tags that begin with `attack.`. */
export function attackTags(tags: readonly string[]): AttackTags {
  const techniques: string[] = []
  const named = new Set<string>()
  const others: string[] = []
  for (const tag of tags) {
    if (!tag.startsWith('attack.')) continue
    const name = tag.slice(7).replaceAll('_', '-')
    if (/^t\d{4}(\.\d{3})?$/.test(name)) techniques.push(name.toUpperCase())
    else if (/^[gs]\d{4}$/.test(name)) others.push(name.toUpperCase())
    else {
      const tactic = renamed[name] ?? name
      if (tactics.some((one) => one.name === tactic)) named.add(tactic)
    }
  }
  return { techniques, tactics: [...named], others }
}
