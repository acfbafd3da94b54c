import type { FieldFault } from '@cordon/model'
import { found } from './found.ts'

const identifier =
  /^[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const millisecond = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const variableName = /^__[a-zA-Z][a-zA-Z0-9_-]{0,199}__$/
const stepTypes = [
  'start',
  'end',
  'action',
  'playbook-action',
  'parallel',
  'if-condition',
  'while-condition',
  'switch-condition',
]
const playbookTypes = [
  'attack',
  'detection',
  'engagement',
  'investigation',
  'mitigation',
  'notification',
  'prevention',
  'remediation',
]
const metadata = [
  'type',
  'spec_version',
  'id',
  'name',
  'description',
  'playbook_types',
  'playbook_activities',
  'playbook_processing_summary',
  'created_by',
  'created',
  'modified',
  'revoked',
  'valid_from',
  'valid_until',
  'derived_from',
  'related_to',
  'priority',
  'severity',
  'impact',
  'industry_sectors',
  'labels',
  'external_references',
  'markings',
  'playbook_variables',
  'workflow_start',
  'workflow_exception',
  'workflow',
  'playbook_extensions',
  'authentication_info_definitions',
  'agent_definitions',
  'target_definitions',
  'extension_definitions',
  'data_marking_definitions',
  'signatures',
]

type Members = Readonly<Record<string, unknown>>

/**
 * Checks a CACAO 2.0 playbook by the specification: its metadata, its steps and what they refer to, that every step is reached
 * and every way comes to an end, that activities it names are in a step, and variables that are used are declared.
 * @param value parsed JSON
 * @returns every fault, at its place
 * @see https://docs.oasis-open.org/cacao/security-playbooks/v2.0/security-playbooks-v2.0.html
 */
export function checkCacaoPlaybook(value: unknown): FieldFault[] {
  if (!isObject(value)) return [{ field: '', expected: 'a playbook', found: found(value) }]
  return new Checker(value).check()
}

class Checker {
  private readonly faults: FieldFault[] = []
  private readonly playbook: Members
  private readonly steps: Members
  private readonly agents: Members
  private readonly variables: Members

  constructor(playbook: Members) {
    this.playbook = playbook
    this.steps = isObject(playbook.workflow) ? playbook.workflow : {}
    this.agents = isObject(playbook.agent_definitions) ? playbook.agent_definitions : {}
    this.variables = isObject(playbook.playbook_variables) ? playbook.playbook_variables : {}
  }

  check(): FieldFault[] {
    this.metadata()
    for (const [id, step] of Object.entries(this.steps)) this.step(id, step)
    this.reach()
    this.activities()
    for (const [id, agent] of Object.entries(this.agents)) {
      if (!isObject(agent) || typeof agent.name !== 'string' || agent.name === '')
        this.fault(`agent_definitions.${id}.name`, 'a name', isObject(agent) ? agent.name : agent)
      else if (!id.startsWith(`${String(agent.type)}--`) || !identifier.test(id))
        this.fault(`agent_definitions.${id}`, `an id that begins with ${String(agent.type)}--`, id)
    }
    for (const name of Object.keys(this.variables))
      if (!variableName.test(name))
        this.fault(`playbook_variables.${name}`, 'a name between two underscores at each end', name)
    return this.faults
  }

  private metadata(): void {
    const { playbook } = this
    for (const member of Object.keys(playbook))
      if (!metadata.includes(member)) this.fault(member, 'a member of a playbook', 'one it does not have')
    if (playbook.type !== 'playbook') this.fault('type', 'playbook', playbook.type)
    if (playbook.spec_version !== 'cacao-2.0') this.fault('spec_version', 'cacao-2.0', playbook.spec_version)
    if (typeof playbook.name !== 'string' || playbook.name === '') this.fault('name', 'a name', playbook.name)
    this.idOf('id', 'playbook')
    this.idOf('created_by', 'identity')
    for (const member of ['created', 'modified'])
      if (!millisecond.test(String(playbook[member])))
        this.fault(member, 'a time to the millisecond, in UTC', playbook[member])
    if (String(playbook.modified) < String(playbook.created))
      this.fault('modified', 'a time no earlier than created', playbook.modified)
    for (const member of ['priority', 'severity', 'impact']) {
      const number = playbook[member]
      if (number !== undefined && !(Number.isInteger(number) && Number(number) >= 0 && Number(number) <= 100))
        this.fault(member, 'a whole number from 0 to 100', number)
    }
    for (const type of listOf(playbook.playbook_types))
      if (!playbookTypes.includes(String(type)))
        this.fault('playbook_types', `one of ${playbookTypes.join(', ')}`, type)
    if (!isObject(playbook.workflow) || Object.keys(playbook.workflow).length < 3)
      this.fault('workflow', 'at least a start, an action and an end', playbook.workflow)
    const start = this.steps[String(playbook.workflow_start)]
    if (!isObject(start) || start.type !== 'start')
      this.fault('workflow_start', 'the id of the start step', playbook.workflow_start)
  }

  private step(id: string, step: unknown): void {
    const field = `workflow.${id}`
    if (!isObject(step) || !stepTypes.includes(String(step.type))) {
      this.fault(`${field}.type`, `one of ${stepTypes.join(', ')}`, isObject(step) ? step.type : step)
      return
    }
    if (!identifier.test(id) || !id.startsWith(`${String(step.type)}--`))
      this.fault(field, `an id that begins with ${String(step.type)}--`, id)
    const on = ['on_completion', 'on_success', 'on_failure'].filter((member) => step[member] !== undefined)
    if (step.type === 'end' && on.length > 0)
      this.fault(`${field}.${on[0]}`, 'nothing after an end', step[on[0]!])
    if (step.type !== 'end' && !on.includes('on_completion') && !on.includes('on_success'))
      this.fault(`${field}.on_completion`, 'the step that follows', undefined)
    if (on.includes('on_completion') && on.length > 1)
      this.fault(
        `${field}.on_completion`,
        'either on_completion, or on_success and on_failure',
        on.join(', '),
      )
    for (const [member, next] of nextOf(step))
      if (!isObject(this.steps[next])) this.fault(`${field}.${member}`, 'a step of the workflow', next)
    if (step.type === 'action') this.action(step, field)
    if (step.type === 'parallel' && listOf(step.next_steps).length < 2)
      this.fault(`${field}.next_steps`, 'two steps or more', step.next_steps)
    if (step.type === 'if-condition') this.condition(step, field)
  }

  private action(step: Members, field: string): void {
    if (!isObject(this.agents[String(step.agent)]))
      this.fault(`${field}.agent`, 'one of agent_definitions', step.agent)
    const commands = listOf(step.commands)
    if (commands.length === 0) this.fault(`${field}.commands`, 'at least one command', step.commands)
    for (const [at, command] of commands.entries()) {
      const place = `${field}.commands[${at}]`
      if (!isObject(command) || typeof command.type !== 'string')
        this.fault(place, 'a command with a type', command)
      else if (
        command.type === 'manual' &&
        typeof command.command !== 'string' &&
        typeof command.command_b64 !== 'string'
      )
        this.fault(`${place}.command`, 'what is to be done', command.command)
    }
  }

  private condition(step: Members, field: string): void {
    if (typeof step.condition !== 'string' || step.condition === '')
      this.fault(`${field}.condition`, 'a condition', step.condition)
    for (const [, name] of String(step.condition ?? '').matchAll(/(__[a-zA-Z][\w-]*?__):value/g))
      if (this.variables[name!] === undefined)
        this.fault(`${field}.condition`, 'a variable of playbook_variables', name)
    if (step.on_true === undefined) this.fault(`${field}.on_true`, 'the step where it is true', undefined)
  }

  /** Every step is reached from the start, and none comes back to itself. */
  private reach(): void {
    const seen = new Set<string>()
    const open = new Set<string>()
    const visit = (id: string): void => {
      if (open.has(id)) {
        this.fault(`workflow.${id}`, 'a way that does not come back to itself', id)
        return
      }
      if (seen.has(id)) return
      seen.add(id)
      const step = this.steps[id]
      if (!isObject(step)) return
      open.add(id)
      for (const [, next] of nextOf(step)) visit(next)
      open.delete(id)
    }
    visit(String(this.playbook.workflow_start))
    if (typeof this.playbook.workflow_exception === 'string') visit(this.playbook.workflow_exception)
    for (const id of Object.keys(this.steps))
      if (!seen.has(id))
        this.fault(`workflow.${id}`, 'a step that the workflow comes to', 'one that nothing leads to')
  }

  private activities(): void {
    const done = new Set(
      Object.values(this.steps).flatMap((step) =>
        isObject(step)
          ? listOf(step.commands).map((one) => (isObject(one) ? one.playbook_activity : undefined))
          : [],
      ),
    )
    for (const activity of listOf(this.playbook.playbook_activities))
      if (!done.has(activity))
        this.fault('playbook_activities', 'an activity that a command of the workflow has', activity)
  }

  private idOf(member: string, type: string): void {
    const id = this.playbook[member]
    if (typeof id !== 'string' || !identifier.test(id) || !id.startsWith(`${type}--`))
      this.fault(member, `${type}-- and a UUID`, id)
  }

  private fault(field: string, expected: string, value: unknown): void {
    this.faults.push({ field, expected, found: found(value) })
  }
}

/** The steps that may follow one, by the member that names them. */
export function nextOf(step: Members): (readonly [string, string])[] {
  const single = ['on_completion', 'on_success', 'on_failure', 'on_true', 'on_false'].flatMap((member) =>
    typeof step[member] === 'string' ? [[member, step[member]] as const] : [],
  )
  const many = listOf(step.next_steps).map((id, at) => [`next_steps[${at}]`, String(id)] as const)
  return [...single, ...many]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
