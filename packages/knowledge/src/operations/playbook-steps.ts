import type { CacaoPlaybook, CacaoStep } from './make-playbook.ts'

/** A step of a playbook as people read it: in order, with the branches inside it. */
export interface PlaybookStep {
  readonly id: string
  readonly is: 'action' | 'together' | 'question' | 'other'
  readonly name: string
  /** What is done, command by command. */
  readonly does: readonly string[]
  /** Who does it. */
  readonly by?: string
  /** CACAO's word for what it is: `match-indicator`, `restrict-access`. */
  readonly activity?: string
  /** Ids of rules whose findings it starts from. */
  readonly rules: readonly string[]
  /** Of a step of several at once, one branch each; of a question, what follows yes and what follows no. */
  readonly branches: readonly (readonly PlaybookStep[])[]
}

/** Steps that are told; a workflow that comes back to itself would have no end. */
const most = 500

/** The steps of a CACAO 2.0 playbook in the order in which they are taken, ours or anyone's. */
export function playbookSteps(playbook: CacaoPlaybook): PlaybookStep[] {
  const left = { count: most }
  const start = playbook.workflow[playbook.workflow_start]
  return follow(playbook, textOf(start?.on_completion), left)
}

function follow(playbook: CacaoPlaybook, from: string | undefined, left: { count: number }): PlaybookStep[] {
  const steps: PlaybookStep[] = []
  const seen = new Set<string>()
  for (let id = from; id !== undefined && !seen.has(id) && left.count > 0; ) {
    seen.add(id)
    const step: CacaoStep | undefined = playbook.workflow[id]
    if (!step || step.type === 'end') break
    left.count--
    steps.push(told(playbook, id, step, left))
    id = textOf(step.on_completion) ?? textOf(step.on_success)
  }
  return steps
}

function told(playbook: CacaoPlaybook, id: string, step: CacaoStep, left: { count: number }): PlaybookStep {
  const commands = listOf(step.commands)
  const agents = playbook.agent_definitions as Readonly<Record<string, { name?: unknown }>> | undefined
  const by = textOf(agents?.[String(step.agent)]?.name)
  const activity = textOf(commands[0]?.playbook_activity)
  return {
    id,
    is: kinds[step.type] ?? 'other',
    name: textOf(step.name) ?? textOf(step.condition) ?? step.type,
    does: commands.flatMap((one) => textOf(one.command) ?? []),
    ...(by && { by }),
    ...(activity && { activity }),
    rules: listOf(step.external_references).flatMap((one) => textOf(one.external_id) ?? []),
    branches: branchesOf(step).map((first) => follow(playbook, first, left)),
  }
}

const kinds: Readonly<Record<string, PlaybookStep['is']>> = {
  action: 'action',
  parallel: 'together',
  'if-condition': 'question',
}

function branchesOf(step: CacaoStep): (string | undefined)[] {
  if (step.type === 'if-condition') return [textOf(step.on_true), textOf(step.on_false)]
  return Array.isArray(step.next_steps) ? step.next_steps.map(textOf) : []
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
