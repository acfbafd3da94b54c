import { type Finding, severities } from '@cordon/model'

/** A layer of the ATT&CK Navigator (layer format 4.5). */
export interface NavigatorLayer {
  readonly name: string
  readonly versions: { readonly attack: string; readonly navigator: string; readonly layer: string }
  readonly domain: 'enterprise-attack'
  readonly description: string
  readonly sorting: number
  readonly techniques: readonly {
    readonly techniqueID: string
    readonly score: number
    readonly comment: string
    readonly enabled: true
    readonly showSubtechniques: boolean
    readonly metadata: readonly { readonly name: string; readonly value: string }[]
  }[]
  readonly gradient: {
    readonly colors: readonly string[]
    readonly minValue: number
    readonly maxValue: number
  }
}

/**
 * Findings as a layer: each technique scored by how many findings met it, with their rules and hosts.
 * @param name shown in the Navigator
 * @param attack the major version of ATT&CK that the rules' tags are of
 */
export function navigatorLayer(findings: readonly Finding[], name: string, attack = '18'): NavigatorLayer {
  const byTechnique = new Map<string, Finding[]>()
  for (const finding of findings)
    for (const { kind, id } of finding.matches)
      if (kind === 'stix' && /^T\d{4}(\.\d{3})?$/.test(id)) {
        const list = byTechnique.get(id)
        if (list) list.push(finding)
        else byTechnique.set(id, [finding])
      }
  const parents = new Set(
    [...byTechnique.keys()].filter((id) => id.includes('.')).map((id) => id.slice(0, 5)),
  )
  const techniques = [...byTechnique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([techniqueID, met]) => ({
      techniqueID,
      score: met.length,
      comment: titles(met).slice(0, 10).join('; '),
      enabled: true as const,
      showSubtechniques: parents.has(techniqueID),
      metadata: [
        {
          name: 'severity',
          value: severities[Math.max(...met.map(({ severity }) => severities.indexOf(severity)))]!,
        },
        { name: 'hosts', value: hosts(met).slice(0, 20).join(', ') },
      ],
    }))
  const shown = new Set(byTechnique.keys())
  const opened = [...parents].filter((id) => !shown.has(id)).sort()
  return {
    name,
    versions: { attack, navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `${findings.length} findings by Cordon`,
    sorting: 3,
    techniques: [
      ...techniques,
      ...opened.map((techniqueID) => ({
        techniqueID,
        score: 0,
        comment: '',
        enabled: true as const,
        showSubtechniques: true,
        metadata: [],
      })),
    ],
    gradient: {
      colors: ['#fff3e0', '#e65100'],
      minValue: 0,
      maxValue: Math.max(1, ...techniques.map(({ score }) => score)),
    },
  }
}

function titles(met: readonly Finding[]): string[] {
  return [
    ...new Set(met.map(({ rule, matches }) => matches.find(({ kind }) => kind === 'rule')?.label ?? rule)),
  ]
}

function hosts(met: readonly Finding[]): string[] {
  return [...new Set(met.flatMap(({ subjects }) => subjects.map(({ label }) => label)))]
}
